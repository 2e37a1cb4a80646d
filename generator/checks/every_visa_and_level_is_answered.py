"""In a state that is fully mapped, every visa and level has a pathway or a reason why not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.model.dataset import Dataset
from generator.model.state import State
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find visas and levels that a fully mapped state leaves open."""
    for state in dataset.states.values():
        if state.coverage == "full":
            yield from _open(dataset, state)


def _open(dataset: Dataset, state: State) -> Iterator[Problem]:
    answered = {
        (pathway.visa, level)
        for pathway in dataset.pathways.values()
        if pathway.state == state.id
        for level in pathway.levels
    }
    for row in dataset.of("not-carried").values():
        if row.state == state.id and not row.licenses:
            levels = row.levels or tuple(dataset.of("level"))
            answered |= {(visa, level) for visa in row.visas for level in levels}
    for visa in dataset.visas:
        for level in dataset.of("level"):
            if (visa, level) not in answered:
                message = f'{visa} has no pathway for "{level}", and no reason why.'
                tip = f"Add a pathway, or a reason in states/{state.id}/not-carried.yml."
                yield problem(dataset, state, (), message, tip)
