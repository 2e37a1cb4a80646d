"""What changed since the last release has a change note."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.derive.changes import Untold, untold
from generator.model.dataset import Dataset
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find what changed without a note, and write the note but for its reason."""
    for each in untold(dataset):
        file = f"{dataset.folder}/changes/DAY.yml"
        tip = f"Say why in {file}, DAY as in 2026-01-31, below `notes:`\n{each.draft}"
        if each.now:
            yield problem(dataset, each.now.record, each.now.path, _sentence(each), tip)
        elif each.released:
            yield problem(dataset, each.released, (), _sentence(each), tip)


def _sentence(change: Untold) -> str:
    if change.now and change.released:
        day = change.released.since
        return f'"{change.now.id}" means something else than at the release of {day}.'
    if change.now:
        return f'"{change.now.id}" is new since the last release.'
    return f'"{change.released.id}" is gone since the last release.' if change.released else ""
