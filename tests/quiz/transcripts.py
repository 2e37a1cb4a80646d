"""Made-up people who answer one question after another."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from generator.derive.quiz import next_question
from tests.quiz.enumeration import Quiz

Answers = dict[str, str]


def walk(quiz: Quiz, answer: Callable[[str], str], on: str | None = None) -> Answers:
    """Answer until nothing is left to ask; the answers in the order of asking."""
    given: Answers = {}
    while question := next_question(quiz, given, on):
        given[question] = answer(question)
    return given


def options_of(quiz: Quiz) -> dict[str, list[str]]:
    """One option of each class of every question, and ``unsure``."""
    found = {}
    for question in quiz["questions"]:
        kinds = {kind: option for option, kind in reversed(question["options"].items())}
        found[question["id"]] = [*kinds.values(), "unsure"]
    return found


def people(quiz: Quiz, count: int, seed: int) -> Iterator[Answers]:
    """Transcripts of people who answer at random."""
    chance = random.Random(seed)
    options = options_of(quiz)
    for _ in range(count):
        yield walk(quiz, lambda question: chance.choice(options[question]))
