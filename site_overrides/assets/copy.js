"use strict";
// Copies what stands in a field. The buttons are hidden until this runs: without it one selects and
// copies by hand.
(() => {
  const copy = async (button) => {
    const field = button.closest("label, div").querySelector("textarea");
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy"); // where the clipboard is closed to pages
    }
    button.textContent = button.dataset.done;
  };
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
})();
