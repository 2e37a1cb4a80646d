"""A small mistake in either engine does not go unseen."""

from __future__ import annotations

import sys
import types
from typing import Any

from playwright.sync_api import Page

from generator.derive import quiz as shipped
from tests.quiz.enumeration import Quiz
from tests.quiz.mutants import of_python, of_script
from tests.quiz.transcripts import people
from tests.quiz.twins import ENGINE, Profile, call
from tests.sites import ROOT

DAYS = (None, "2025-12-31", "2026-01-01", "2026-03-16", "2026-03-17")
ODD: tuple[Profile, ...] = (
    ({"a": "x", "b": "p"}, None),
    ({"a": ["x"], "b": 1}, None),
    ({"a": "end"}, None),
    ({"a": "unsure", "b": "q"}, None),
    ({"a": "y"}, None),
    ({"b": "unsure", "s": "n"}, None),
    ({"a": "z", "b": "q", "s": "m"}, "2026-05-01"),
    ({"a": "z", "b": "q"}, "2026-05-02"),
    ({"a": "z", "b": "q"}, "2026-04-01"),
    ({"a": "z"}, "2026-03-31"),
    ({"a": "z"}, "2026-06-01"),
    ({"a": "z"}, "2026-06-02"),
)
SMALL: Quiz = {
    "questions": [
        {
            "id": "a",
            "nature": "person",
            "ends": {"end": "page"},
            "options": {"x": 0, "y": 1, "z": 2, "end": 3},
        },
        {"id": "b", "nature": "plan", "ends": {}, "options": {"p": 0, "q": 1}},
        {"id": "s", "nature": "step", "ends": {}, "options": {"n": 0, "m": 1}},
    ],
    "conditions": [
        {"id": "unsure-law", "when": ["a", 1, 3]},
        {"id": "either", "when": {"any": [["b", 1, 1], {"all": [["s", 2, 2], ["a", 9, 13]]}]}},
        {"id": "dated", "when": ["a", 3, 3], "from": "2026-04-01", "until": "2026-05-01"},
        {"id": "reviewed", "when": ["a", 3, 3], "review": "2026-06-01"},
        {"id": "listed"},
        {"id": "step", "when": ["s", 2, 2]},
    ],
    "pathways": [
        {"id": "all", "conditions": [0, 1, 2, 3, 4, 5]},
        {"id": "listed-only", "conditions": [4]},
        {"id": "dated-only", "conditions": [2, 4]},
        {"id": "reviewed-only", "conditions": [3]},
        {"id": "steps", "conditions": [5, 1]},
        {"id": "unsure-only", "conditions": [0]},
    ],
}


def corpus(quiz: Quiz) -> list[tuple[Quiz, list[Profile]]]:
    """Answers on which a mistake shows: people on their way, on each side of the dates."""
    found: list[Profile] = []
    for number, given in enumerate(people(quiz, 40, 8)):
        steps = list(given.items())
        found += [(dict(steps[: at + 1]), DAYS[number % 5]) for at in range(len(steps))]
    return [(SMALL, list(ODD)), (quiz, found)]


def told(engine: Any, quiz: Quiz, profile: Profile) -> Any:
    """All that an engine says, in values that compare."""
    answers, on = profile
    return [
        engine.next_question(quiz, answers, on),
        engine.evaluate(quiz, answers, on),
        {
            name: [list(each.closing), sorted(each.asks)]
            for name, each in engine.study(quiz, answers, on).items()
        },
    ]


def caught(source: str, expected: list[tuple[Quiz, Profile, Any]]) -> bool:
    """Whether a broken Python engine says something else, or nothing."""
    broken = types.ModuleType("generator.derive.broken")
    try:
        sys.modules[broken.__name__] = broken  # its dataclass looks the module up by name
        exec(compile(source, "broken", "exec"), broken.__dict__)
        return any(told(broken, quiz, profile) != said for quiz, profile, said in expected)
    except Exception:
        return True


def test_every_mistake_in_the_python_engine_is_caught(deciding: Quiz) -> None:
    expected = [
        (quiz, profile, told(shipped, quiz, profile))
        for quiz, profiles in corpus(deciding)
        for profile in profiles
    ]
    source = (ROOT / "generator/derive/quiz.py").read_text("utf-8")
    mutants = list(of_python(source))
    assert len(mutants) > 40
    assert [what for what, broken in mutants if not caught(broken, expected)] == []


IN_BROWSER = """
window.said = (engine, quiz, profiles) => profiles.map(([answers, day]) => {
  const on = day || undefined;
  const findings = Object.values(engine.study(quiz, answers, on));
  const more = findings.map(({ closing, asks }) => [closing, asks]);
  return JSON.stringify([engine.next(quiz, answers, on), engine.evaluate(quiz, answers, on), more]);
});
window.caught = (corpus, sources) => {
  const expected = corpus.map(([quiz, profiles]) => said(Pathways, quiz, profiles));
  return sources.filter((source) => {
    try {
      const place = {};
      new Function("globalThis", source)(place);
      return corpus.every(([quiz, profiles], at) => profiles.every((profile, number) =>
        said(place.Pathways, quiz, [profile])[0] === expected[at][number]));
    } catch {
      return false;
    }
  });
};
"""


def test_every_mistake_in_the_shipped_engine_is_caught(engine: Page, deciding: Quiz) -> None:
    engine.add_script_tag(content=IN_BROWSER)
    mutants = {broken: what for what, broken in of_script(ENGINE.read_text("utf-8"))}
    assert len(mutants) > 40
    survivors = call(engine, "caught", corpus(deciding), list(mutants))
    assert [mutants[each] for each in survivors] == []
