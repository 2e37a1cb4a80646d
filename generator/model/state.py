"""A state: its licenses, its pathways, and what has no pathway."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.base import (
    ContactId,
    GoalId,
    LevelId,
    LicenseId,
    LicenseKindId,
    Record,
    Standing,
    Text,
    UseId,
    VisaId,
)
from generator.model.claim import Cites, Claim, Conditions, Requires
from generator.model.visa import Contact


class State(Record):
    """A state and how much of it is mapped. In a partial state, unanswered is not assessed."""

    noun: ClassVar[str] = "state"
    name: Text
    board: Text = Field(description="The authority that licenses physicians.")
    coverage: Literal["full", "partial"]


class Issued(Claim):
    """How many were issued in a year, as a source counts them."""

    count: Annotated[int, Field(ge=0)]
    year: Annotated[int, Field(ge=1900, le=2100)]


class License(Record):
    """Any authority of a state to touch patients: license, permit, exemption, or none."""

    noun: ClassVar[str] = "license"
    name: Text
    short_name: Text
    number: Text | None = Field(default=None, description="The permit's number: 2111.")
    other_names: tuple[Text, ...] = ()
    search_words: tuple[Text, ...] = ()
    kind: LicenseKindId
    holder_title: Claim | None = None
    purpose: Annotated[tuple[Claim, ...], Field(min_length=1)]
    sponsor: tuple[Claim, ...] = ()
    contact: Contact
    where: Conditions = ()
    term: Conditions = ()
    requires: Requires = ()
    limits: Conditions = ()
    issued: Issued | None = None
    notes: tuple[Claim, ...] = ()

    @property
    def state(self) -> str:
        """The id of the state whose law this is."""
        return self.id.split("/")[0]


class Pathway(Record):
    """One use of a visa with one license, for some levels: what patient contact that gives."""

    noun: ClassVar[str] = "pathway"
    visa: VisaId
    use: UseId
    license: LicenseId
    levels: Annotated[tuple[LevelId, ...], Field(min_length=1)]
    contact: ContactId
    reading: Literal["paper", "derived"] = Field(
        description="paper: a table states use and contact. derived: our reading of the law."
    )
    standing: Literal["unverified"] | None = Field(
        default=None, description="unverified: the law behind our reading was not seen."
    )
    goals: tuple[GoalId, ...] = Field(
        default=(), description="Only where fewer of the use's goals fit this license."
    )
    requires: Requires = ()
    limits: Conditions = ()
    notes: tuple[Claim, ...] = ()

    @property
    def state(self) -> str:
        """The id of the state whose license it uses."""
        return self.id.split("/")[0]


class NotCarried(Record):
    """A visa that has no pathway for some levels or licenses, and why."""

    noun: ClassVar[str] = "not-carried"
    visas: Annotated[tuple[VisaId, ...], Field(min_length=1)]
    levels: tuple[LevelId, ...] = Field(default=(), description="Empty: every level.")
    licenses: tuple[LicenseId, ...] = Field(default=(), description="Empty: every license.")
    says: Text
    standing: Standing
    cites: Cites

    @property
    def state(self) -> str:
        """The id of the state whose licenses it is about."""
        return self.id.split("/")[0]
