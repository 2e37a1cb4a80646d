"use strict";
// What the compiled quiz says for a set of answers. The twin of generator/derive/quiz.py: both read
// quiz.json (docs/quiz.md) and are proved equal. Pure: no page, no clock, no storage.
(() => {
  const NO = 0;
  const UNKNOWN = 1;
  const YES = 2;
  const STATES = ["unmet", "unknown", "met"];

  const read = (quiz, answers) => {
    const known = { bits: new Map(), steps: new Set(), settled: new Set(), ended: false };
    for (const { id, nature, options, ends } of quiz.questions) {
      const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
      if (nature === "step") known.steps.add(id);
      if (answer === "unsure") known.settled.add(id);
      if (typeof answer === "string" && Object.hasOwn(options, answer)) {
        known.settled.add(id);
        known.bits.set(id, 1 << options[answer]);
        known.ended ||= Object.hasOwn(ends, answer);
      }
    }
    return known;
  };

  const value = (tree, known, atBest) => {
    if (tree.all) return Math.min(...tree.all.map((part) => value(part, known, atBest)));
    if (tree.any) return Math.max(...tree.any.map((part) => value(part, known, atBest)));
    const [question, must, may] = tree;
    if (atBest && known.steps.has(question)) return YES;
    if (!known.bits.has(question)) return UNKNOWN;
    const possible = known.bits.get(question);
    if (possible & must) return YES;
    return possible & may ? UNKNOWN : NO;
  };

  // The questions that are not settled yet and on which a value still hangs.
  const asking = (tree, known) => {
    if (value(tree, known, false) !== UNKNOWN) return [];
    if (!Array.isArray(tree)) return (tree.all || tree.any).flatMap((part) => asking(part, known));
    return known.settled.has(tree[0]) ? [] : [tree[0]];
  };

  const judge = ({ id, when, from, until, review }, known, on) => {
    if (on && ((from && on < from) || (until && on > until))) return null;
    if (!when) return { id, state: "not-assessed" };
    const least = on && review && on > review ? UNKNOWN : NO; // past its review day it cannot close
    const now = Math.max(least, value(when, known, false));
    const best = Math.max(least, value(when, known, true));
    return { id, state: STATES[now], now, best, asks: asking(when, known) };
  };

  const outcomeOf = (assessed) => {
    if (!assessed.length) return "not-assessed";
    const best = Math.min(...assessed.map((each) => each.best));
    if (best === NO) return "closed";
    if (best === UNKNOWN) return "need-facts";
    return assessed.every((each) => each.now === YES) ? "open" : "open-if";
  };

  // Everything there is to say about each pathway: its outcome, the state of each condition that
  // exists on the day, those that close it, and the questions that can still change it.
  const findings = (quiz, known, on) => {
    const judged = quiz.conditions.map((condition) => judge(condition, known, on));
    const found = {};
    for (const { id, conditions } of quiz.pathways) {
      const here = conditions.map((number) => judged[number]).filter(Boolean);
      const assessed = here.filter((each) => each.state !== "not-assessed");
      found[id] = {
        outcome: outcomeOf(assessed),
        requirements: here.map((each) => ({ id: each.id, state: each.state })),
        closing: assessed.filter((each) => each.best === NO).map((each) => each.id),
        asks: [...new Set(assessed.flatMap((each) => each.asks))],
      };
    }
    return found;
  };

  const study = (quiz, answers, on) => findings(quiz, read(quiz, answers), on);

  const evaluate = (quiz, answers, on) => {
    const said = Object.entries(study(quiz, answers, on));
    return Object.fromEntries(
      said.map(([id, { outcome, requirements }]) => [id, { outcome, requirements }]),
    );
  };

  const next = (quiz, answers, on) => {
    const known = read(quiz, answers);
    if (known.ended) return null;
    const matters = new Set();
    for (const { outcome, asks } of Object.values(findings(quiz, known, on))) {
      if (outcome !== "closed") asks.forEach((each) => matters.add(each));
    }
    const found = quiz.questions.find(({ id }) => matters.has(id));
    return found ? found.id : null;
  };

  globalThis.Pathways = Object.freeze({ evaluate, next, study });
})();
