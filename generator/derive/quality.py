"""How good the data is: how sure, how well founded and how fresh its claims are, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.derive.freshness import review_by
from generator.model.base import Record
from generator.model.claim import Claim, Condition, Cost, LeadTime, Requirement
from generator.model.dataset import Dataset
from generator.model.walk import claims_in


@dataclass(frozen=True)
class Quality:
    """Counts of some claims.

    Attributes:
        claims: How many there are.
        standings: How many have each standing, by its id.
        primary: How many rest on a law, an agency or a decision whose text was opened.
        due: How many are due for a new check on the day.
        fresh: How many are not.
        undated: How many have no source with a known day, though one was opened.
        unopened: How many rest on sources of which none was opened.
    """

    claims: int
    standings: Mapping[str, int]
    primary: int
    due: int
    fresh: int
    undated: int
    unopened: int


def quality_of(dataset: Dataset, claims: Iterable[Claim], on: date) -> Quality:
    """Count some claims.

    Args:
        dataset: The data.
        claims: The claims.
        on: The day on which they may be due.
    """
    listed = tuple(claims)
    ages = Counter(_age(dataset, each, on) for each in listed)
    return Quality(
        claims=len(listed),
        standings=Counter(each.standing for each in listed),
        primary=sum(_rests_on_law(dataset, each) for each in listed),
        due=ages["due"],
        fresh=ages["fresh"],
        undated=ages["undated"],
        unopened=ages["unopened"],
    )


def _age(dataset: Dataset, claim: Claim, on: date) -> str:
    ids = [cite.source for cite in claim.cites]
    if all(dataset.sources[each].opened == "no" for each in ids):
        return "unopened"
    day = review_by(dataset, ids)
    if day is None:
        return "undated"
    return "due" if day < on else "fresh"


def _rests_on_law(dataset: Dataset, claim: Claim) -> bool:
    sources = (dataset.sources[cite.source] for cite in claim.cites)
    kinds = dataset.of("source-kind")
    return any(each.opened != "no" and kinds[each.kind].primary == "yes" for each in sources)


def claims_of(record: Record) -> tuple[Claim, ...]:
    """Every claim that a record holds."""
    return tuple(claim for _, claim in claims_in(record))


@dataclass(frozen=True)
class Gap:
    """Something that is not known: what, and the ids of the records where it is missing."""

    name: str
    records: tuple[str, ...]


def gaps_of(dataset: Dataset) -> Iterator[Gap]:
    """What nobody has found out yet; each list shrinks as somebody does."""
    sources = dataset.sources.values()
    barriers = dataset.of("barrier").values()
    pathways = dataset.pathways.values()
    yield Gap("Sources named and not opened", _ids(each for each in sources if each.opened == "no"))
    yield Gap("Sources without a known day", _ids(each for each in sources if not each.as_of))
    copies = (each for each in sources if each.hosted_by == "mirror")
    yield Gap("Sources found only in somebody else's copy", _ids(copies))
    unread = (each for each in pathways if each.standing == "unverified")
    yield Gap("Pathways whose law was not seen", _ids(unread))
    alone = (each for each in barriers if each.enablers == "none-known")
    yield Gap("Barriers with no known enabler", _ids(alone))
    steps = [(record, step) for record in dataset.everything() for step in _steps(record)]
    timeless = (record for record, step in steps if not isinstance(step.lead_time, LeadTime))
    yield Gap("Steps whose time is not known", _ids(timeless))
    priceless = (record for record, step in steps if not isinstance(step.cost, Cost))
    yield Gap("Steps whose cost is not known", _ids(priceless))
    yield Gap(
        "Conditions that are listed and not assessed",
        _ids(
            record
            for record in dataset.everything()
            for claim in claims_of(record)
            if isinstance(claim, Condition) and claim.met_when is None
        ),
    )


def _steps(record: Record) -> Iterator[Requirement]:
    return (each for each in claims_of(record) if isinstance(each, Requirement))


def _ids(records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(each.id for each in records)
