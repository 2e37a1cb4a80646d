"""A refined, corrected or disputed claim shows the other side."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.model.dataset import Dataset
from generator.model.walk import claims_in
from generator.problems import Problem

ONE_SIDED = {"confirmed", "unverified"}


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find claims that say there is another side and do not show it."""
    for record in dataset.everything():
        for path, claim in claims_in(record):
            if claim.standing not in ONE_SIDED and not claim.others:
                message = f'"{claim.id}" is {claim.standing}, and shows no other side.'
                tip = "Add others: with what the other source says."
                yield problem(dataset, record, (*path, "standing"), message, tip)
