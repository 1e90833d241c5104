// Words left while typing: <textarea data-words="300" data-words-output="id" data-text-left data-text-left-one data-text-over data-text-over-one>.
for (const area of document.querySelectorAll("textarea[data-words]")) {
  const output = document.getElementById(area.dataset.wordsOutput);
  if (output) {
    const show = () => {
      const left = Number(area.dataset.words) - (area.value.match(/\S+/gu) ?? []).length;
      const kind = `${left < 0 ? "textOver" : "textLeft"}${Math.abs(left) === 1 ? "One" : ""}`;
      output.textContent = area.dataset[kind].replace("{0}", new Intl.NumberFormat(document.documentElement.lang).format(Math.abs(left)));
      output.classList.toggle("words-over", left < 0);
    };
    area.addEventListener("input", show);
    show();
  }
}
