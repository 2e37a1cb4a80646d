"""The questions of the eligibility quiz: wording only; the rules stand with the claims."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.base import AnyRecordId, CountryListId, Frozen, QuestionId, Record, Slug, Text


class Option(Frozen):
    """One answer."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+$")]
    label: Text
    help: Text | None = None
    ends_at: Slug | None = Field(
        default=None, description="The page of content/ where the quiz ends for this answer."
    )


class Question(Record):
    """One question. Nobody can choose a person's facts; a plan or a step can change."""

    noun: ClassVar[str] = "question"
    short_name: Text = Field(description="The head of its row in comparisons.")
    asks: Text
    why: Text
    help: Text | None = None
    nature: Literal["person", "plan", "step"]
    options_from: CountryListId | None = Field(
        default=None,
        description="Every country of this list; an option here may replace one, to end the quiz.",
    )
    options: tuple[Option, ...]


class Quiz(Record):
    """The order in which questions are asked."""

    noun: ClassVar[str] = "quiz"
    order: Annotated[tuple[QuestionId, ...], Field(min_length=1)]


class ChangeNote(Frozen):
    """What changed in a record, for readers."""

    record: AnyRecordId
    claim: Slug | None = None
    says: Text
    why: Text


class Changes(Record):
    """The change notes of one day; the file's name is the day."""

    noun: ClassVar[str] = "changes"
    notes: Annotated[tuple[ChangeNote, ...], Field(min_length=1)]

    @property
    def day(self) -> date | None:
        """The day of the changes; None if the file's name is none."""
        try:
            return date.fromisoformat(self.id) if len(self.id) == len("2026-01-31") else None
        except ValueError:
            return None


class Redirect(Record):
    """A public id that is gone, and the one that took its place."""

    noun: ClassVar[str] = "redirect"
    to: AnyRecordId


class Published(Record):
    """A public id that readers may have linked, with the hash of its meaning when released."""

    noun: ClassVar[str] = "published"
    meaning: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
