"""The blocks that pages are made of; each surface has a way to show each of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.inline import Cite, Inlines, Ref


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


@dataclass(frozen=True)
class Choice:
    """An answer to choose."""

    id: str
    label: str
    help: str = ""


@dataclass(frozen=True)
class Ending:
    """Where a form ends for an answer, and the page to read instead."""

    option: Choice
    page: Ref


@dataclass(frozen=True)
class Asked:
    """A question of a form.

    ``typed`` are the names to type, such as countries, in the order of the question's options;
    ``also`` are other names for some of them.
    """

    id: str
    asks: str
    why: str
    help: str
    choices: tuple[Choice, ...]
    typed: tuple[str, ...] = ()
    also: tuple[Choice, ...] = ()
    endings: tuple[Ending, ...] = ()


@dataclass(frozen=True)
class Meaning:
    """A word of the results: its id, its name, what it means, and whether its list is folded."""

    id: str
    name: str
    meaning: str = ""
    folded: bool = False


@dataclass(frozen=True)
class Form:
    """The eligibility quiz. For screens alone: elsewhere the lists below it on its page stand in.

    Attributes:
        data: The compiled quiz as JSON.
        questions: Every question, in order.
        outcomes: What a pathway may come to, best first.
        states: What a requirement may come to, worst first.
    """

    data: str
    questions: tuple[Asked, ...]
    outcomes: tuple[Meaning, ...]
    states: tuple[Meaning, ...]


Block = Prose | Claims | Facts | Table | Chain | Cards | Alerts | Note | Sources | Form
