// Saves a form while one writes. The form carries data-autosave="/address" and its words in data-text-…;
// the server answers {version, savedAt} or {message}. Without a connection the text stays in this browser and is sent again.
const longestSave = 30000;

for (const form of document.querySelectorAll("form[data-autosave]")) {
  start(form);
}

function start(form) {
  const text = form.dataset;
  const status = form.querySelector(".saved") ?? document.querySelector(`.saved[data-for="${form.id}"]`);
  const version = form.querySelector("[data-version]");
  const key = `draft:${text.autosaveOwner ?? ""}:${text.autosave}`;
  let timer = 0;
  let wait = 2000;
  let running = false;
  let again = false;
  let stopped = false;
  let unsaved = false;
  let held = null;

  restore();
  form.addEventListener("input", (event) => later(event, 1200));
  form.addEventListener("change", (event) => later(event, 150));
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    stopped = true;
    unsaved = false;
    keep(true);
    if (running) {
      // sent before the answer, the form would carry the version of before, and one's own words would look like somebody else's
      event.preventDefault();
      held = () => form.requestSubmit(event.submitter);
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && leaves(event, link)) {
      saveFirst(event, () => location.assign(link.href));
    }
  });
  document.addEventListener("submit", (event) => {
    if (event.target !== form) {
      saveFirst(event, () => event.target.requestSubmit(event.submitter));
    }
  }, true);
  globalThis.addEventListener("beforeunload", (event) => {
    if (unsaved || (running && !stopped)) {
      event.preventDefault();
    }
  });
  globalThis.addEventListener("online", () => {
    if (stored()) {
      save();
    }
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && timer) {
      save();
    }
  });

  function later(event, delay) {
    if (event.target.type !== "file" && !event.target.closest("[data-autosave-ignore]")) {
      clearTimeout(timer);
      timer = setTimeout(save, delay);
    }
  }

  // The next page would show what was stored before: what is not saved yet is saved first. Where that fails, the browser asks whether to leave.
  function saveFirst(event, follow) {
    if (stopped || !(timer || running)) {
      return;
    }

    if (held) {
      // the second half of a double click; who asks again does not want to wait
      if (event.detail > 1) {
        event.preventDefault();
      }

      return;
    }

    event.preventDefault();
    event.stopPropagation();
    held = follow;
    if (timer) {
      save();
    }
  }

  async function save() {
    clearTimeout(timer);
    timer = 0;
    if (stopped || running) {
      again = running;
      return;
    }

    running = true;
    say("saving", text.textSaving);
    try {
      await answered(await fetch(text.autosave, {
        method: "POST",
        body: new URLSearchParams(fields(form)),
        headers: { Accept: "application/json", "X-Requested-With": "fetch" },
        credentials: "same-origin",
        redirect: "manual",
        keepalive: document.hidden,
        signal: AbortSignal.timeout(longestSave),
      }));
    } catch {
      keep(false);
      say("failed", text.textOffline);
      retry();
    }

    running = false;
    if (again && !stopped) {
      again = false;
      save();
    } else if (held) {
      const follow = held;
      held = null;
      follow();
    }
  }

  async function answered(answer) {
    if (answer.ok) {
      const result = await answer.json();
      if (version && result.version !== undefined) {
        version.value = result.version;
      }

      forget();
      wait = 2000;
      unsaved = false;
      say("saved", (text.textSaved ?? "{0}").replace("{0}", clock(result.savedAt)));
      form.dispatchEvent(new CustomEvent("autosave:saved", { detail: result, bubbles: true }));
    } else if (answer.status === 401 || answer.type === "opaqueredirect") {
      keep(false);
      say("signed-out", text.textSignedOut, anchor(text.signInUrl, text.textSignIn));
      retry();
    } else if (answer.status === 409) {
      conflict();
    } else if (answer.status === 400 || answer.status === 422) {
      const problem = await answer.json().catch(() => ({}));
      keep(false);
      say("failed", problem.message ?? text.textRefused);
    } else {
      keep(false);
      say("failed", text.textFailed);
      retry();
    }
  }

  // Both versions are for the server's page to show: it compares when the form is sent whole.
  function conflict() {
    keep(false);
    stopped = true;
    const compare = document.createElement("button");
    compare.type = "button";
    compare.className = "link";
    compare.textContent = text.textCompare;
    compare.addEventListener("click", () => form.requestSubmit());
    say("changed", text.textChanged, compare);
  }

  function retry() {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
    wait = Math.min(wait * 2, 60000);
  }

  function keep(submitted) {
    unsaved ||= !submitted;
    try {
      localStorage.setItem(key, JSON.stringify({ submitted, version: version?.value, fields: fields(form).filter(([name]) => !name.startsWith("__")) }));
    } catch {
      // the store is full or forbidden: the text is still on the page
    }
  }

  function stored() {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function forget() {
    try {
      localStorage.removeItem(key);
    } catch {
      // nothing was kept
    }
  }

  function restore() {
    const kept = stored();
    if (!kept) {
      return;
    }

    const newer = version && kept.version !== version.value;
    if (kept.submitted && newer) {
      forget();
    } else if (!put(kept.fields)) {
      forget();
    } else if (newer) {
      version.value = kept.version;
      putSeen(kept.fields);
      conflict();
    } else {
      say("failed", text.textRestored);
      timer = setTimeout(save, 500);
    }
  }

  // Whether anything on the page was different from what had been kept.
  function put(kept) {
    const values = Map.groupBy(kept, ([name]) => name);
    let changed = false;
    for (const field of form.elements) {
      if (!field.name || ["hidden", "file", "submit", "password"].includes(field.type)) {
        continue;
      }

      const mine = (values.get(field.name) ?? []).map(([, value]) => value);
      if (field.type === "checkbox" || field.type === "radio") {
        changed ||= field.checked !== mine.includes(field.value);
        field.checked = mine.includes(field.value);
      } else if (mine.length > 0 && lines(field.value) !== lines(mine[0])) {
        field.value = mine[0];
        field.dispatchEvent(new Event("input"));
        changed = true;
      }
    }

    return changed;
  }

  // What was typed is compared with what it was typed over.
  function putSeen(kept) {
    for (const field of form.querySelectorAll("[data-seen]")) {
      field.value = kept.find(([name]) => name === field.name)?.[1] ?? "";
    }
  }

  function say(state, words, link) {
    if (status && words) {
      status.dataset.state = state;
      status.replaceChildren(words, ...(link ? [" ", link] : []));
    }
  }
}

function fields(form) {
  return [...new FormData(form)].filter(([, value]) => typeof value === "string");
}

// Whether a click on a link replaces the page: neither a place within it, nor another tab.
function leaves(event, link) {
  const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || (link.target && link.target !== "_self");
  const within = link.hash && link.href.split("#")[0] === location.href.split("#")[0];
  return !event.defaultPrevented && !elsewhere && !within && !link.hasAttribute("download");
}

function lines(value) {
  return value.replace(/\r\n?/gu, "\n");
}

function anchor(address, words) {
  const link = document.createElement("a");
  link.href = address;
  link.target = "_blank";
  link.textContent = words;
  return link;
}

function clock(instant) {
  const parts = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(instant ? new Date(instant) : new Date());
  return document.documentElement.lang === "fr" ? parts.replace(":", "\u00a0h\u00a0") : parts;
}
