"""Each profile comes to what its case says, and for that reason."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

import pytest

from generator.derive.quiz import next_question, study
from tests.quiz.cases import answers_of, names, read
from tests.quiz.enumeration import Quiz
from tests.quiz.profiles import closed_by
from tests.quiz.transcripts import walk

PEOPLE = read("people")
OUTCOMES = ("open", "open-if", "need-facts", "not-assessed")
MEDIAN = 9
PLAIN = {
    "citizenship": "UG",
    "entry_exception": "no",
    "level": "img-3-plus",
    "stay": "1-year",
    "pay": "unpaid",
    "enrollment": "none",
    "esta_bars": "no",
    "offer": "none",
    "school_recognized": "yes",
    "exams": "none",
    "us_training": "none",
    "license_abroad": "none",
    "renown": "none",
    "prior_j1": "none",
    "goal": "observe",
}
"""What a person answers to a question that the case is not about."""


@pytest.mark.parametrize("name", names())
def test_a_pathway_is_open_and_closed_as_its_cases_say(quiz: Quiz, name: str) -> None:
    case = read(name)
    pathway = case["pathway"]
    base = answers_of(case["open"]["who"])
    assert study(quiz, base)[pathway].outcome == "open"
    for each in case["closed"]:
        finding = study(quiz, {**base, **answers_of(each["but"])})[pathway]
        assert finding.outcome == "closed", each
        assert each["by"] in finding.closing, each


@pytest.mark.parametrize("name", names())
def test_each_condition_that_can_close_a_pathway_has_a_case(quiz: Quiz, name: str) -> None:
    case = read(name)
    steps = {each["id"] for each in quiz["questions"] if each["nature"] == "step"}
    found = next(each for each in quiz["pathways"] if each["id"] == case["pathway"])
    base = answers_of(case["open"]["who"])
    told = {each["by"] for each in case["closed"]}
    for number in found["conditions"]:
        condition = quiz["conditions"][number]
        if "when" not in condition or condition["id"] in told:
            continue
        only_steps = {test[0] for test in _tests(condition["when"])} <= steps
        if not only_steps:
            assert closed_by(quiz, case["pathway"], condition["id"]) is None, condition["id"]
    assert base


def _tests(tree: object) -> list[list[str]]:
    if isinstance(tree, dict):
        return [test for parts in tree.values() for part in parts for test in _tests(part)]
    assert isinstance(tree, list)
    return [tree]


def test_every_pathway_has_its_cases(quiz: Quiz) -> None:
    assert {read(name)["pathway"] for name in names()} == {each["id"] for each in quiz["pathways"]}


@pytest.mark.parametrize("person", PEOPLE, ids=[each["about"] for each in PEOPLE])
def test_a_person_gets_what_the_case_says(quiz: Quiz, person: dict[str, object]) -> None:
    answers = answers_of(str(person["who"]))
    assert next_question(quiz, answers) is None
    assert list(walk(quiz, answers.__getitem__)) == list(answers)
    assert len(answers) == int(str(person["questions"]))
    found: dict[str, list[str]] = {}
    for pathway, finding in study(quiz, answers).items():
        found.setdefault(finding.outcome, []).append(pathway.removeprefix("california/"))
    found.pop("closed", None)
    assert found == {each: person[each] for each in OUTCOMES if each in person}


def test_half_of_the_people_answer_nine_questions_or_fewer(quiz: Quiz) -> None:
    counts = sorted(len(_asked(quiz, each)) for each in profiles())
    assert median(counts) <= MEDIAN, counts


def profiles() -> Iterator[dict[str, str]]:
    """The people of the cases, and those for whom a pathway is open. Who is not ends earlier."""
    yield from (answers_of(each["who"]) for each in PEOPLE)
    yield from (answers_of(read(name)["open"]["who"]) for name in names())


def _asked(quiz: Quiz, answers: dict[str, str]) -> dict[str, str]:
    """The way of a person through the questions; what the case leaves out is the plain answer."""
    return walk(quiz, lambda question: answers.get(question, PLAIN[question]))
