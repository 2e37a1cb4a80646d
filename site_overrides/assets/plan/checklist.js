/* Checklists: ticks are kept on this device only if the reader says so. Words live in the page. */
(function () {
  "use strict";

  const KEY = "ctp-checklists";

  document.querySelectorAll('[data-module="checklist"]').forEach(start);

  function start(form) {
    const place = form.parentNode;
    const state = {
      form, place,
      status: form.querySelector('[role="status"]'),
      owner: place.querySelector("[data-owner]").dataset.owner,
      boxes: [...place.querySelectorAll(".ctp-checklist input")],
    };
    const kept = read();
    form.elements.keep.checked = Boolean(kept);
    if (kept) set(state, kept[state.owner]);
    place.addEventListener("change", ({ target }) => {
      if (state.boxes.includes(target) && form.elements.keep.checked) keep(state);
    });
    form.elements.keep.addEventListener("change", ({ target }) => (target.checked ? keep(state, "kept") : drop(state)));
    form.elements.actor.addEventListener("change", ({ target }) => choose(place, target.value));
    form.elements.import.addEventListener("change", ({ target }) => load(state, target));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", ({ target }) => {
      if (target.dataset.do === "print") printLists(place.closest(".ctp-page"));
      if (target.dataset.do === "export") save(state);
      if (target.dataset.do === "erase") erase(state);
    });
  }

  /* What is kept, or null if nothing is or nothing may be. */
  function read() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      return found && typeof found === "object" ? found : null;
    } catch {
      return null;
    }
  }

  function ticked({ boxes }) {
    return boxes.filter((box) => box.checked).map((box) => box.value);
  }

  function set({ boxes }, ids) {
    const known = Array.isArray(ids) ? ids : [];
    boxes.forEach((box) => { box.checked = known.includes(box.value); });
  }

  function keep(state, word) {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...read(), [state.owner]: ticked(state) }));
      if (word) tell(state, word);
    } catch {
      state.form.elements.keep.checked = false;
      tell(state, "refused");
    }
  }

  function drop(state) {
    forget();
    tell(state, "dropped");
  }

  function erase(state) {
    forget();
    set(state, []);
    state.form.elements.keep.checked = false;
    tell(state, "erased");
  }

  function forget() {
    try {
      localStorage.removeItem(KEY);
    } catch { /* nothing was kept */ }
  }

  function save(state) {
    const link = document.createElement("a");
    const ticks = JSON.stringify({ ...read(), [state.owner]: ticked(state) }, null, 1);
    link.href = URL.createObjectURL(new Blob([ticks], { type: "application/json" }));
    link.download = "checklists.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  async function load(state, field) {
    try {
      const found = JSON.parse(await field.files[0].text());
      if (!found || !Object.values(found).every(Array.isArray)) throw new TypeError("not ticks");
      set(state, found[state.owner]);
      if (state.form.elements.keep.checked) localStorage.setItem(KEY, JSON.stringify({ ...read(), ...found }));
      tell(state, "loaded");
    } catch {
      tell(state, "wrong");
    }
    field.value = "";
  }

  /* Print the lists that are shown, and nothing else of the page. */
  function printLists(page) {
    page.classList.add("ctp-page--lists-only");
    window.addEventListener("afterprint", () => page.classList.remove("ctp-page--lists-only"), { once: true });
    window.print();
  }

  /* Show one actor's list, or everybody's. */
  function choose(place, actor) {
    place.querySelectorAll(":scope > section").forEach((section) => {
      section.hidden = Boolean(actor) && !section.querySelector(`#for-${actor}`);
    });
  }

  function tell({ status }, word) {
    status.textContent = status.dataset[word];
  }
})();
