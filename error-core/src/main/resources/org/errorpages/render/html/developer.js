"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  const one = (selector) => document.querySelector(selector);
  const kept = {
    read(name) { try { return localStorage.getItem("errorpages-" + name); } catch { return null; } },
    write(name, value) { try { localStorage.setItem("errorpages-" + name, value); } catch { /* not for this page */ } }
  };
  const status = one("[data-copied]");
  const help = one("#help");
  const keys = one("[data-keys]");
  const filter = one("[data-filter]");

  all("[hidden]", one("header")).forEach((element) => { element.hidden = false; });
  if (filter) { filter.closest("[hidden]").hidden = false; }

  const say = (text) => { status.textContent = ""; status.textContent = text; };

  // Without https there is no clipboard but the old way.
  const copyOld = (area) => {
    const box = one("#copies");
    const wasOpen = box.open;
    box.open = true;
    const before = document.activeElement;
    area.select();
    const done = document.execCommand("copy");
    box.open = wasOpen;
    if (before) { before.focus(); }
    return done;
  };
  const copy = async (name) => {
    const area = document.getElementById(name);
    if (!area) { return; }
    let done = false;
    if (navigator.clipboard) {
      try { await navigator.clipboard.writeText(area.value); done = true; } catch { done = false; }
    }
    if (!done) { done = copyOld(area); }
    if (done) {
      say(status.dataset.copied);
    } else {
      one("#copies").open = true;
      area.focus();
      area.select();
    }
  };
  all("[data-copy]").forEach((button) => button.addEventListener("click", () => copy(button.dataset.copy)));

  const isDark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const paint = (theme) => { if (theme === "dark" || theme === "light") { root.dataset.theme = theme; } };
  paint(kept.read("theme"));
  const switchTheme = () => { paint(isDark() ? "light" : "dark"); kept.write("theme", root.dataset.theme); };
  one("[data-theme-switch]").addEventListener("click", switchTheme);

  const showHelp = () => { if (!help.open) { help.showModal(); } };
  one("[data-help]").addEventListener("click", showHelp);
  keys.checked = kept.read("keys") !== "off";
  keys.addEventListener("change", () => kept.write("keys", keys.checked ? "on" : "off"));

  const frames = () => all(".causes .frames li:not([hidden]) > :first-child").filter((frame) => frame.checkVisibility ? frame.checkVisibility() : frame.offsetParent);
  const show = (frame) => {
    if (!frame.href) { frame.tabIndex = -1; }
    frame.focus();
    frame.scrollIntoView({ block: "nearest" });
    if (frame.hash) { history.replaceState(null, "", frame.hash); mark(frame.hash.slice(1)); }
  };
  // A hash that is replaced moves no :target.
  const mark = (id) => all(".source").forEach((source) => source.classList.toggle("here", source.id === id));
  all(".frames a:not(.edit)").forEach((link) => link.addEventListener("click", (event) => { event.preventDefault(); show(link); }));
  const step = (by) => {
    const list = frames();
    const at = list.indexOf(document.activeElement);
    const here = list.findIndex((frame) => frame.closest(".here"));
    const next = list[at < 0 ? Math.max(here, 0) : Math.min(Math.max(at + by, 0), list.length - 1)];
    if (next) { show(next); }
  };
  const nextCause = () => {
    const heads = all(".causes article:not([hidden])");
    if (!heads.length) { return; }
    const at = heads.findIndex((head) => head.contains(document.activeElement));
    const head = heads[(at + 1) % heads.length];
    const frame = head.querySelector(".frames li > *");
    if (frame) { show(frame); } else { head.tabIndex = -1; head.focus(); }
  };
  const narrow = () => {
    const wish = filter.value.trim().toLowerCase();
    all(".causes .frames li").forEach((row) => {
      const text = row.textContent + " " + (row.firstElementChild.title || "");
      row.hidden = wish !== "" && !text.toLowerCase().includes(wish);
    });
    all(".causes .repeats").forEach((note) => { note.hidden = !note.previousElementSibling.querySelector("li:not([hidden])"); });
    all(".causes .fold").forEach((fold) => {
      const found = fold.querySelector("li:not([hidden])");
      fold.hidden = !found;
      fold.open = wish !== "" && Boolean(found);
    });
  };
  if (filter) {
    filter.addEventListener("input", narrow);
    filter.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { filter.value = ""; narrow(); filter.blur(); }
    });
  }
  const toPublic = () => {
    const box = one("#public");
    box.open = true;
    box.scrollIntoView();
    box.querySelector("summary").focus();
  };
  one("#to-public").addEventListener("click", (event) => { event.preventDefault(); toPublic(); });

  const act = {
    j: () => step(1),
    k: () => step(-1),
    n: nextCause,
    c: () => copy("copy-markdown"),
    t: switchTheme,
    p: toPublic,
    o: () => { const link = one("#editor"); if (link) { link.click(); } },
    "/": () => { if (filter) { filter.focus(); } },
    "?": showHelp
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, dialog[open]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys.checked || !Object.hasOwn(act, event.key)) { return; }
    event.preventDefault();
    act[event.key]();
  });
})();
