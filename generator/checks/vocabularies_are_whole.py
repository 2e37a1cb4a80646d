"""Every standing that a claim may have is explained to readers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator.model.base import Standing
from generator.model.dataset import Dataset
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find standings without words."""
    for standing in get_args(Standing):
        if standing not in dataset.of("standing"):
            file = f"{dataset.folder}/vocabularies/standings.yml"
            yield Problem(file, f'"{standing}" is missing.', tip="Give it a name and a meaning.")
