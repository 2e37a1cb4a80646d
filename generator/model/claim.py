"""Claims and what grows from them: conditions and requirements."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, WithJsonSchema, model_validator

from generator.model.base import (
    ActorId,
    Day,
    Frozen,
    HttpsAddress,
    LimitId,
    RequirementId,
    Slug,
    SourceId,
    Standing,
    StepId,
    Text,
    wrong,
)
from generator.model.predicate import Rule


class Cite(Frozen):
    """Where a statement stands: a source, and the place in it."""

    source: SourceId
    at: Text = Field(description="Section, paragraph, row or page; for the paper, a part's id.")


Cites = Annotated[tuple[Cite, ...], Field(min_length=1)]


class Side(Frozen):
    """What another source says instead, shown beside ours."""

    says: Text
    cites: Cites


class Claim(Frozen):
    """The atom: one sentence of ours with its sources and its standing."""

    id: Slug
    says: Text = Field(description="At most 25 words, one main clause, in our own words.")
    standing: Standing
    cites: Cites
    others: tuple[Side, ...] = ()


class Condition(Claim):
    """A claim that may decide: without ``met_when`` it is listed and not assessed."""

    met_when: Rule | None = None
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None


_NUMBER = {"type": ["number", "string"], "pattern": "^[0-9.]+$"}
Days = Annotated[int, Field(ge=0, le=10_000), WithJsonSchema(_NUMBER)]
Dollars = Annotated[float, Field(ge=0, le=1_000_000), WithJsonSchema(_NUMBER)]


class LeadTime(Frozen):
    """How long a step takes, least and most, in days."""

    days: tuple[Days, Days]
    says: Text | None = None
    standing: Standing
    cites: Cites

    @model_validator(mode="after")
    def _in_order(self) -> LeadTime:
        if self.days[0] > self.days[1]:
            raise wrong("the longer time comes first.", "Write days: [least, most].")
        return self


class Cost(Frozen):
    """What a step costs, least and most, in US dollars, and who pays."""

    usd: tuple[Dollars, Dollars]
    payer: ActorId
    says: Text | None = None
    standing: Standing
    cites: Cites

    @model_validator(mode="after")
    def _in_order(self) -> Cost:
        if self.usd[0] > self.usd[1]:
            raise wrong("the higher amount comes first.", "Write usd: [least, most].")
        return self


def _known_or_not(raw: Any) -> str:
    return "unknown" if isinstance(raw, str) else "known"


MaybeLeadTime = Annotated[
    Annotated[LeadTime, Tag("known")] | Annotated[Literal["unknown"], Tag("unknown")],
    Discriminator(_known_or_not),
]
MaybeCost = Annotated[
    Annotated[Cost, Tag("known")] | Annotated[Literal["unknown"], Tag("unknown")],
    Discriminator(_known_or_not),
]


class Requirement(Condition):
    """A condition that somebody must fulfill."""

    name: Text
    actor: ActorId
    after: tuple[StepId, ...] = Field(
        default=(),
        description="What must be done first: ids of requirements, shared or of this record.",
    )
    lead_time: MaybeLeadTime = "unknown"
    cost: MaybeCost = "unknown"
    document: Text | None = Field(default=None, description="The paper it is, or produces.")
    link: HttpsAddress | None = None


def _named_or_written(raw: Any) -> str:
    return "named" if isinstance(raw, str) else "written"


Requires = tuple[
    Annotated[
        Annotated[RequirementId, Tag("named")] | Annotated[Requirement, Tag("written")],
        Discriminator(_named_or_written),
    ],
    ...,
]
"""Requirements of one record: ids from data/requirements/, or requirements written here."""

Conditions = tuple[
    Annotated[
        Annotated[LimitId, Tag("named")] | Annotated[Condition, Tag("written")],
        Discriminator(_named_or_written),
    ],
    ...,
]
"""Conditions of one record: ids from data/limits/, or conditions written here."""
