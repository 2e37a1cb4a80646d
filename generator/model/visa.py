"""A federal visa category, and what it may be used for."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.base import ContactId, FamilyId, Frozen, GoalId, LevelId, Record, Slug, Text
from generator.model.claim import Claim, Conditions, Requires


class Contact(Claim):
    """What patient contact is allowed, and the most of it for each level that is served."""

    ceiling: Annotated[dict[LevelId, ContactId], Field(min_length=1)]


class Use(Frozen):
    """One thing a visa may be used for."""

    id: Slug
    name: Text
    goals: Annotated[tuple[GoalId, ...], Field(min_length=1)]
    contact: Contact
    requires: Requires = ()
    limits: Conditions = ()
    notes: tuple[Claim, ...] = ()


class Visa(Record):
    """A visa category. Its requires, limits and stay hold for every use."""

    noun: ClassVar[str] = "visa"
    name: Text
    short_name: Text = Field(description="What people call it: B-1.")
    other_names: tuple[Text, ...] = Field(default=(), description="Linked in text and searched.")
    search_words: tuple[Text, ...] = Field(default=(), description="Searched only.")
    family: FamilyId
    purpose: Annotated[tuple[Claim, ...], Field(min_length=1)]
    uses: Annotated[tuple[Use, ...], Field(min_length=1)]
    requires: Requires = ()
    limits: Conditions = ()
    stay: Annotated[Conditions, Field(min_length=1)]
    notes: tuple[Claim, ...] = ()
