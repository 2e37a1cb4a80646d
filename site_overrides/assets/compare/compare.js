/* Comparison tables: choose columns, keep those that fit, show rows that differ, sort. What is chosen stands in the
   fragment of the address, so that a link shows the same table. Words live in the page; nothing is stored. */
(function () {
  "use strict";

  const MOST = 4;

  document.querySelectorAll('[data-module="compare"]').forEach(start);

  function start(controls) {
    const form = controls.querySelector("form");
    const place = document.querySelector(`[data-compare="${controls.dataset.table}"]`);
    const table = place.querySelector("table");
    const state = {
      controls, form, place,
      status: document.querySelector(`[data-status="${controls.dataset.table}"]`),
      wide: place.classList.contains("ctp-compare--wide"),
      rows: [...table.rows].map((row) => ({ row, cells: [...row.cells] })),
      lists: [...place.querySelectorAll(".ctp-compare__lists > section")],
    };
    state.columns = state.rows[0].cells.slice(1).map((head, number) => ({
      number, id: head.dataset.column, has: new Set(head.dataset.has.split(" ")),
      ranks: head.dataset.ranks.split(" ").map(Number),
    }));
    const keep = () => { show(state); remember(state); };
    form.addEventListener("change", keep);
    form.addEventListener("reset", () => setTimeout(keep));
    form.addEventListener("submit", (event) => event.preventDefault());
    window.addEventListener("hashchange", () => recall(state));
    recall(state);
  }

  /* What the form says. */
  function chosen({ form }) {
    const value = (select) => [select.name, select.value];
    return {
      picked: [...form.querySelectorAll('[name="cols"]:checked')].map((box) => box.value),
      wanted: [...form.querySelectorAll(".ctp-controls__facets select")].map(value).filter(([, id]) => id),
      diff: form.elements.diff.checked,
      sort: form.elements.sort ? form.elements.sort.selectedIndex - 1 : -1,
    };
  }

  function fits(column, wanted) {
    return wanted.every(([facet, id]) => column.has.has(`${facet}.${id}`));
  }

  function show(state) {
    const { picked, wanted, diff, sort } = chosen(state);
    const order = state.columns.slice();
    if (sort >= 0) order.sort((a, b) => b.ranks[sort] - a.ranks[sort] || a.number - b.number);
    const shown = order.filter((column) => fits(column, wanted) && (!picked.length || picked.includes(column.id)));
    let hidden = 0;
    state.rows.forEach(({ row, cells }, at) => {
      order.forEach((column) => row.append(cells[column.number + 1]));
      state.columns.forEach((column) => { cells[column.number + 1].hidden = !shown.includes(column); });
      const words = new Set(shown.map((column) => said(cells[column.number + 1])));
      row.hidden = at > 0 && diff && shown.length > 1 && words.size === 1;
      hidden += row.hidden;
      state.lists.forEach((list) => { if (at > 0) list.querySelectorAll("dl > div")[at - 1].hidden = row.hidden; });
    });
    order.forEach((column) => state.lists[column.number].parentNode.append(state.lists[column.number]));
    state.columns.forEach((column) => { state.lists[column.number].hidden = !shown.includes(column); });
    state.place.classList.toggle("ctp-compare--wide", state.wide && shown.length > 6);
    limit(state, picked.length);
    count(state, wanted);
    tell(state, shown.length, hidden);
  }

  /* What a cell says, without the numbers of its sources. */
  function said(cell) {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".ctp-cite").forEach((cite) => cite.remove());
    return copy.textContent.trim();
  }

  function limit({ form }, picked) {
    form.querySelectorAll('[name="cols"]').forEach((box) => { box.disabled = picked >= MOST && !box.checked; });
    form.querySelector(".ctp-controls__full").hidden = picked < MOST;
  }

  /* Beside each choice, how many would be left. */
  function count({ form, columns }, wanted) {
    form.querySelectorAll(".ctp-controls__facets select").forEach((select) => {
      const others = wanted.filter(([facet]) => facet !== select.name);
      [...select.options].slice(1).forEach((option) => {
        const left = columns.filter((column) => fits(column, [...others, [select.name, option.value]])).length;
        option.textContent = `${option.dataset.label} (${left})`;
      });
    });
  }

  function tell({ status, columns }, shown, hidden) {
    const noun = status.dataset.noun;
    const many = shown === columns.length ? `All ${shown}` : `${shown} of ${columns.length}`;
    const rows = hidden ? ` ${hidden} ${hidden === 1 ? "row is" : "rows are"} hidden, because they say the same.` : "";
    const none = shown ? "" : " Nothing fits all of that. Choose less, or show everything again.";
    const words = `${many} ${noun}s ${shown === 1 ? "is" : "are"} shown.${rows}${none}`;
    if (status.textContent !== words) status.textContent = words;
  }

  function remember(state) {
    const { picked, wanted, diff } = chosen(state);
    const sort = state.form.elements.sort ? state.form.elements.sort.value : "";
    const parts = [["cols", picked.join(",")], ...wanted, ["diff", diff ? "1" : ""], ["sort", sort]];
    const hash = parts.filter(([, value]) => value).map(([key, value]) => `${key}=${value}`).join("&");
    const address = hash ? `#${hash}` : location.pathname + location.search;
    if ((location.hash || "#") !== `#${hash}`) history.pushState(null, "", address);
  }

  /* Set the form from the address; what it does not know is ignored. */
  function recall(state) {
    const asked = new URLSearchParams(location.hash.slice(1));
    const picked = (asked.get("cols") || "").split(",");
    let left = MOST;
    state.form.querySelectorAll('[name="cols"]').forEach((box) => {
      box.checked = left > 0 && picked.includes(box.value);
      left -= box.checked;
    });
    state.form.querySelectorAll("select").forEach((select) => {
      select.value = asked.get(select.name) || "";
      if (select.selectedIndex < 0) select.value = "";
    });
    state.form.elements.diff.checked = asked.get("diff") === "1";
    const known = ["cols", "diff", ...[...state.form.querySelectorAll("select")].map((select) => select.name)];
    if (known.some((key) => asked.has(key))) state.controls.open = true;
    show(state);
  }
})();
