"""Who cites what: every place in the data that names a source, and whose work it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.claim import Cite, Claim
from generator.model.dataset import Dataset
from generator.model.source import Source
from generator.model.walk import walk
from generator.problems import DataPath


@dataclass(frozen=True)
class Citation:
    """One place that cites a source: the noun and id of its record, the claim, and the words."""

    noun: str
    record: str
    claim: str
    says: str
    source: str
    at: str
    path: DataPath


def citations_of(dataset: Dataset) -> Mapping[str, tuple[Citation, ...]]:
    """Every citation in the data, by source, in the order of the files."""
    found: dict[str, list[Citation]] = {source: [] for source in dataset.sources}
    for record in dataset.everything():
        for each in _in(record):
            found[each.source].append(each)
    return {source: tuple(each) for source, each in found.items()}


def _in(record: object) -> Iterator[Citation]:
    claims: dict[DataPath, Claim] = {}
    for path, value in walk(record):
        if isinstance(value, Claim):
            claims[path] = value
        if isinstance(value, Cite):
            claim = next(
                (claims[path[:n]] for n in range(len(path), -1, -1) if path[:n] in claims), None
            )
            says = (
                claim.says if claim else str(getattr(record, "says", getattr(record, "name", "")))
            )
            yield Citation(
                noun=str(getattr(record, "noun", "")),
                record=str(getattr(record, "id", "")),
                claim=claim.id if claim else "",
                says=says,
                source=value.source,
                at=value.at,
                path=path,
            )


def parts_cited(dataset: Dataset) -> Mapping[str, tuple[int, int]]:
    """For each mapped source, how many of its parts are cited, and how many it has."""
    citations = citations_of(dataset)
    counts = {}
    for source in dataset.sources.values():
        parts = [part for group in source.parts for part in group.part_ids()]
        cited = {each.at for each in citations[source.id]}
        if parts:
            counts[source.id] = sum(part in cited for part in parts), len(parts)
    return counts


def credit_of(sources: Iterable[Source]) -> tuple[str, str]:
    """Whose work the data rests on: the sources whose every statement is mapped, and an address."""
    found = [each for each in sources if each.parts]
    words = "; ".join(_credit(each) for each in found)
    return words, found[0].address or "" if found else ""


def _credit(source: Source) -> str:
    first, *more = (source.authors or source.publisher).split(", ")
    who = f"{first} and others" if more else first
    year = f", {source.as_of.first.year}" if source.as_of else ""
    license_ = f" ({source.license})" if source.license else ""
    return f"{who}, {source.title}, {source.publisher}{year}{license_}"
