"""A disputed claim that decides says for which answers the law is unsure."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.model.claim import Condition
from generator.model.dataset import Dataset
from generator.model.predicate import each_test
from generator.model.walk import claims_in
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find disputed conditions whose rule is as sure as any other."""
    for record in dataset.everything():
        for path, claim in claims_in(record):
            if not isinstance(claim, Condition) or claim.met_when is None:
                continue
            unsure = any(test.maybe for test in each_test(claim.met_when))
            if claim.standing == "disputed" and not unsure:
                message = f'"{claim.id}" is disputed, yet its rule has no maybe.'
                tip = "Add maybe: [...] with the options that only one side allows."
                yield problem(dataset, record, (*path, "met_when"), message, tip)
