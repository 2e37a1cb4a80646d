"""No requirement waits for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.finding import problem
from generator.model.base import Record
from generator.model.claim import Requirement
from generator.model.dataset import Dataset
from generator.model.walk import walk
from generator.problems import DataPath, Problem

Steps = Mapping[str, tuple[Record, DataPath, Requirement]]


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find requirements, shared or written in a record, that wait for each other in a circle."""
    steps: Steps = {
        value.id: (record, path, value)
        for record in dataset.everything()
        for path, value in walk(record)
        if isinstance(value, Requirement)
    }
    clear: set[str] = set()
    for start in sorted(steps):
        circle = _circle_from(start, steps, clear)
        if circle:
            record, path, _ = steps[circle[0]]
            shown = " after ".join([*circle, circle[0]])
            message = f"these wait for each other: {shown}."
            yield problem(dataset, record, (*path, "after"), message, "Take one `after` out.")
            clear |= {*circle}


def _circle_from(start: str, steps: Steps, clear: set[str]) -> list[str] | None:
    """Follow ``after`` from one requirement; those found free of circles are added to clear."""
    trail = [start]
    rest = [iter(steps[start][2].after)]
    while trail:
        step = next((each for each in rest[-1] if each in steps and each not in clear), None)
        if step is None:
            clear.add(trail.pop())
            rest.pop()
        elif step in trail:
            return trail[trail.index(step) :]
        else:
            trail.append(step)
            rest.append(iter(steps[step][2].after))
    return None
