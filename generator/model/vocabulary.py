"""Closed lists of words, the glossary and the country lists."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from generator.model.base import (
    AnyDate,
    PathwayId,
    QuestionId,
    Record,
    RequirementId,
    Text,
    wrong,
)
from generator.model.claim import Cites


class Word(Record):
    """A word of a closed list: what readers see, and what it means."""

    name: Text
    meaning: Text


class Level(Word):
    """A trainee level."""

    noun: ClassVar[str] = "level"
    short_name: Text


class Reader(Word):
    """Somebody the site is for: a door on the home page."""

    noun: ClassVar[str] = "reader"
    leads_to: Text = Field(description="The id of a page.")
    example: PathwayId | None = None


class ContactLevel(Word):
    """A rung of the ladder of patient contact; the file lists them from least to most."""

    noun: ClassVar[str] = "contact"


class Goal(Word):
    """What a trainee wants to do."""

    noun: ClassVar[str] = "goal"


class Actor(Word):
    """Somebody who must do something."""

    noun: ClassVar[str] = "actor"


class Topic(Word):
    """A subject that barriers and enablers share."""

    noun: ClassVar[str] = "topic"


class BarrierGroup(Word):
    """A group in the paper's first table."""

    noun: ClassVar[str] = "barrier-group"


class VisaFamily(Word):
    """Who sponsors the visa."""

    noun: ClassVar[str] = "visa-family"


class LicenseKind(Word):
    """What sort of authority a license is."""

    noun: ClassVar[str] = "license-kind"


class StandingWord(Word):
    """What a claim's standing means."""

    noun: ClassVar[str] = "standing"


class SourceKind(Word):
    """A sort of source, and how often what rests on it must be looked at again."""

    noun: ClassVar[str] = "source-kind"
    review_days: Annotated[int, Field(ge=1)]
    primary: Annotated[str, Field(pattern="^(yes|no)$", description="yes: the law or its agency.")]


class Facet(Word):
    """A way to choose among visas or licenses: by a question that rules ask, or a requirement."""

    noun: ClassVar[str] = "facet"
    question: QuestionId | None = None
    requirement: RequirementId | None = None
    shows: Literal["options", "rule"] = Field(
        default="rule",
        description="options: each possible answer. rule: whether any is set.",
    )

    @model_validator(mode="after")
    def _one(self) -> Facet:
        if bool(self.question) == bool(self.requirement):
            raise wrong("it must name a question or a requirement.", "Name one of them.")
        return self


class Term(Record):
    """An abbreviation or a term of the field."""

    noun: ClassVar[str] = "term"
    term: Text = Field(description="As it stands in text: DS-2019.")
    stands_for: Text | None = None
    meaning: Text
    other_names: tuple[Text, ...] = ()


class CountryList(Record):
    """The countries that a policy names, as a source listed them on a day."""

    noun: ClassVar[str] = "country-list"
    name: Text
    as_of: AnyDate
    cites: Cites
    codes: Annotated[tuple[str, ...], Field(min_length=1)]
    note: Text | None = None
