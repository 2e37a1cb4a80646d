"""The neutral document: a page is a tree of sections of blocks; text is a tuple of inline values.

A block holds no address and no number of ours. Each surface resolves ``Ref`` and numbers ``Cite``
in order of first mention, so page, embed and PDF say the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any


@dataclass(frozen=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True)
class Emphasis:
    """Words with stress."""

    words: Inlines


@dataclass(frozen=True)
class Strong:
    """Words with weight."""

    words: Inlines


@dataclass(frozen=True)
class Code:
    """Letters to be typed or read as they are."""

    text: str


@dataclass(frozen=True)
class Ref:
    """A mention of a record or a page, by its id; ``anchor`` names a claim or section on it."""

    to: str
    text: str
    anchor: str = ""


@dataclass(frozen=True)
class Abbr:
    """A term of the glossary, as it stands in the text, and what it stands for."""

    term: str
    text: str
    meaning: str


@dataclass(frozen=True)
class Cite:
    """A source and the place in it."""

    source: str
    at: str


@dataclass(frozen=True)
class Link:
    """A link out, https only."""

    address: str
    words: Inlines


Inline = Text | Emphasis | Strong | Code | Ref | Abbr | Cite | Link
Inlines = tuple[Inline, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of prose."""

    words: Inlines


@dataclass(frozen=True)
class Listing:
    """A list of prose, numbered or not."""

    items: tuple[tuple[Paragraph | Listing, ...], ...]
    numbered: bool = False


@dataclass(frozen=True)
class Prose:
    """Paragraphs and lists."""

    parts: tuple[Paragraph | Listing, ...]


@dataclass(frozen=True)
class Fact:
    """A term and what it is."""

    term: str
    words: Inlines


@dataclass(frozen=True)
class Facts:
    """A strip of facts."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Standing:
    """How sure a claim is: the word's id, its name and its meaning."""

    id: str
    name: str
    meaning: str


@dataclass(frozen=True)
class OtherSide:
    """What another source says instead."""

    words: Inlines
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class ClaimItem:
    """One claim as readers see it."""

    anchor: str
    words: Inlines
    cites: tuple[Cite, ...]
    standing: Standing
    age: str
    title: Inlines = ()
    others: tuple[OtherSide, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Claims:
    """Claims in order; numbered where the order is one of doing."""

    items: tuple[ClaimItem, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell of a table; ``level`` is a rung of the contact ladder, or empty."""

    words: Inlines
    level: str = ""


@dataclass(frozen=True)
class Table:
    """A table: a head for each column, and in each row a head and its cells."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Stop:
    """A stop of the chain: what kind it is, what it is, and a note below."""

    label: str
    words: Inlines
    plate: str = ""
    note: Inlines = ()


@dataclass(frozen=True)
class Chain:
    """The sign of the site: visa, then license, then patient contact."""

    visa: Stop
    license: Stop
    contact: Stop
    level: str


@dataclass(frozen=True)
class Card:
    """A way in: a title that links, a sentence, and a chain where there is one."""

    title: Ref
    words: Inlines = ()
    eyebrow: str = ""
    chain: Chain | None = None


@dataclass(frozen=True)
class Cards:
    """Cards in order."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class AlertItem:
    """A dated change of policy."""

    anchor: str
    name: str
    from_: str
    until: str
    from_day: str
    until_day: str
    known_as_of: str
    claims: Claims


@dataclass(frozen=True)
class Alerts:
    """Alerts that affect the page."""

    alerts: tuple[AlertItem, ...]


@dataclass(frozen=True)
class Note:
    """A remark set apart."""

    title: str
    parts: tuple[Paragraph | Listing, ...]


@dataclass(frozen=True)
class SourceItem:
    """A source as readers see it below a page."""

    source: str
    title: str
    publisher: str
    read: str
    as_of: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Sources:
    """The sources of a page, in order of first mention."""

    items: tuple[SourceItem, ...]


Block = Prose | Claims | Facts | Table | Chain | Cards | Alerts | Note | Sources


@dataclass(frozen=True)
class Section:
    """A heading with its blocks and the sections below it."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


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
        as_of: The days for which its sources speak, in words.
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
    as_of: str = ""
    short_title: str = ""


def inside(value: Any) -> Iterator[Any]:
    """Every value of the document inside a value, itself first, in reading order."""
    if isinstance(value, tuple):
        for each in value:
            yield from inside(each)
    elif is_dataclass(value):
        yield value
        for name in _holders(value.__class__):
            yield from inside(getattr(value, name))


@cache
def _holders(kind: type) -> tuple[str, ...]:
    """The fields of a kind of value that may hold others: all that are not plain words."""
    return tuple(field.name for field in fields(kind) if field.type not in {"str", "bool"})


def plain(words: Inlines) -> str:
    """The words without links, citations or stress."""
    shown = []
    for inline in words:
        match inline:
            case Text(text) | Code(text):
                shown.append(text)
            case Ref() | Abbr():
                shown.append(inline.text)
            case Emphasis(inner) | Strong(inner):
                shown.append(plain(inner))
            case Link(words=inner):
                shown.append(plain(inner))
            case Cite():
                pass
    return "".join(shown)
