"""The two engines side by side: the Python one, and the engine.js that ships, in a real browser."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from playwright.sync_api import Page

from generator.derive.quiz import Finding, next_question, study
from tests.quiz.enumeration import OUTCOMES, STATES, Quiz, choices, combinations
from tests.sites import ROOT

Profile = tuple[dict[str, Any], str | None]

ENGINE = ROOT / "site_overrides/assets/quiz/engine.js"

# Both sides write a finding in the same few letters: outcome, states, what closes, what is open.
IN_BROWSER = """
window.shown = (small, finding) => {
  const outcomes = OUTCOMES;
  const states = STATES;
  const ids = finding.requirements.map(({ id }) => id);
  const asked = small.questions.map(({ id }) => (finding.asks.includes(id) ? "1" : "0"));
  return outcomes[finding.outcome] + finding.requirements.map(({ state }) => states[state]).join("")
    + "/" + ids.map((id) => (finding.closing.includes(id) ? "1" : "0")).join("")
    + "/" + asked.join("") + ";";
};
window.profiles = (quiz, profiles) =>
  profiles.map(([answers, on]) => {
    const findings = Object.values(Pathways.study(quiz, answers, on || undefined));
    const following = Pathways.next(quiz, answers, on || undefined);
    return following + ":" + findings.map((each) => shown(quiz, each)).join("");
  });
window.enumerate = (small, offered) => {
  const answers = {};
  const id = small.pathways[0].id;
  let said = "";
  const walk = (at) => {
    if (at === offered.length) {
      said += shown(small, Pathways.study(small, answers)[id]);
      return;
    }
    for (const option of offered[at][1]) {
      answers[offered[at][0]] = option;
      walk(at + 1);
    }
  };
  walk(0);
  return said;
};
""".replace("OUTCOMES", json.dumps(OUTCOMES)).replace("STATES", json.dumps(STATES))


def load_engine(page: Page, source: str = "") -> None:
    """Put the engine and our few lines around it into an empty page."""
    page.goto("about:blank")
    page.add_script_tag(content=source or ENGINE.read_text("utf-8"))
    page.add_script_tag(content=IN_BROWSER)


def shown(small: Quiz, finding: Finding) -> str:
    """A finding in the same letters as in the browser."""
    states = "".join(STATES[state] for _, state in finding.states)
    closing = "".join("1" if each in finding.closing else "0" for each, _ in finding.states)
    asked = "".join("1" if each["id"] in finding.asks else "0" for each in small["questions"])
    return f"{OUTCOMES[finding.outcome]}{states}/{closing}/{asked};"


def said_in_python(small: Quiz, combined: Iterable[Mapping[str, str]]) -> str:
    """What Python says for many answers to one pathway."""
    name = small["pathways"][0]["id"]
    return "".join(shown(small, study(small, each)[name]) for each in combined)


def differs(page: Page, small: Quiz, *, collapse: bool = True) -> str:
    """The first combination on which the engines differ, or nothing."""
    offered = choices(small, collapse=collapse)
    first, options = offered[0]
    for option in options:  # in parts: the largest pathway has millions of combinations
        part = [(first, [option]), *offered[1:]]
        theirs = call(page, "enumerate", small, part)
        ours = said_in_python(small, combinations(part))
        if hashlib.sha256(ours.encode()).digest() != hashlib.sha256(theirs.encode()).digest():
            pairs = zip(ours.split(";"), theirs.split(";"), strict=False)
            where = next(number for number, (a, b) in enumerate(pairs) if a != b)
            return f"{option}, combination {where}"
    return ""


def both_say(page: Page, quiz: Quiz, profiles: Sequence[Profile]) -> None:
    """Check that for some answers and days both engines say the very same of every pathway."""
    theirs = call(page, "profiles", quiz, profiles)
    for (answers, on), there in zip(profiles, theirs, strict=True):
        here = "".join(shown(quiz, each) for each in study(quiz, answers, on).values())
        following = next_question(quiz, answers, on) or "null"
        assert there == f"{following}:{here}", (answers, on)


def call(page: Page, function: str, *values: Any) -> Any:
    """Call a function of the page; as text, which crosses over much faster than values do."""
    script = f"text => JSON.stringify({function}(...JSON.parse(text)))"
    return json.loads(page.evaluate(script, json.dumps(values)))
