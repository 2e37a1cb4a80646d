"""Every source is cited, or quotes one that is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.derive.citations import citations_of
from generator.model.dataset import Dataset
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find sources that nothing rests on."""
    citations = citations_of(dataset)
    used = {source for source, found in citations.items() if found}
    quoting = {each for source in used for each in dataset.sources[source].quoted_by}
    for source in dataset.sources.values():
        if source.id not in used | quoting:
            message = "nothing cites this source."
            yield problem(dataset, source, (), message, "Cite it, or delete the file.")
