// Keys of the review form: 0 to 5 choose a score, j goes on, k goes back; not while one writes.
// Scores are radio buttons inside .scores-list, what j and k press carries data-key.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("textarea, select, input:not([type=radio])")) {
    return;
  }

  const pressed = /^[0-5]$/u.test(event.key)
    ? document.querySelector(`.scores-list input[value="${event.key}"]`)
    : document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (pressed && !pressed.disabled) {
    pressed.focus();
    pressed.click();
    event.preventDefault();
  }
});

// The strip shows a score as soon as it is chosen.
document.addEventListener("change", (event) => {
  const cell = document.querySelector(".strip [aria-current] b");
  if (cell && event.target.matches(".scores-list input")) {
    cell.textContent = event.target.value;
  }
});

// In a small window one pane shows at a time; without script both stand below each other and the links lead to them.
const panes = document.querySelector(".panes");
const switches = [...document.querySelectorAll(".pane-switch a")];
const choose = (chosen) => {
  panes.classList.toggle("show-says", chosen.hash === "#says");
  panes.classList.toggle("show-scores", chosen.hash === "#scores");
  for (const link of switches) {
    if (link === chosen) {
      link.setAttribute("aria-current", "true");
    } else {
      link.removeAttribute("aria-current");
    }
  }
};
for (const link of switches) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    choose(link);
  });
}

if (panes && switches.length > 0) {
  choose(switches.at(-1));
}
