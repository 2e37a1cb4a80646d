"""Requirements that are shared, barriers, enablers, recommendations, stakeholders, alerts."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Field, Tag

from generator.model.base import (
    AnyDate,
    AnyRecordId,
    BarrierGroupId,
    CountryListId,
    Day,
    EnablerId,
    LevelId,
    LicenseId,
    RecommendationId,
    Record,
    StakeholderId,
    StateId,
    Text,
    TopicId,
)
from generator.model.claim import Claim, Condition, Requirement

Claims = Annotated[tuple[Claim, ...], Field(min_length=1)]


class SharedRequirement(Requirement, Record):
    """A requirement that several visas, licenses or pathways name."""

    noun: ClassVar[str] = "requirement"
    id: str = Field(exclude=True)
    other_names: tuple[Text, ...] = ()
    search_words: tuple[Text, ...] = ()
    notes: tuple[Claim, ...] = ()


class SharedLimit(Condition, Record):
    """A condition that several visas, licenses or pathways name."""

    noun: ClassVar[str] = "limit"
    id: str = Field(exclude=True)


class Guidance(Record):
    """What barriers, enablers and recommendations have in common."""

    name: Text
    search_words: tuple[Text, ...] = Field(default=(), description="Searched only.")
    claims: Claims
    topics: tuple[TopicId, ...] = ()
    stakeholders: tuple[StakeholderId, ...] = ()
    levels: tuple[LevelId, ...] = Field(default=(), description="Empty: every level.")
    affects: tuple[AnyRecordId, ...] = Field(
        default=(), description="Visas, licenses, requirements and pathways it touches."
    )
    states: tuple[StateId, ...] = Field(default=(), description="Empty: everywhere.")


def _none_or_ids(raw: Any) -> str:
    return "none" if isinstance(raw, str) else "ids"


class Barrier(Guidance):
    """Something that stands in the way."""

    noun: ClassVar[str] = "barrier"
    group: BarrierGroupId
    enablers: Annotated[
        Annotated[Literal["none-known"], Tag("none")]
        | Annotated[tuple[EnablerId, ...], Tag("ids")],
        Discriminator(_none_or_ids),
    ]


class Enabler(Guidance):
    """Something that eases a barrier."""

    noun: ClassVar[str] = "enabler"
    group: BarrierGroupId


class Recommendation(Guidance):
    """A reform that somebody proposes."""

    noun: ClassVar[str] = "recommendation"
    beside: tuple[LicenseId, ...] = Field(
        default=(),
        description="Two or more licenses, of any states, to show side by side on its page.",
    )


class Stakeholder(Record):
    """A group of people or institutions, where it stands, and what is proposed for it."""

    noun: ClassVar[str] = "stakeholder"
    name: Text
    level: LevelId | None = None
    status: Claims
    recommendations: tuple[RecommendationId, ...] = ()


class Alert(Record):
    """A dated change of policy. It warns and never closes a pathway."""

    noun: ClassVar[str] = "alert"
    name: Text
    search_words: tuple[Text, ...] = Field(default=(), description="Searched only.")
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    known_as_of: AnyDate
    affects: Annotated[tuple[AnyRecordId, ...], Field(min_length=1)]
    countries: CountryListId | None = None
    claims: Claims
