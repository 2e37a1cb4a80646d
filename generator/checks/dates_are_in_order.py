"""Dates are in order: nothing ends before it begins, or was read before it was written."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.model.dataset import Dataset
from generator.model.source import Source
from generator.model.walk import walk
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find dates that run backwards."""
    for record in dataset.everything():
        for path, value in walk(record):
            begin, end = getattr(value, "from_", None), getattr(value, "until", None)
            if begin and end and end < begin:
                message = "it ends before it begins."
                yield problem(dataset, record, (*path, "until"), message, "Swap from and until.")
        if isinstance(record, Source) and _read_too_early(record):
            message = "it speaks for a day after it was read."
            yield problem(dataset, record, ("as_of",), message, "Correct as_of or read_on.")


def _read_too_early(source: Source) -> bool:
    return bool(source.as_of and source.read_on and source.as_of.first > source.read_on)
