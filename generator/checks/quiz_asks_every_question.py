"""The quiz asks every question once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.model.dataset import Dataset
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find questions that the order leaves out or repeats."""
    quizzes = dataset.of("quiz").values()
    for quiz in quizzes:
        for number, question in enumerate(quiz.order):
            if question in quiz.order[:number]:
                message = f'"{question}" stands here twice.'
                yield problem(dataset, quiz, ("order", number), message, "Delete one.")
    asked = {each for quiz in quizzes for each in quiz.order}
    for question in dataset.questions.values():
        if question.id not in asked:
            message = "the quiz never asks this question."
            tip = "Add it to order in data/quiz/quiz.yml."
            yield problem(dataset, question, (), message, tip)
