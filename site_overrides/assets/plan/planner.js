/* The planner: fills the last column of the timeline with the reader's own dates. Words live in the page. */
(function () {
  "use strict";

  document.querySelectorAll('[data-module="planner"]').forEach(start);

  function start(form) {
    const plan = JSON.parse(form.dataset.plan);
    const table = form.parentNode.querySelector(".ctp-table table");
    const status = form.querySelector('[role="status"]');
    const given = (id) => Number((form.querySelector(`[data-step="${id}"]`) || {}).value) * 7;
    const guess = (step) => (step.days || !given(step.id) ? step : { ...step, days: [given(step.id), given(step.id)] });
    const mine = () => ({ ...plan, steps: plan.steps.map(guess) });
    const count = () => show(mine(), table, status, form.elements.start.value);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (count()) history.replaceState(null, "", `#start=${form.elements.start.value}`);
    });
    form.addEventListener("click", ({ target }) => {
      if (target.dataset.do === "print") window.print();
      if (target.dataset.do === "calendar" && form.reportValidity() && count()) save(mine(), form.elements.start.value);
    });
    const asked = new URLSearchParams(location.hash.slice(1)).get("start");
    if (asked && Plan.before(asked, 0)) {
      form.elements.start.value = asked;
      count();
    }
  }

  function show(plan, table, status, day) {
    const words = status.dataset;
    if (!Plan.before(day, 0)) {
      status.textContent = words.wrong;
      return false;
    }
    const at = Plan.slots(plan.steps);
    let late = 0;
    plan.steps.forEach((step, number) => {
      const { most, unknown } = at[step.id];
      const latest = Plan.before(day, most);
      const past = most > 0 && latest < today();
      const said = (unknown ? words.before : words.by).replace("{day}", spoken(latest)) + (past ? words.late : "");
      const row = table.tBodies[0].rows[number];
      row.lastElementChild.textContent = most ? said : words.none;
      row.classList.toggle("ctp-late", past);
      late += past;
    });
    const head = words.head.replace("{day}", spoken(day));
    table.tHead.rows[0].lastElementChild.textContent = head;
    [...table.tBodies[0].rows].forEach((row) => { row.lastElementChild.dataset.label = head; });
    status.textContent = words.counted.replace("{day}", spoken(day)).replace("{late}", late)
      .replace("{unknown}", plan.steps.filter((step) => !step.days).length);
    return true;
  }

  /* The reader's own day, not the day in Greenwich. */
  function today() {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  function spoken(day) {
    const form = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    return new Intl.DateTimeFormat("en-GB", form).format(new Date(`${day}T00:00:00Z`));
  }

  function save(plan, day) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([Plan.calendar(plan, day)], { type: "text/calendar" }));
    link.download = `${plan.id.split("/").pop()}-${day}.ics`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
})();
