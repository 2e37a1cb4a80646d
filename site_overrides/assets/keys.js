"use strict";
// The theme listens for single letters (s, f, /, n, p, ...). They get in the way of people who speak
// to their computer or use its screen reader (WCAG 2.1.4), so they stop here.
addEventListener(
  "keydown",
  (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key.length === 1 && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.stopImmediatePropagation();
    }
  },
  true,
);
