"""A change note is kept under its day, and names a claim that its record has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.model.dataset import Dataset
from generator.model.walk import claims_in
from generator.problems import Problem, nearest


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find change notes in a file that is no day, or on claims that are not there."""
    for changes in dataset.of("changes").values():
        if changes.day is None:
            message = "the file's name is not a day."
            yield problem(dataset, changes, (), message, "Name it 2026-01-31.yml.")
        for number, note in enumerate(changes.notes):
            record = dataset.public(note.record)
            claims = {claim.id for _, claim in claims_in(record)} if record else set()
            if note.claim and note.claim not in claims:
                path = ("notes", number, "claim")
                message = f'"{note.claim}" is not a claim of "{note.record}".'
                yield problem(dataset, changes, path, message, nearest(note.claim, claims))
