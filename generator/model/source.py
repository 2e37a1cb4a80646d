"""Where facts come from, and how they were read."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from generator.model.base import (
    Address,
    AnyDate,
    Day,
    Frozen,
    Record,
    SourceId,
    SourceKindId,
    Text,
    wrong,
)

Opened = Literal["live", "copy", "excerpt", "no"]


class PartGroup(Frozen):
    """A cell or list of a source, and its items in order, each in a few words of ours."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(?:[-/][a-z0-9]+)*$")]
    name: Text
    items: Annotated[tuple[Text, ...], Field(min_length=1)]

    def part_ids(self) -> tuple[str, ...]:
        """The ids of its items: ``t3/b-1/contact/1`` and so on."""
        return tuple(f"{self.id}/{number}" for number in range(1, len(self.items) + 1))


class Source(Record):
    """A law, a page, a paper. ``as_of`` is the day for which it speaks."""

    noun: ClassVar[str] = "source"
    title: Text
    publisher: Text
    kind: SourceKindId
    address: Address | None = None
    hosted_by: Literal["publisher", "mirror"] = Field(
        default="publisher", description="mirror: somebody else's copy; named as text, not linked."
    )
    opened: Opened = Field(
        description="live: the page itself. copy: a stored copy. excerpt: a part. no: not read."
    )
    read_on: Day | None = None
    as_of: AnyDate | None = None
    quoted_by: tuple[SourceId, ...] = Field(
        default=(), description="Where its words were read, if not in itself."
    )
    license: Text | None = None
    authors: Text | None = None
    note: Text | None = None
    parts: tuple[PartGroup, ...] = ()

    @model_validator(mode="after")
    def _read_when(self) -> Source:
        if self.opened == "no" and self.read_on:
            raise wrong("it has a read_on, yet was not opened.", "Delete read_on, or say opened.")
        if self.opened != "no" and not self.read_on:
            raise wrong("it was opened, yet has no read_on.", "Add the day it was read.")
        return self

    @property
    def linkable(self) -> bool:
        """Whether we print its address as a link: the publisher's own, over https."""
        return (
            bool(self.address)
            and self.hosted_by == "publisher"
            and (self.address or "").startswith("https:")
        )
