"""A claim's id names one claim of its record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.model.dataset import Dataset
from generator.model.walk import claims_in
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find ids that two claims of one record share."""
    for record in dataset.everything():
        seen: set[str] = set()
        for path, claim in claims_in(record):
            if path and claim.id in seen:
                message = f'the id "{claim.id}" names two claims of this record.'
                yield problem(dataset, record, (*path, "id"), message, "Rename one.")
            seen.add(claim.id)
