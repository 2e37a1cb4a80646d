"""Claims as flat tables, with what other sources say and where each side stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.derive.freshness import age, oldest_day
from generator.model.claim import Claim, Condition, Cost, LeadTime, Requirement
from generator.model.dataset import Dataset
from generator.model.open_data import PLURALS
from generator.model.state import NotCarried
from generator.model.walk import claims_in
from generator.publish.data.columns import Column, Flat
from generator.publish.data.records import KNOWN, NOT_ASSESSED, claim_id


@dataclass(frozen=True)
class _Stated:
    """A claim, or a reason why there is no pathway, and where it stands."""

    id: str
    noun: str
    record: str
    list: str
    claim: Claim | NotCarried


def _claims(dataset: Dataset) -> Iterator[_Stated]:
    for noun in PLURALS:
        for record in dataset.of(noun).values():
            if isinstance(record, NotCarried):
                yield _Stated(record.id, noun, record.id, "", record)
            for path, claim in claims_in(record):
                names = ".".join(each for each in path if isinstance(each, str))
                yield _Stated(claim_id(claim, record), noun, record.id, names, claim)


CLAIM = Column("claim", "string", "The public id of the claim.")
CLAIM_COLUMNS = (
    CLAIM,
    Column("noun", "string", "The kind of record that it stands in."),
    Column("record", "string", "The id of that record."),
    Column("list", "string", "The list in that record; empty for the record itself."),
    Column("says", "string", "What it says, in our words."),
    Column("standing", "string", "How sure it is: the id of a standing."),
    Column("as_of", "string", "The day, month or year for which it speaks; empty if not known."),
    Column("age", "string", "The same in words, or why it is not known."),
    Column("met_when_word", "string", "known, or not-assessed; empty where nothing is asked."),
    Column("from", "string", "The first day on which it holds; empty if it names none."),
    Column("until", "string", "The last day on which it holds; empty if it names none."),
    Column("name", "string", "The name of a requirement; empty for other claims."),
    Column("actor", "string", "Who must fulfill it; empty for other claims."),
    Column("lead_time_word", "string", "known or unknown; empty for other claims."),
    Column("days_least", "integer", "How long it takes at least; empty if not known."),
    Column("days_most", "integer", "How long it takes at most; empty if not known."),
    Column("cost_word", "string", "known or unknown; empty for other claims."),
    Column("usd_least", "number", "What it costs at least, in US dollars; empty if not known."),
    Column("usd_most", "number", "What it costs at most; empty if not known."),
    Column("payer", "string", "Who pays: the id of an actor; empty if not known."),
)


OTHER_COLUMNS = (
    CLAIM,
    Column("number", "integer", "Which of the other sides, from 1."),
    Column("says", "string", "What other sources say instead."),
)
CITATION_COLUMNS = (
    CLAIM,
    Column("about", "string", "claim, other, lead_time or cost: what the source says."),
    Column("number", "integer", "Which of the other sides; empty for ours."),
    Column("source", "string", "The id of the source."),
    Column("at", "string", "The place in it."),
)


def claim_tables(dataset: Dataset) -> tuple[Flat, Flat, Flat]:
    """Every claim, what other sources say instead, and where each side stands."""
    claims = tuple(_claims(dataset))
    rows = tuple(_claim_row(dataset, each) for each in claims)
    return (Flat("claims", "Every claim, once.", CLAIM_COLUMNS, rows), *_beside(claims))


def _claim_row(dataset: Dataset, stated: _Stated) -> tuple[object, ...]:
    claim = stated.claim
    day = oldest_day(dataset, claim.cites)
    return (
        *(stated.id, stated.noun, stated.record, stated.list, claim.says, claim.standing),
        *(day.text if day else None, age(dataset, claim.cites)),
        *_condition_cells(claim),
        *_requirement_cells(claim),
    )


def _condition_cells(claim: object) -> tuple[object, ...]:
    if not isinstance(claim, Condition):
        return (None, None, None)
    return (KNOWN if claim.met_when else NOT_ASSESSED, claim.from_, claim.until)


def _requirement_cells(claim: object) -> tuple[object, ...]:
    if not isinstance(claim, Requirement):
        return (None,) * 9
    time, cost = claim.lead_time, claim.cost
    days = (KNOWN, *time.days) if isinstance(time, LeadTime) else (time, None, None)
    usd = (KNOWN, *cost.usd, cost.payer) if isinstance(cost, Cost) else (cost, None, None, None)
    return (claim.name, claim.actor, *days, *usd)


def _beside(claims: Iterable[_Stated]) -> tuple[Flat, Flat]:
    """What other sources say instead, and where each side stands."""
    others, citations = [], []
    for each in claims:
        sides = tuple(enumerate(getattr(each.claim, "others", ()), 1))
        others += [(each.id, number, side.says) for number, side in sides]
        cited = [("claim", None, each.claim), *(("other", *side) for side in sides)]
        cited += [(name, None, figure) for name, figure in _figures(each.claim)]
        citations += [
            (each.id, about, number, cite.source, cite.at)
            for about, number, side in cited
            for cite in side.cites
        ]
    of_claim, of_source = ("claim", "claims", "claim"), ("source", "sources", "id")
    words = "Where each claim stands: a line for each source and place."
    return (
        Flat("others", "The other sides.", OTHER_COLUMNS, tuple(others), 2, (of_claim,)),
        Flat("citations", words, CITATION_COLUMNS, tuple(citations), 0, (of_claim, of_source)),
    )


def _figures(claim: Claim | NotCarried) -> Iterator[tuple[str, LeadTime | Cost]]:
    """The time and the cost of a requirement, where they are known."""
    for name in ("lead_time", "cost"):
        figure = getattr(claim, name, None)
        if isinstance(figure, LeadTime | Cost):
            yield name, figure
