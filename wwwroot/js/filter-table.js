// Filters what is on the page: <input type="search" data-filter="#list" data-filter-output="id" data-text-count="{0} of {1} match">.
// Rows are what carries data-filter-text, else the rows of the table's body; a [data-filter-group] without a match is hidden.
for (const box of document.querySelectorAll("input[data-filter]")) {
  const target = document.querySelector(box.dataset.filter);
  if (target) {
    start(box, target);
  }
}

function start(box, target) {
  const output = document.getElementById(box.dataset.filterOutput);
  const marked = [...target.querySelectorAll("[data-filter-text]")];
  const rows = marked.length > 0 ? marked : [...target.querySelectorAll("tbody > tr:not(.group, .note)")];
  const texts = rows.map((row) => fold(row.dataset.filterText || row.textContent));
  const groups = [...target.querySelectorAll("[data-filter-group]")];
  box.closest("[hidden]")?.removeAttribute("hidden");

  const show = () => {
    const words = fold(box.value).split(/\s+/u).filter(Boolean);
    rows.forEach((row, index) => {
      row.hidden = !words.every((word) => texts[index].includes(word));
    });
    const count = rows.filter((row) => !row.hidden).length;
    for (const group of groups) {
      group.hidden = !rows.some((row) => !row.hidden && group.contains(row));
      if (group instanceof HTMLDetailsElement && words.length > 0) {
        group.open = !group.hidden;
      }
    }

    if (output) {
      output.textContent = words.length === 0 ? "" : box.dataset.textCount.replace("{0}", count).replace("{1}", rows.length);
    }
  };
  box.addEventListener("input", show);
  show();
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/gu, "ss").toLowerCase().trim();
}
