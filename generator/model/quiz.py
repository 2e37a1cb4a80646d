"""The questions of the eligibility quiz: wording only; the rules stand with the claims."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.base import CountryListId, Frozen, QuestionId, Record, Slug, Text


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
