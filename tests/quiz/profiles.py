"""Answers that open a pathway, and answers that one condition closes: found by search."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.derive.quiz import Finding, study
from tests.quiz.enumeration import Quiz, alone, choices

Answers = dict[str, str]


def opening(quiz: Quiz, pathway: str) -> Answers:
    """Answers for which a pathway is open."""
    small = alone(quiz, pathway)
    found = _search(
        small, lambda finding: "unmet" not in dict(finding.states).values(), lambda _: True
    )
    return next(each for each in found if study(small, each)[pathway].outcome == "open")


def closed_by(quiz: Quiz, pathway: str, condition: str) -> Answers | None:
    """Answers for which a condition, and no other, closes a pathway; None if there are none."""
    small = alone(quiz, pathway)

    def possible(finding: Finding) -> bool:
        return set(finding.closing) <= {condition}

    found = _search(small, possible, lambda finding: finding.closing == (condition,))
    return next(found, None)


def _search(
    small: Quiz, possible: Callable[[Finding], bool], wanted: Callable[[Finding], bool]
) -> Iterator[Answers]:
    """Complete answers, one question after another, leaving what is no longer possible."""
    name = small["pathways"][0]["id"]
    offered = choices(small)

    def walk(answers: Answers, at: int) -> Iterator[Answers]:
        finding = study(small, answers)[name]
        if not possible(finding):
            return
        if at == len(offered):
            if wanted(finding):
                yield answers
            return
        question, options = offered[at]
        for option in options[:-1]:
            yield from walk({**answers, question: option}, at + 1)

    yield from walk({}, 0)
