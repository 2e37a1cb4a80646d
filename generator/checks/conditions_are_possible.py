"""No condition is impossible to meet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.derive.conditions import compile_rule, options_of
from generator.derive.outcomes import possible
from generator.model.claim import Condition
from generator.model.dataset import Dataset
from generator.model.walk import claims_in
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find conditions that no answers can meet."""
    options = options_of(dataset)
    for record in dataset.everything():
        for path, claim in claims_in(record):
            if not isinstance(claim, Condition) or claim.met_when is None:
                continue
            if not possible([compile_rule(claim.met_when, options)], options):
                message = f'no answers can meet "{claim.id}".'
                yield problem(dataset, record, (*path, "met_when"), message, "Mend the rule.")
