"""A country list names countries, each once; a question offers each answer once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.model.dataset import Dataset
from generator.problems import Problem

EVERY = "all"
"""The list of all countries; the others name some of them."""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find codes and options that stand twice, and codes that are no country."""
    lists = dataset.of("country-list")
    known = set(lists[EVERY].codes) if EVERY in lists else set()
    for each in lists.values():
        for number, code in enumerate(each.codes):
            at = ("codes", number)
            if code in each.codes[:number]:
                yield problem(dataset, each, at, f'"{code}" stands here twice.', "Keep one.")
            elif known and code not in known:
                message = f'"{code}" is not in the list of all countries.'
                yield problem(dataset, each, at, message, "Correct it, or add it there.")
    for question in dataset.questions.values():
        ids = [option.id for option in question.options]
        for number, option in enumerate(ids):
            if option in ids[:number]:
                path = ("options", number, "id")
                message = f'"{option}" is offered twice.'
                yield problem(dataset, question, path, message, "Rename one.")
