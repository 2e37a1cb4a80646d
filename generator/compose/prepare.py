"""Everything that composing functions look up, gathered once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from generator.compose.context import Context
from generator.derive.changes import changes_of
from generator.derive.mentions import mentions_of
from generator.derive.pathways import conditions_of
from generator.derive.public_ids import public_ids
from generator.model.dataset import Dataset
from generator.model.guidance import Guidance
from generator.model.state import NotCarried, Pathway

T = TypeVar("T")


def context_of(dataset: Dataset, as_of: date) -> Context:
    """Prepare a dataset for composing, as of a day."""
    parts = {
        (source.id, part): group.name
        for source in dataset.sources.values()
        for group in source.parts
        for part in group.part_ids()
    }
    conditions = {each.id: conditions_of(dataset, each) for each in dataset.pathways.values()}
    pathways: dict[str, list[Pathway]] = defaultdict(list)
    for pathway in dataset.pathways.values():
        owners = {each.owner.id for each in conditions[pathway.id]} - {pathway.id}
        for owner in {*owners, pathway.visa, pathway.license, pathway.state}:
            pathways[owner].append(pathway)
    refusals: dict[str, list[NotCarried]] = defaultdict(list)
    for row in dataset.of("not-carried").values():
        for named in (*row.visas, *row.licenses):
            refusals[named].append(row)
    touching: dict[str, list[Guidance]] = defaultdict(list)
    for noun in ("barrier", "enabler", "recommendation"):
        for each in dataset.of(noun).values():
            for named in each.affects:
                touching[named].append(each)
    return Context(
        dataset,
        mentions_of(dataset),
        parts,
        conditions,
        _fixed(pathways),
        _fixed(refusals),
        as_of,
        _fixed(touching),
        public_ids(dataset),
        changes_of(dataset),
    )


def _fixed(lists: Mapping[str, list[T]]) -> Mapping[str, tuple[T, ...]]:
    return {key: tuple(values) for key, values in lists.items()}
