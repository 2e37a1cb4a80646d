"""A public id that was released still exists, or is redirected to one that does."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.derive.changes import gone
from generator.derive.public_ids import public_ids
from generator.model.dataset import Dataset
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find released ids that lead nowhere, and redirects of ids that exist."""
    for released in gone(dataset):
        message = f'"{released.id}" was released and is gone.'
        tip = f"Add {released.id}: {{to: ...}} to {dataset.folder}/redirects.yml."
        yield problem(dataset, released, (), message, tip)
    known = public_ids(dataset)
    for redirect in dataset.of("redirect").values():
        if redirect.id in known:
            message = f'"{redirect.id}" exists, so it cannot be redirected.'
            yield problem(dataset, redirect, (), message, "Delete the redirect.")
