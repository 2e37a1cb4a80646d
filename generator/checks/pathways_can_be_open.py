"""Every pathway can be open for somebody."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.derive.conditions import options_of
from generator.derive.outcomes import possible, rules_of
from generator.model.dataset import Dataset
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find pathways whose conditions exclude each other."""
    options = options_of(dataset)
    for pathway in dataset.pathways.values():
        trees = [rule.tree for rule in rules_of(dataset, pathway, options)]
        if not possible(trees, options):
            message = "its conditions exclude each other: it can never be open."
            yield problem(dataset, pathway, (), message, "Compare its visa, license and own rules.")
