"""The neutral document: a page is a tree of sections of blocks, the same on every surface."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from generator.model.blocks import Alerts, Block, Claims

REPEATING = frozenset(
    {"source", "a-to-z", "compare", "figure", "plan", "actor", "topic", "quiz", "quality"}
)
"""Families whose pages say again, in another order, what the pages of records say."""

EMBEDDED = frozenset(
    {"visa", "license", "pathway", "plan", "compare", "figure", "level", "actor", "topic"}
    | {"stakeholder", "content", "quiz"}
)
"""Families whose pages other people's sites may show in a frame of theirs."""


@dataclass(frozen=True)
class Section:
    """A heading with its blocks and the sections below it."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Checked:
    """The day of the site, ISO and in words, and how much on a page was due for a new check on it.

    ``aged``: something on the page can be due. ``early``: the day is not the newest in the data.
    ``modified``: the newest day on which a source of the page was read or a change of it was told.
    """

    due: int
    day: str
    shown: str
    aged: bool
    early: bool
    modified: str


@dataclass(frozen=True)
class Feed:
    """A file that programs read again and again: its path inside the site, and what it is."""

    path: str
    name: str


@dataclass(frozen=True)
class Page:
    """One page, as every surface gets it.

    Attributes:
        id: The public id of its record, or the name of its file in content/.
        url: Where it lives, such as ``visas/b-1/``; the home page is empty.
        title: Its one h1.
        description: One sentence for search engines and search results.
        family: What sort of page it is, such as ``visa``.
        file: The file to edit, relative to the project.
        parent: The id of the page above it; empty for a hub.
        eyebrow: A word above the title.
        lead: Blocks between the title and the first section.
        sections: The rest.
        search: Further words by which it is found.
        short_title: What people call it, where the title is long.
        closing: The last words, below the sources.
        menu: Its place in the menu, from the top; empty if it is not there.
        styles: The stylesheets of its own, below ``assets/``, beside that of every page.
        scripts: The scripts that improve it, below ``assets/``, in order; it works without them.
        contents: Whether it has a table of contents.
        checked: The day it speaks for, and how much of it is due for a new check.
        feeds: The files by which programs follow it.
    """

    id: str
    url: str
    title: str
    description: str
    family: str
    file: str
    parent: str = ""
    eyebrow: str = ""
    lead: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    search: tuple[str, ...] = ()
    short_title: str = ""
    menu: tuple[str, ...] = ()
    closing: str = ""
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    contents: bool = True
    checked: Checked | None = None
    feeds: tuple[Feed, ...] = ()

    @property
    def embed(self) -> str:
        """Where it lives to be shown inside other people's pages; empty if it is not."""
        return f"embed/{self.url}" if self.family in EMBEDDED else ""


def blocks_of(part: Page | Section) -> Iterator[Block]:
    """Every block of a page or a section, in reading order."""
    yield from part.lead if isinstance(part, Page) else part.blocks
    for section in part.sections:
        yield from blocks_of(section)


def inside(value: Any) -> Iterator[Any]:
    """Every value of the document inside a value, itself first, in reading order."""
    if value.__class__ is tuple:
        for each in value:
            yield from inside(each)
        return
    names = _parts(value.__class__)
    if names is not None:
        yield value
        for name in names:
            yield from inside(getattr(value, name))


@cache
def _parts(kind: type) -> tuple[str, ...] | None:
    """The fields to look into; None for what is no value of the document."""
    return holders(kind) if is_dataclass(kind) else None


@cache
def holders(kind: type) -> tuple[str, ...]:
    """The fields of a kind of value that may hold others: all that are not plain words."""
    return tuple(field.name for field in fields(kind) if field.type not in {"str", "bool"})


def anchors_of(page: Page) -> Iterator[str]:
    """Every anchor on a page: of its sections, claims and alerts."""
    yield from _anchors_in(page.lead)
    for section in page.sections:
        yield from _anchors_of(section)


def _anchors_of(section: Section) -> Iterator[str]:
    yield section.id
    yield from _anchors_in(section.blocks)
    for each in section.sections:
        yield from _anchors_of(each)


def _anchors_in(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Claims):
            yield from (item.anchor for item in block.items)
        elif isinstance(block, Alerts):
            for alert in block.alerts:
                yield alert.anchor
                yield from _anchors_in((alert.claims,))
