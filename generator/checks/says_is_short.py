"""A claim is one short sentence: at most 25 words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.model.dataset import Dataset
from generator.model.walk import walk
from generator.problems import Problem

MOST_WORDS = 25


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find sentences that are too long."""
    for record in dataset.everything():
        for path, value in walk(record):
            says = getattr(value, "says", None)
            count = len(says.split()) if isinstance(says, str) else 0
            if count > MOST_WORDS:
                message = f"this has {count} words; a claim has at most {MOST_WORDS}."
                yield problem(dataset, record, (*path, "says"), message, "Split or shorten it.")
