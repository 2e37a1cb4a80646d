"use strict";
// The questions, one a view. Answers live in memory; the address holds them only where the reader
// takes the link. Loaded last, and idle where the page has no quiz.
(() => {
  const ENOUGH = 5; // answers after which the results may be asked for
  const root = document.querySelector('[data-module="quiz"]');
  if (!root) return;
  const { ahead, keep, next, read } = globalThis.PathwaysWalk;
  const quiz = JSON.parse(root.dataset.quiz);
  const now = new Date();
  const reader = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((each) => String(each).padStart(2, "0"))
    .join("-");
  const today = document.querySelector(".ctp-early") ? quiz.as_of : reader; // a site of an earlier day
  const title = document.title;
  const form = root.querySelector("form");
  const results = root.querySelector(".ctp-results");
  const ends = [...root.querySelectorAll("[data-end]")];
  const views = new Map([...form.querySelectorAll("fieldset")].map((each) => [each.dataset.question, each]));
  const lists = [...root.parentElement.querySelectorAll(":scope > .ctp-section")];
  const $ = (selector, within = form) => within.querySelector(selector);
  const plain = (words) =>
    words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
  const typedIn = (id) => $("[data-typed]", views.get(id));
  const known = new Map(quiz.questions.map(({ id, options }) => [id, Object.keys(options)]));
  const typable = (id) =>
    [...views.get(id).querySelectorAll("datalist option")].map(({ value, dataset }, at) => ({
      value,
      option: dataset.option || known.get(id)[at],
    }));
  const radioOf = (id, option) => $(`input[type="radio"][value="${option}"]`, views.get(id));

  let answers = {};
  let link = null;
  let current = quiz.questions[0].id;

  const labelOf = (id, option) => {
    const radio = radioOf(id, option);
    if (radio) return $(".ctp-choice__label", radio.closest("label")).textContent;
    return typable(id).find((each) => each.option === option).value;
  };
  const fillResults = globalThis.PathwaysResults(root, quiz, labelOf);

  // What is chosen for a question: an option id, or an empty text.
  const chosen = (id) => {
    const field = typedIn(id);
    const wanted = field ? plain(field.value) : "";
    if (wanted) {
      const found = typable(id).find(
        (each) => plain(each.value) === wanted || plain(each.option) === wanted,
      );
      return found ? found.option : "";
    }
    const radio = $("input:checked", views.get(id));
    return radio ? radio.value : "";
  };

  const fill = (id) => {
    const answer = answers[id];
    for (const radio of views.get(id).querySelectorAll('input[type="radio"]')) {
      radio.checked = radio.value === answer;
    }
    if (typedIn(id)) typedIn(id).value = answer && !radioOf(id, answer) ? labelOf(id, answer) : "";
  };

  const complain = (id, wrong) => {
    $(".ctp-quiz__error", views.get(id)).hidden = !wrong;
    for (const field of views.get(id).querySelectorAll("input")) {
      if (wrong) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
  };

  const only = (shown) => {
    form.hidden = shown !== form;
    results.hidden = shown !== results;
    for (const end of ends) end.hidden = shown !== end;
  };

  const focusOn = (heading, quiet) => {
    document.title = `${heading.textContent} - ${title}`;
    if (quiet) return;
    heading.focus({ preventScroll: true });
    root.scrollIntoView();
  };

  const count = (id) => {
    const before = Object.keys(keep(quiz, answers, today));
    const place = before.includes(id) ? before.indexOf(id) : before.length;
    const given = Object.fromEntries(before.slice(0, place).map((each) => [each, answers[each]]));
    const left = ahead(quiz, given, today) - 1;
    $("[data-number]").textContent = place + 1;
    $("[data-ahead]").hidden = left < 1;
    $("[data-count]").textContent = left;
    $("[data-last]").hidden = left >= 1;
    $('[data-do="back"]').hidden = !place;
    $('[data-do="show"]').hidden = before.length < ENOUGH;
  };

  const ask = (id, quiet) => {
    current = id;
    only(form);
    for (const [each, view] of views) view.hidden = each !== id;
    complain(id, false);
    fill(id);
    count(id);
    focusOn($("h2", views.get(id)), quiet);
  };

  const ending = () => ends.find((end) => answers[end.dataset.end] === end.dataset.option);

  const showEnd = () => {
    only(ending());
    focusOn($("h2", ending()));
  };

  const showResults = () => {
    fillResults(answers, today, link);
    $('[data-do="resume"]', results).hidden = !next(quiz, answers, today);
    only(results);
    focusOn($("h2", results));
  };

  // Where we are stands in the history's state, a question or "results", without the answers.
  const state = () => history.state || { depth: 0, view: "" };

  const here = () => {
    const { view } = state();
    const given = view ? null : read(quiz, location.hash);
    if (given) {
      link = given;
      answers = keep(quiz, given.answers, today);
    }
    const first = quiz.questions[0].id;
    if (views.has(view) && (Object.hasOwn(answers, view) || view === next(quiz, answers, today))) return ask(view);
    if (!Object.keys(answers).length) return ask(first, !view);
    if (ending() && (given || view === "end")) return showEnd();
    return given || view === "results" ? showResults() : ask(first);
  };

  // In a frame the history is that of the page around it: there our steps leave no trace.
  const step = (depth, view, ...address) =>
    self === top ? history.pushState({ depth, view }, "", ...address) : history.replaceState({ depth: 0, view }, "", ...address);

  const go = (view) => {
    const address = link || !read(quiz, location.hash) ? "" : location.href.split("#")[0];
    step(state().depth + 1, view, ...(address ? [address] : []));
    here();
  };

  const onward = () => go(ending() ? "end" : next(quiz, answers, today) || "results");

  const back = () => {
    if (state().depth) return history.back();
    const before = Object.keys(answers);
    const place = before.includes(current) ? before.indexOf(current) - 1 : before.length - 1;
    return go(before[Math.max(place, 0)]);
  };

  const take = () => {
    const answer = chosen(current);
    complain(current, !answer);
    if (!answer) {
      document.title = `Error: ${title}`;
      (typedIn(current) || $("input", views.get(current))).focus();
      $(".ctp-quiz__error", views.get(current)).scrollIntoView({ block: "nearest" });
      return;
    }
    link = null;
    answers = keep(quiz, { ...answers, [current]: answer }, today);
    onward();
  };

  const again = () => {
    answers = {};
    link = null;
    form.reset();
    step(0, "", location.href.split("#")[0]);
    ask(quiz.questions[0].id);
  };

  const does = {
    back, again,
    resume: onward,
    show: () => go("results"),
    print: () => print(),
    change: (button) => go(button.closest("[data-answer]").dataset.answer),
  };

  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) does[button.dataset.do](button);
    if (event.target.closest("[data-to-field]")) {
      event.preventDefault();
      (typedIn(current) || $("input", views.get(current))).focus();
    }
  });
  // The button, not the form: in some sandboxes no form is ever sent. Enter presses it, too.
  $('[type="submit"]').addEventListener("click", (event) => {
    event.preventDefault();
    take();
  });
  form.addEventListener("input", ({ target }) => {
    const field = typedIn(current);
    if (!field) return;
    if (target !== field) field.value = "";
    else if (field.value) for (const radio of views.get(current).querySelectorAll("input:checked")) radio.checked = false;
  });
  addEventListener("popstate", here);

  root.classList.add("ctp-quiz--live");
  here();
  for (const list of lists) list.hidden = true; // last: they stay where anything above fails
})();
