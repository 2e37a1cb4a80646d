"""What readers may have linked, what changed in it since, and where it went."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from generator.model.base import AnyDate, Day, Frozen, Record, Text, wrong
from generator.model.claim import Cite


class ChangeNote(Frozen):
    """What changed in one statement or record, for readers."""

    about: Text = Field(description="A public id: b-1, b-1/six-months, question/pay.")
    was: Text | None = Field(default=None, description="The old words; none if it is new.")
    says: Text | None = Field(default=None, description="The words now; none if it is gone.")
    why: Text
    cites: tuple[Cite, ...] = Field(default=(), description="The source that shows it, if any.")
    since: AnyDate | None = Field(
        default=None, description="Since when it holds outside this site, if a source says so."
    )

    @model_validator(mode="after")
    def _says_something(self) -> ChangeNote:
        if not self.was and not self.says:
            raise wrong("a change needs words.", "Write was, says or both.")
        return self


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
    to: Text = Field(description="The public id, or the page, that took its place.")


class Published(Record):
    """What was released under a public id. ``pathways release`` writes it; never edit it."""

    noun: ClassVar[str] = "published"
    says: Text = Field(description="Its words, or its name.")
    meaning: Annotated[str, Field(pattern="^[0-9a-f]{16}$")] | None = Field(
        default=None, description="A hash of what it means; a page of no record has none."
    )
    since: Day = Field(description="The day of the release that first meant this.")
    pages: tuple[Text, ...] = Field(default=(), description="Its addresses inside the site.")
