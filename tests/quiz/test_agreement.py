"""Python and the shipped engine.js say the same: outcome, states, reasons, open questions."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page

from generator.derive.quiz import evaluate
from tests.quiz.enumeration import Quiz, alone
from tests.quiz.profiles import opening
from tests.quiz.twins import Profile, both_say, call, differs
from tests.sites import ROOT

PATHWAYS = sorted(path.stem for path in (ROOT / "data/states/california/pathways").glob("*.yml"))
BASES = (
    {
        "citizenship": "NG",
        "level": "img-3-plus",
        "goal": "research-teaching",
        "offer": "faculty-full-time",
        "school_recognized": "yes",
        "pay": "paid-by-host",
    },
    {
        "citizenship": "UG",
        "level": "student",
        "goal": "short-rotation",
        "stay": "30-days",
        "pay": "unpaid",
        "enrollment": "abroad-final-years",
        "offer": "none",
    },
)


def days_beside(quiz: Quiz) -> list[str]:
    """The days on each side of every date in the quiz."""
    found = set()
    for each in quiz["conditions"]:
        for name in {"from", "until", "review"} & each.keys():
            day = date.fromisoformat(each[name])
            found |= {day + timedelta(days=move) for move in (-1, 0, 1)}
    return [day.isoformat() for day in sorted(found)]


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_every_combination_of_a_pathways_answers(engine: Page, quiz: Quiz, pathway: str) -> None:
    assert differs(engine, alone(quiz, f"california/{pathway}")) == ""


def test_every_single_option_beside_a_fixed_base(engine: Page, quiz: Quiz) -> None:
    profiles: list[Profile] = [
        ({**base, question["id"]: option}, None)
        for base in BASES
        for question in quiz["questions"]
        for option in [*question["options"], "unsure"]
    ]
    assert len(profiles) > 2 * 300
    both_say(engine, quiz, profiles)


def test_each_side_of_every_date(engine: Page, quiz: Quiz) -> None:
    days = days_beside(quiz)
    assert len(days) >= 6
    bases = [opening(quiz, each["id"]) for each in quiz["pathways"]]
    profiles: list[Profile] = [
        ({**base, "citizenship": passport, "entry_exception": exception}, day)
        for base in bases[::4]
        for passport in ("AF", "NG", "PS", "UG", "AU", "stateless-or-other", "unsure")
        for exception in ("yes", "no", "unsure")
        for day in days
    ]
    both_say(engine, quiz, profiles)


def test_answers_that_the_rules_do_not_know_are_ignored(engine: Page, quiz: Quiz) -> None:
    odd = [
        {"no-such-question": "x", "__proto__": "US", "constructor": "toString"},
        {"citizenship": "constructor", "level": "no-such-option", "goal": "__proto__"},
        {"citizenship": ["US"], "level": 1, "goal": None, "stay": {"a": 1}},
    ]
    both_say(engine, quiz, [(each, None) for each in json.loads(json.dumps(odd))])


@pytest.mark.parametrize("answers", [{}, BASES[0]])
def test_evaluate_gives_what_is_promised(engine: Page, quiz: Quiz, answers: dict[str, str]) -> None:
    theirs = call(engine, "Pathways.evaluate", quiz, answers)
    assert theirs == evaluate(quiz, answers)
    for said in theirs.values():
        assert said.keys() == {"outcome", "requirements"}
        assert all(each.keys() == {"id", "state"} for each in said["requirements"])
