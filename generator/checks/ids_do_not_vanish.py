"""A public id that was released still exists, or is redirected to one that does."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.model.dataset import Dataset
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find released ids that lead nowhere."""
    redirects = dataset.of("redirect")
    for released in dataset.of("published").values():
        if dataset.public(released.id) is None and released.id not in redirects:
            message = f'"{released.id}" was released and is gone.'
            tip = f"Add {released.id}: {{to: ...}} to data/redirects.yml."
            yield problem(dataset, released, (), message, tip)
    for redirect in redirects.values():
        if dataset.public(redirect.id) is not None:
            message = f'"{redirect.id}" exists, so it cannot be redirected.'
            yield problem(dataset, redirect, (), message, "Delete the redirect.")
