"""The compiled quiz says what the data says."""

from __future__ import annotations

import re
from itertools import product

import pytest

from generator.derive.conditions import NO, YES, atoms, evaluate
from generator.derive.quiz import STATES, study
from generator.derive.quiz_rules import MOST_CLASSES, Rules
from generator.model.dataset import Dataset
from tests.quiz.enumeration import Quiz
from tests.quiz.profiles import opening
from tests.sites import ROOT


def test_no_question_has_more_classes_than_a_mask_has_bits(quiz: Quiz) -> None:
    for question in quiz["questions"]:
        classes = set(question["options"].values())
        assert classes == set(range(len(classes)))
        assert len(classes) <= MOST_CLASSES


def test_a_compiled_rule_treats_every_option_as_the_written_one_does(
    quiz: Quiz, rules: Rules
) -> None:
    for number, condition in enumerate(rules.conditions):
        if condition.tree is None:
            continue
        questions = list(dict.fromkeys(atom.question for atom in atoms(condition.tree)))
        small = {
            **quiz,
            "conditions": [quiz["conditions"][number]],
            "pathways": [{"id": "it", "conditions": [0]}],
        }
        for picked in product(*(rules.options.of[each] for each in questions)):
            answers = dict(zip(questions, picked, strict=True))
            bits = {q: rules.options.bits(q, (each,)) for q, each in answers.items()}
            (found,) = study(small, answers)["it"].states
            assert found[1] == STATES[evaluate(condition.tree, bits)], (condition.id, answers)


def test_every_pathway_can_be_open(quiz: Quiz) -> None:
    for pathway in quiz["pathways"]:
        assert study(quiz, opening(quiz, pathway["id"]))[pathway["id"]].outcome == "open"


def test_every_question_can_matter(quiz: Quiz) -> None:
    moved = set()
    for pathway in quiz["pathways"][::3]:
        base = opening(quiz, pathway["id"])
        for question in quiz["questions"]:
            for option in list(question["options"])[:: max(1, len(question["options"]) // 25)]:
                now = study(quiz, {**base, question["id"]: option})[pathway["id"]].outcome
                if now != "open":
                    moved.add(question["id"])
    moved |= {"entry_exception"} if _exception_matters(quiz) else set()
    assert moved == {each["id"] for each in quiz["questions"]}


def _exception_matters(quiz: Quiz) -> bool:
    outcomes = {
        study(quiz, {"citizenship": "AF", "entry_exception": each})["california/f-1-degree"].outcome
        for each in ("yes", "no")
    }
    return len(outcomes) > 1


def test_no_condition_is_impossible(quiz: Quiz, rules: Rules) -> None:
    for condition in rules.conditions:
        if condition.tree:
            assert evaluate(condition.tree, {}) not in {YES, NO}, condition.id


def test_a_dated_policy_does_not_exist_before_its_day_and_closes_nothing_after_its_review(
    quiz: Quiz,
) -> None:
    answers = {"citizenship": "AF", "entry_exception": "no"}
    name, limit = "california/f-1-degree", "entry-limits-full/entry-limits-full"

    def said(on: str | None) -> tuple[str, str | None]:
        finding = study(quiz, answers, on)[name]
        return finding.outcome, dict(finding.states).get(limit)

    assert said(None) == ("closed", "unmet")
    assert said("2025-12-31") == ("need-facts", None)
    assert said("2026-01-01") == ("closed", "unmet")
    assert said("2026-03-16") == ("closed", "unmet")
    assert said("2026-03-17") == ("need-facts", "unknown")


def test_alerts_never_close(quiz: Quiz) -> None:
    without = {**quiz, "alerts": []}
    answers = {"citizenship": "UG", "level": "student"}
    assert study(without, answers) == study(quiz, answers)


def test_the_version_follows_the_rules_and_not_the_day(real: Dataset, quiz: Quiz) -> None:
    assert re.fullmatch("[0-9a-f]{16}", quiz["version"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", quiz["as_of"])


def test_the_format_is_documented(quiz: Quiz) -> None:
    words = (ROOT / "docs/quiz.md").read_text("utf-8")
    for part in ("questions", "conditions", "alerts", "pathways"):
        for field in {name for each in quiz[part] for name in each}:
            assert f"`{field}`" in words, f"{part}.{field}"
    for field in quiz:
        assert f"`{field}`" in words, field


@pytest.mark.parametrize("field", ["id", "visa", "license", "levels", "contact"])
def test_each_pathway_says_what_it_is(real: Dataset, quiz: Quiz, field: str) -> None:
    assert [each[field] for each in quiz["pathways"]] == [
        list(value) if isinstance(value := getattr(each, field), tuple) else value
        for each in real.pathways.values()
    ]
