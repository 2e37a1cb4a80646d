"""No requirement waits for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.finding import problem
from generator.derive.pathways import conditions_of
from generator.model.claim import Requirement
from generator.model.dataset import Dataset
from generator.model.state import Pathway
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find requirements of a pathway that wait for each other in a circle."""
    told: set[frozenset[str]] = set()
    for pathway in dataset.pathways.values():
        for circle in _circles(dataset, pathway):
            if frozenset(circle) in told:
                continue
            told.add(frozenset(circle))
            shown = " after ".join([*circle, circle[0]])
            message = f"these wait for each other: {shown}."
            yield problem(dataset, pathway, (), message, "Take one `after` out.")


def _circles(dataset: Dataset, pathway: Pathway) -> Iterator[list[str]]:
    after = {
        each.condition.id: each.condition.after
        for each in conditions_of(dataset, pathway)
        if isinstance(each.condition, Requirement)
    }
    clear: set[str] = set()
    for start in sorted(after):
        circle = _circle_from(start, after, clear)
        if circle:
            yield circle


def _circle_from(
    start: str, after: Mapping[str, tuple[str, ...]], clear: set[str]
) -> list[str] | None:
    """Follow ``after`` from one requirement; those found free of circles are added to clear."""
    trail = [start]
    rest = [iter(after[start])]
    while trail:
        step = next((each for each in rest[-1] if each in after and each not in clear), None)
        if step is None:
            clear.add(trail.pop())
            rest.pop()
        elif step in trail:
            return trail[trail.index(step) :]
        else:
            trail.append(step)
            rest.append(iter(after[step]))
    return None
