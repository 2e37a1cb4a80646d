"""What a flat table is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column: its name, its type in Frictionless' words, and what it means."""

    name: str
    kind: str
    about: str


@dataclass(frozen=True)
class Flat:
    """A flat table.

    Attributes:
        name: The name of its file.
        about: What it holds, in a sentence.
        columns: Its columns; the first ones, as many as ``key`` says, tell its rows apart.
        rows: Its cells; None is an empty one.
        key: How many columns tell its rows apart.
        links: The columns that name rows of other tables, each with the table and its column.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    key: int = 1
    links: tuple[tuple[str, str, str], ...] = ()
