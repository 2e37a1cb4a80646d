"""Tables and charts, and what works tables on a screen."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.inline import Inlines, Ref


@dataclass(frozen=True)
class Cell:
    """A cell of a table.

    ``level`` is a rung of the contact ladder, ``standing`` how sure a claim is; ``more`` follows.
    """

    words: Inlines
    level: str = ""
    standing: str = ""
    more: Inlines = ()


@dataclass(frozen=True)
class Column:
    """A column that can be chosen: its id, where it leads, and what it is chosen by.

    ``has`` holds a word for each choice of a facet, such as ``level-student``; ``ranks`` its place
    in each order, in the order of the sorts of its table.
    """

    id: str
    link: Ref
    has: tuple[str, ...] = ()
    ranks: tuple[int, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table: a head for each column, and in each row a head and its cells.

    ``name`` is the name of its files to download, and of the controls that work it; ``choices``
    has a value for every column but the first, if columns can be chosen.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    name: str = ""
    choices: tuple[Column, ...] = ()


@dataclass(frozen=True)
class Bar:
    """A bar of a chart: what was counted, how many, and how many of a hundred."""

    name: str
    count: int
    share: int


@dataclass(frozen=True)
class Chart:
    """Parts of a whole as bars, each with its number in words."""

    caption: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Choice:
    """Something to tick or choose: its id, its words, and more words below them."""

    id: str
    label: str
    help: str = ""


@dataclass(frozen=True)
class FacetChoice:
    """What columns can be chosen by, and the choices."""

    id: str
    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Controls:
    """For the screen alone: chooses columns of the table of this name, and rows that differ."""

    table: str
    noun: str
    columns: tuple[Choice, ...]
    facets: tuple[FacetChoice, ...] = ()
    sorts: tuple[Choice, ...] = ()
