"""The rules tell at most thirty kinds of options of a question apart."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.derive.quiz_rules import MOST_CLASSES, rules_of_quiz
from generator.model.dataset import Dataset
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find questions whose options the rules tell apart too finely for the compiled quiz."""
    if not dataset.of("quiz"):
        return
    for question, classes in rules_of_quiz(dataset).classes.items():
        kinds = len(set(classes.values()))
        if kinds > MOST_CLASSES:
            message = f"the rules tell {kinds} kinds of its options apart, {MOST_CLASSES} fit."
            tip = "Join rules on single options, by country lists for instance."
            yield problem(dataset, dataset.questions[question], ("options",), message, tip)
