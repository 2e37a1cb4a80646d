"""The quick count of whose outcome differs is the slow count of every combination."""

from __future__ import annotations

from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from generator.derive.quiz import Quiz, study
from generator.derive.quiz_differences import outcome_changes
from generator.derive.quiz_rules import compile_quiz, rules_of_quiz
from generator.load import load
from tests.sites import ROOT
from tests.worlds import change


def quiz_of(data: Path) -> Quiz:
    dataset = load(data)
    return compile_quiz(dataset, rules_of_quiz(dataset))


def fares(quiz: Quiz, answers: dict[str, str]) -> dict[str, str]:
    return {pathway: finding.outcome for pathway, finding in study(quiz, answers).items()}


def slowly(old: Quiz, new: Quiz) -> dict[str, Counter[tuple[str, str]]]:
    """What every combination of options comes to in both, for pathways that differ."""
    names = [each["id"] for each in new["questions"]]
    options = [[*each["options"], "unsure"] for each in new["questions"]]
    found: dict[str, Counter[tuple[str, str]]] = {}
    for picked in product(*options):
        answers = dict(zip(names, picked, strict=True))
        was, now = fares(old, answers), fares(new, answers)
        for pathway in was:
            found.setdefault(pathway, Counter())[was[pathway], now[pathway]] += 1
    return {
        each: counter for each, counter in found.items() if any(was != now for was, now in counter)
    }


EDITS = {
    "a rule is turned around": (
        "data/visas/v-1.yml",
        "{up_to: short, maybe: [long]}",
        "long",
    ),
    "a doubt is settled": ("data/visas/v-1.yml", ", maybe: [long]", ""),
    "a rule is dropped": (
        "data/visas/v-1.yml",
        "    met_when: {stay: {up_to: short, maybe: [long]}}\n",
        "",
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_the_same_pathways_differ_in_the_same_ways(edit: str, world: Path) -> None:
    old = quiz_of(world / "data")
    change(world, *EDITS[edit])
    new = quiz_of(world / "data")
    found, slow = outcome_changes(old, new), slowly(old, new)
    assert found
    assert found.keys() == slow.keys()
    for pathway, (total, changed) in found.items():
        differing = {pair for pair in slow[pathway] if pair[0] != pair[1]}
        assert changed.keys() == differing
        assert sum(some.count for some in changed.values()) < total
        for (was, now), some in changed.items():
            assert fares(old, {**some.example})[pathway] == was
            assert fares(new, {**some.example})[pathway] == now


def test_counts_are_of_the_answers_that_rules_tell_apart() -> None:
    def quiz(must: int) -> Quiz:
        return {
            "questions": [
                {"id": "a", "nature": "person", "options": {"x": 0, "y": 1, "z": 1}, "ends": {}},
                {"id": "b", "nature": "person", "options": {"p": 0, "q": 1}, "ends": {}},
            ],
            "conditions": [
                {"id": "1", "when": ["a", must, must]},
                {"id": "2", "when": ["b", 1, 1]},
            ],
            "pathways": [{"id": "way", "conditions": [0, 1]}],
        }

    ((total, changed),) = outcome_changes(quiz(1), quiz(2)).values()
    assert total == 3 * 3  # x, y like z, not sure; p, q, not sure
    assert {pair: some.count for pair, some in changed.items()} == {
        ("closed", "open"): 1,
        ("closed", "need-facts"): 1,
        ("open", "closed"): 1,
        ("need-facts", "closed"): 1,
    }


def test_nothing_differs_from_itself() -> None:
    quiz = quiz_of(ROOT / "data")
    assert outcome_changes(quiz, quiz) == {}
