"""The blocks that pages are made of; each surface has a way to show each of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.form import Form
from generator.model.inline import Age, Cite, Inlines, Ref
from generator.model.tables import Chart, Choice, Controls, Table


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
    """A term and what it is; ``level`` is a rung of the contact ladder, or empty."""

    term: str
    words: Inlines
    level: str = ""


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
    """One claim as readers see it; ``claim`` is its public id, the same on every page."""

    claim: str
    anchor: str
    words: Inlines
    cites: tuple[Cite, ...]
    standing: Standing
    age: Age
    title: Inlines = ()
    others: tuple[OtherSide, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Claims:
    """Claims in order; numbered where the order is one of doing."""

    items: tuple[ClaimItem, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Stop:
    """A stop of the chain: what kind it is, what it is, and a note below."""

    label: str
    words: Inlines
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
class CheckItem:
    """A box to tick: its id, what is done, and the paper it leaves."""

    id: str
    words: Inlines
    note: Inlines = ()


@dataclass(frozen=True)
class Checklist:
    """Boxes to tick; ``owner`` is the pathway under which ticks are kept."""

    owner: str
    items: tuple[CheckItem, ...]


@dataclass(frozen=True)
class Tools:
    """For the screen alone: what works a plan or its checklists, or makes codes to paste.

    ``kind`` is planner, checklist or embed; ``data`` is the JSON that its script reads;
    ``choices`` are what it may show.
    """

    kind: str
    data: str = ""
    choices: tuple[Choice, ...] = ()


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
    state: Inlines = ()


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
    as_of: Age | None
    places: tuple[str, ...]


@dataclass(frozen=True)
class Sources:
    """The sources of a page, in order of first mention."""

    items: tuple[SourceItem, ...]


Block = (
    Prose
    | Claims
    | Facts
    | Table
    | Chain
    | Cards
    | Alerts
    | Note
    | Sources
    | Checklist
    | Chart
    | Form
    | Controls
    | Tools
)
