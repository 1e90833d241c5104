// On every page: tells the server the browser's time zone, and makes filters and links to a view quicker to use.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.split("; ").includes(`tz=${encodeURIComponent(zone)}`)) {
  document.cookie = `tz=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
}

// <form data-submit-on-change>: a filter applies as soon as it is chosen.
document.addEventListener("change", (event) => {
  if (event.target.matches("form[data-submit-on-change] select")) {
    event.target.form.requestSubmit();
  }
});

// <button type="button" data-copy-link data-text-copied="Link copied" hidden>: copies the address of the view.
for (const button of document.querySelectorAll("button[data-copy-link]")) {
  if (navigator.clipboard) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(location.href);
      button.textContent = button.dataset.textCopied;
    });
  }
}

// <button type="button" data-print hidden>: prints the page, with all that can be opened open.
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
globalThis.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("main details:not([open])")) {
    details.open = true;
  }
});

// A form is sent once, however often one clicks.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) {
    return;
  }

  if (form.dataset.sent) {
    event.preventDefault();
  } else {
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 8000);
  }
});
globalThis.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
  }
});

// The error summary has the focus when a form comes back.
document.querySelector(".error-summary")?.focus();
