"""A to Z: every name of every page; and the glossary, letter by letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from generator.compose.context import PAGED_NOUNS, Context, text
from generator.compose.shared import LOOK_UP, counted, index_page
from generator.model.blocks import Listing, Paragraph, Prose
from generator.model.document import Page, Section
from generator.model.inline import Inlines, Ref, Text
from generator.model.tables import Cell, Table

T = TypeVar("T")
DIGITS = "0-9"


def glossary(context: Context) -> Page:
    """The glossary, a table a letter."""
    terms = _by_letter((each.term, each) for each in context.dataset.terms.values())
    sections = tuple(
        Section(
            _anchor(letter),
            letter,
            (
                Table(
                    f"Abbreviations and terms: {letter}",
                    ("Term", "What it means"),
                    tuple(
                        (
                            Cell(text(term.term)),
                            Cell(text(f"{_stands_for(term.stands_for)}{term.meaning}")),
                        )
                        for term in found
                    ),
                ),
            ),
        )
        for letter, found in terms.items()
    )
    words = f"{counted(len(context.dataset.terms), 'term')} that this site uses, in plain words."
    return index_page("glossary", "glossary/", "Glossary", words, sections, (LOOK_UP, "Glossary"))


def a_to_z(context: Context, pages: Iterable[Page]) -> Page:
    """Every name that a page has, letter by letter, each with its page.

    Args:
        context: The data.
        pages: The indexes and the pages of records; sources and pathways have indexes of their own.
    """
    entries = dict(_entries(context, pages))
    names = _by_letter((name, (name, ref)) for name, ref in entries.items())
    sections = tuple(
        Section(_anchor(letter), letter, (Prose((Listing(tuple(map(_item, found))),)),))
        for letter, found in names.items()
    )
    words = "Every visa, license, requirement, barrier and term by name, other spellings too."
    hub = index_page("a-to-z", "a-to-z/", "A to Z", words, sections, (LOOK_UP, "A to Z"))
    return replace(hub, family="a-to-z")


def _entries(context: Context, pages: Iterable[Page]) -> Iterator[tuple[str, Ref]]:
    """Every name with its page; where two pages share a name, the last in this order has it."""
    for term in context.dataset.terms.values():
        yield term.term, Ref("glossary", term.term, _anchor(_letter(term.term)))
    for page in pages:
        if page.family not in {"pathway", "source"}:
            yield page.title, Ref(page.id, page.title)
    for noun in PAGED_NOUNS:
        for record in context.dataset.of(noun).values():
            title = context.ref(record.id).text
            for name in getattr(record, "other_names", ()):
                yield name, Ref(record.id, title)


def _item(entry: tuple[str, Ref]) -> tuple[Paragraph]:
    name, ref = entry
    words: Inlines = (ref,) if name == ref.text else (Text(f"{name}: "), ref)
    about = (Text(", in the glossary"),) if ref.to == "glossary" and ref.anchor else ()
    return (Paragraph((*words, *about)),)


def _by_letter(named: Iterable[tuple[str, T]]) -> Mapping[str, list[T]]:
    letters: dict[str, list[T]] = defaultdict(list)
    for name, value in sorted(named, key=lambda each: (each[0].casefold(), each[0])):
        letters[_letter(name)].append(value)
    return letters


def _letter(name: str) -> str:
    return name[0].upper() if name[0].isalpha() else DIGITS


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower()}"


def _stands_for(words: str | None) -> str:
    return f"{words[0].upper()}{words[1:]}. " if words else ""
