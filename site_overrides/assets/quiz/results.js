"use strict";
// Shows what the answers come to. Every word stands in the page already: cards are moved into their
// group, and the items of the lists are copied into the cards with their state.
(() => {
  const { fit, improvements, moved, nearest, study, write } = globalThis.PathwaysWalk;
  const ORDER = ["unmet", "unknown", "met", "not-assessed"];
  const inWords = (day) =>
    new Date(`${day}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

  globalThis.PathwaysResults = (root, quiz, labelOf) => {
    const part = (name) => root.querySelector(`template[data-part="${name}"]`).content;
    const copy = (name) => part(name).firstElementChild.cloneNode(true);
    const badge = (name, id) => part(name).querySelector(`[class$="--${id}"]`).cloneNode(true);
    const items = (section, kind) => [
      ...document.getElementById(section).closest("section").querySelectorAll(kind),
    ];
    const policy = document.getElementById("policy") ? items("policy", "li") : [];
    const words = items("conditions", "li");
    const cards = new Map(items("pathways", ".ctp-card").map((card, at) => [quiz.pathways[at].id, card]));
    const pageOf = (id) => cards.get(id).querySelector(".ctp-card__title a");
    const claimed = (id) => !quiz.questions.some((each) => id.startsWith(`${each.id}/`));
    const number = new Map(quiz.conditions.map(({ id }, at) => [id, at]));
    const results = root.querySelector(".ctp-results");
    const $ = (selector, within = results) => within.querySelector(selector);
    const group = (outcome) => $(`[data-group="${outcome}"]`);
    const reasons = $(".ctp-results__reasons");

    // The words of a condition with its state, linked to the page of the pathway.
    const said = (pathway, { id, state }) => {
      const item = words[number.get(id)].cloneNode(true);
      const own = `${pathway}/`;
      const anchor = id.startsWith(own) ? id.slice(own.length) : id.replaceAll("/", "-");
      const link = copy("claim");
      link.href = `${pageOf(pathway).getAttribute("href")}#${claimed(id) ? anchor : "contact"}`;
      link.setAttribute("aria-label", `${link.textContent}: ${item.firstChild.textContent}`);
      item.append(" ", link);
      item.prepend(badge("states", state), " ");
      return item;
    };

    const fill = (list, nodes) => {
      const holder = list.closest("details");
      list.replaceChildren(...nodes);
      if (!holder) return;
      holder.hidden = !nodes.length;
      const count = $("summary > [data-count]", holder);
      if (count) count.textContent = nodes.length;
    };

    const change = ({ question, options, outcome }) => {
      const item = copy("change");
      $("[data-asks]", item).textContent = root.querySelector(`#question-${question}`).textContent;
      $("[data-label]", item).textContent = options.map((each) => labelOf(question, each)).join("” or “");
      $("[data-outcome]", item).replaceWith(badge("outcomes", outcome));
      return item;
    };

    // The policy changes that concern a pathway and this nationality, those for few nationalities first.
    const warnings = (shown, { alerts }, outcome, answers, on) => {
      const concerns = (at) => {
        const one = { ...quiz, conditions: [quiz.alerts[at]], pathways: [{ id: "", conditions: [0] }] };
        return study(one, answers, on)[""].outcome !== "closed";
      };
      const found = alerts.filter(concerns).sort((a, b) => !quiz.alerts[a].when - !quiz.alerts[b].when);
      fill($("[data-alerts] ul", shown), found.map((at) => policy[at].cloneNode(true)));
      $("[data-alerts]", shown).open = outcome !== "closed";
    };

    const count = (shown, requirements) => {
      for (const each of shown.querySelectorAll("[data-state-count]")) {
        const total = requirements.filter(({ state }) => state === each.dataset.stateCount).length;
        $("[data-count]", each).textContent = total;
        each.hidden = !total;
      }
    };

    // What a card shows at once: what closes it, or else what is not met or not known.
    const first = ({ outcome, closing, requirements }) =>
      requirements.filter(({ id, state }) =>
        outcome === "closed" ? closing.includes(id) : state === "unmet" || state === "unknown",
      );

    const show = (pathway, finding, changes, answers, on) => {
      const shown = copy("result");
      const { outcome, requirements } = finding;
      const why = outcome === "closed" ? fit(quiz, finding) : "";
      for (const each of shown.querySelectorAll("[data-fit]")) each.hidden = each.dataset.fit !== why;
      const sorted = [...requirements].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
      count(shown, requirements);
      fill($(".ctp-result__first", shown), first(finding).map((each) => said(pathway.id, each)));
      fill($(".ctp-result__all", shown), sorted.map((each) => said(pathway.id, each)));
      warnings(shown, pathway, outcome, answers, on);
      fill($("[data-changes] ul", shown), changes.map(change));
      const marks = first(finding).map(({ id }) => mark(pathway.id, id, finding));
      $("[data-marks]", shown).textContent = marks.join(", ");
      $(".ctp-result__marks", shown).hidden = !marks.length;
      cards.get(pathway.id).append(shown);
    };

    // On paper each reason stands once, below the pathways, and they name its number.
    const mark = (pathway, id, { requirements }) => {
      let found = reasons.querySelector(`[data-condition="${id}"]`);
      if (!found) {
        found = said(pathway, requirements.find((each) => each.id === id));
        found.dataset.condition = id;
        reasons.append(found);
      }
      return [...reasons.children].indexOf(found) + 1;
    };

    const sort = (findings) => {
      const ids = quiz.pathways.map(({ id }) => id).sort(nearest(findings));
      const possible = ids.some((id) => ["open", "open-if"].includes(findings[id].outcome));
      for (const id of ids) $("ul", group(findings[id].outcome)).append(cards.get(id));
      for (const each of results.querySelectorAll("[data-group]")) {
        const total = $("ul", each).children.length;
        const sum = $(`[data-sum="${each.dataset.group}"]`);
        each.hidden = sum.hidden = !total;
        $("[data-count]", each).textContent = $("[data-count]", sum).textContent = total;
      }
      $("[data-nearest]").hidden = possible;
      $(".ctp-results__folded").open = !possible;
    };

    // The visas of what is open, or open if, side by side: the comparison takes four.
    const beside = (findings) => {
      const holder = $("[data-compare]");
      const open = quiz.pathways.filter(({ id }) => ["open", "open-if"].includes(findings[id].outcome));
      const visas = new Map(open.map(({ id, visa }) => [visa, cards.get(id)]));
      const some = [...visas.keys()].slice(0, 4);
      holder.hidden = some.length < 2;
      $("a", holder).href = `${$("a", holder).getAttribute("href").split("#")[0]}#cols=${some.join(",")}`;
      $("span", holder).textContent = some.map((visa) => $(".ctp-stop--visa a", visas.get(visa)).textContent).join(", ");
    };

    const compare = (link, answers, on) => {
      const dated = Boolean(link && link.version); // a link written by hand has no past to compare with
      const changed = dated ? moved(quiz, answers, on, link.outcomes) : [];
      const newer = dated && link.version !== quiz.version;
      $("[data-old]").hidden = !newer && !changed.length;
      $("[data-rules-changed]").hidden = !newer;
      $("[data-same]").hidden = Boolean(changed.length);
      $("[data-moved]").hidden = !changed.length;
      fill($("[data-moved] ul"), changed.map(({ id, was, is }) => {
        const item = copy("moved");
        $("[data-name]", item).textContent = pageOf(id).textContent;
        $("[data-was]", item).replaceWith(badge("outcomes", was));
        $("[data-is]", item).replaceWith(badge("outcomes", is));
        return item;
      }));
    };

    addEventListener("beforeprint", () => {
      for (const each of results.querySelectorAll(".ctp-results__folded")) each.open = true;
    });

    return (answers, on, link) => {
      const findings = study(quiz, answers, on);
      const changes = improvements(quiz, answers, on);
      reasons.replaceChildren();
      sort(findings);
      for (const old of results.querySelectorAll(".ctp-result")) old.remove();
      for (const pathway of quiz.pathways) {
        show(pathway, findings[pathway.id], changes.get(pathway.id), answers, on);
      }
      for (const { id } of quiz.questions) {
        const row = $(`[data-answer="${id}"]`);
        row.hidden = !Object.hasOwn(answers, id);
        if (!row.hidden) $("[data-said]", row).textContent = labelOf(id, answers[id]);
      }
      compare(link, answers, on);
      beside(findings);
      $("[data-as-of]").textContent = inWords(quiz.as_of);
      $("[data-today]").textContent = inWords(on);
      $("[data-link]").href = $("[data-link]").dataset.link + write(quiz, answers, on);
    };
  };
})();
