"""What is printed: documents made of pages."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.document import Page


@dataclass(frozen=True)
class Part:
    """Pages under one heading; without a title the one page speaks for the whole document."""

    title: str
    pages: tuple[Page, ...]
    words: str = ""
    fresh: bool = False
    """Whether each page begins on a new sheet."""


@dataclass(frozen=True)
class Guide:
    """A document to print.

    Attributes:
        id: Its file below ``downloads/``, such as ``visas/b-1``.
        title: What it is called.
        eyebrow: A word above the title.
        summary: One sentence about it.
        url: The address inside the site of what it prints, such as ``visas/b-1/``.
        parts: What it is made of.
        home: The id of the page that offers it first.
        stop: Which stop of the chain it is about: ``visa``, ``license``, ``contact`` or none.
        whole: Whether it is the handbook, with an index of terms.
    """

    id: str
    title: str
    eyebrow: str
    summary: str
    url: str
    parts: tuple[Part, ...]
    home: str
    stop: str = ""
    whole: bool = False

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page in it, in order."""
        return tuple(page for part in self.parts for page in part.pages)


@dataclass(frozen=True)
class File:
    """A file that readers may take: its name, its address inside the site, and what it is."""

    name: str
    url: str
    about: str


@dataclass(frozen=True)
class Download:
    """A document that a page offers, in every form it has."""

    title: str
    files: tuple[File, ...]
    as_of: str
