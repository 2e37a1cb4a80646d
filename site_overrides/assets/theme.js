"use strict";
// The theme's own script runs the search and little else, and weighs more than a page. So it is
// fetched when the reader turns to the search, or comes from it.
(() => {
  const theme = document.currentScript.dataset.theme;
  const box = document.querySelector(".md-search");
  const input = box.querySelector("input");
  const open = document.getElementById("__search");
  const menu = document.getElementById("__drawer");
  let asked = !theme; // under serve the theme loads it itself

  const load = () => {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = theme;
    script.onload = () => input.dispatchEvent(new KeyboardEvent("keyup")); // of what was typed meanwhile
    script.onerror = () => {
      asked = false; // the next letter tries again
    };
    document.body.append(script);
  };

  // On small screens a label opens the menu, and one the search: no key reaches a label.
  const button = (toggle) => {
    const label = document.querySelector(`.md-header__inner > label[for="${toggle.id}"]`);
    const made = document.createElement("button");
    const tell = () => made.setAttribute("aria-expanded", toggle.checked);
    made.type = "button";
    made.className = label.className;
    made.dataset.opens = toggle.id;
    made.setAttribute("aria-label", toggle.getAttribute("aria-label"));
    made.append(...label.childNodes);
    made.addEventListener("click", () => toggle.click());
    toggle.addEventListener("change", tell);
    tell();
    label.replaceWith(made);
    return made;
  };

  document.documentElement.classList.replace("no-js", "js");
  const [opener, searcher] = [menu, open].map(button);
  for (const each of [box, searcher]) {
    for (const kind of ["pointerenter", "touchstart", "focusin", "input"]) {
      each.addEventListener(kind, load, { passive: true });
    }
  }
  open.addEventListener("change", () => {
    load();
    if (open.checked) input.focus();
  });
  if (/[?&][hq]=/.test(location.search)) load();

  addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape" && menu.checked) {
        menu.click();
        opener.focus();
      }
      // The theme listens for single letters (s, f, /, n, p, ...). They get in the way of people who
      // speak to their computer or use its screen reader (WCAG 2.1.4), so they stop here.
      const typing = event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key.length === 1 && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.stopImmediatePropagation();
      }
    },
    true,
  );
})();
