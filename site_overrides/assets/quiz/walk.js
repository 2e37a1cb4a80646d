"use strict";
// The way through the questions: which answers still count, how many may follow, what another answer
// would change, and the link that holds them. Pure, like the engine below it.
(() => {
  const RANK = ["closed", "not-assessed", "need-facts", "open-if", "open"];
  const SAMPLES = 16;
  const { evaluate, next, study } = globalThis.Pathways;

  const outcomes = (quiz, answers, on) =>
    new Map(Object.entries(evaluate(quiz, answers, on)).map(([id, said]) => [id, said.outcome]));

  // The answers that are still asked for, in the order of asking; the others are dropped.
  const keep = (quiz, answers, on) => {
    const kept = {};
    let id = next(quiz, kept, on);
    while (id && !Object.hasOwn(kept, id) && Object.hasOwn(answers, id)) {
      kept[id] = answers[id];
      id = next(quiz, kept, on);
    }
    return kept;
  };

  // About how many questions follow: the mean over made-up answers that leave something possible.
  const ahead = (quiz, answers, on) => {
    let seed = 1;
    const lengths = { possible: [], all: [] };
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const made = { ...answers };
      let steps = 0;
      for (let id = next(quiz, made, on); id; id = next(quiz, made, on)) {
        const options = Object.keys(quiz.questions.find((each) => each.id === id).options);
        seed = (seed * 48271) % 2147483647;
        made[id] = options[seed % options.length];
        steps += 1;
      }
      lengths.all.push(steps);
      const left = [...outcomes(quiz, made, on).values()];
      if (left.some((each) => each !== "closed")) lengths.possible.push(steps);
    }
    const counted = lengths.possible.length ? lengths.possible : lengths.all;
    return Math.round(counted.reduce((sum, each) => sum + each, 0) / counted.length);
  };

  // Every single other answer that improves a pathway; facts of a person are skipped. For each
  // pathway a list of {question, options, outcome}.
  const improvements = (quiz, answers, on) => {
    const before = outcomes(quiz, answers, on);
    const found = new Map([...before.keys()].map((id) => [id, []]));
    for (const { id: question, nature, options } of quiz.questions) {
      if (nature === "person") continue;
      for (const option of Object.keys(options).filter((each) => each !== answers[question])) {
        for (const [id, outcome] of outcomes(quiz, { ...answers, [question]: option }, on)) {
          if (RANK.indexOf(outcome) <= RANK.indexOf(before.get(id))) continue;
          const list = found.get(id);
          const same = list.find((each) => each.question === question && each.outcome === outcome);
          if (same) same.options.push(option);
          else list.push({ question, options: [option], outcome });
        }
      }
    }
    return found;
  };

  // Why a pathway is closed: only the goal, only the plan, or a fact.
  const fit = (quiz, finding) => {
    const natures = new Map(quiz.questions.map(({ id, nature }) => [id, nature]));
    const asked = (tree) => (Array.isArray(tree) ? [tree[0]] : Object.values(tree).flat().flatMap(asked));
    const questions = quiz.conditions
      .filter(({ id }) => finding.closing.includes(id))
      .flatMap(({ when }) => asked(when));
    if (questions.every((id) => id === "goal")) return "goal";
    return questions.every((id) => natures.get(id) === "plan") ? "plan" : "fact";
  };

  // Nearest first: the fewest conditions that close it, then the fewest that are not met.
  const nearest = (findings) => (a, b) => {
    const unmet = (id) => findings[id].requirements.filter(({ state }) => state === "unmet").length;
    return findings[a].closing.length - findings[b].closing.length || unmet(a) - unmet(b);
  };

  const write = (quiz, answers, on) => {
    const fields = new URLSearchParams({ rules: quiz.version, ...answers });
    for (const [id, outcome] of outcomes(quiz, answers, on)) {
      if (outcome !== "closed") fields.append(outcome, id);
    }
    return `#${fields}`;
  };

  // What a fragment holds: {answers, version, outcomes}, or null if it holds no answer.
  const read = (quiz, fragment) => {
    const fields = new URLSearchParams(fragment.replace(/^#/, ""));
    const answers = {};
    for (const { id, options } of quiz.questions) {
      const option = fields.get(id);
      if (option === "unsure" || (option && Object.hasOwn(options, option))) answers[id] = option;
    }
    if (!Object.keys(answers).length) return null;
    const said = RANK.flatMap((outcome) => fields.getAll(outcome).map((id) => [id, outcome]));
    return { answers, version: fields.get("rules"), outcomes: new Map(said) };
  };

  // The outcomes that are not what a link had: [{id, was, is}].
  const moved = (quiz, answers, on, was) =>
    [...outcomes(quiz, answers, on)]
      .map(([id, is]) => ({ id, is, was: was.get(id) || "closed" }))
      .filter((each) => each.is !== each.was);

  globalThis.PathwaysWalk = Object.freeze({
    ahead, evaluate, fit, improvements, keep, moved, nearest, next, read, study, write,
  });
})();
