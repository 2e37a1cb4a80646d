"""Every part of a mapped source is cited, and every part that is cited exists."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.derive.citations import Citation, citations_of
from generator.model.dataset import Dataset
from generator.model.source import Source
from generator.problems import Problem, nearest


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find parts that nothing cites, and citations of parts that are not there."""
    citations = citations_of(dataset)
    for source in dataset.sources.values():
        if source.parts:
            yield from _unknown(dataset, source, citations[source.id])
            yield from _uncited(dataset, source, {each.at for each in citations[source.id]})


def _unknown(dataset: Dataset, source: Source, cited: tuple[Citation, ...]) -> Iterator[Problem]:
    known = {part for group in source.parts for part in group.part_ids()}
    for each in cited:
        if each.at not in known:
            record = dataset.of(each.noun)[each.record]
            message = f'"{each.at}" is not a part of "{source.id}".'
            yield problem(dataset, record, (*each.path, "at"), message, nearest(each.at, known))


def _uncited(dataset: Dataset, source: Source, cited: set[str]) -> Iterator[Problem]:
    for number, group in enumerate(source.parts):
        for index, part in enumerate(group.part_ids()):
            if part not in cited:
                path = ("parts", number, "items", index)
                message = f'nothing cites "{part}".'
                yield problem(dataset, source, path, message, "Write a claim that cites it.")
