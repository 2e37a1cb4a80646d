"""Pages are easy to read: school grades of their prose, with terms and names masked."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator

import pytest
import textstat

from generator.build import Composed
from generator.model.blocks import ClaimItem, OtherSide, Paragraph
from generator.model.document import Page, inside
from generator.model.inline import (
    Abbr,
    Code,
    Command,
    Emphasis,
    File,
    Inlines,
    Link,
    Ref,
    Strong,
    Text,
)

MEDIAN, MOST = 9.0, 12.0
TOO_HARD = 0
"""How many pages are harder than the most. It may only fall."""
FEWEST_WORDS = 40
_ONE = r"(?:[A-Z][\w.&/'-]*|[\w-]*\d[\w,.$-]*)"
NAME = re.compile(rf"\b{_ONE}(?:\s+(?:of|and|for)?\s*{_ONE})*")


def masked(words: Inlines) -> str:
    """Words as a reader meets them who knows the terms: each name is one short word."""
    return "".join(_shown(inline) for inline in words)


def _shown(inline: object) -> str:
    match inline:
        case Text(text):
            return text
        case Emphasis(inner) | Strong(inner):
            return masked(inner)
        case Ref() | Abbr() | Code() | Link() | File() | Command():
            return "it"
        case _:
            return ""


def sentences(page: Page) -> Iterator[str]:
    """Every sentence of prose on a page; lists of links, tables and sources are not prose."""
    for each in inside((page.lead, page.sections)):
        if isinstance(each, ClaimItem | OtherSide | Paragraph):
            said = masked(each.words).strip()
            if said and said not in {"it", "it."}:
                yield _without_names(said)


def _without_names(said: str) -> str:
    """Names inside a sentence are masked too; its first word stays."""
    first, _, rest = said.partition(" ")
    return f"{first} {NAME.sub('it', rest)}"


def grade(page: Page) -> float | None:
    words = " ".join(
        each if each.endswith((".", "?", ":")) else f"{each}." for each in sentences(page)
    )
    if len(words.split()) < FEWEST_WORDS:
        return None
    return float(textstat.flesch_kincaid_grade(words))


@pytest.fixture(scope="module")
def grades(real_composed: Composed) -> dict[str, float]:
    found = {page.id: grade(page) for page in real_composed.pages if page.family != "source"}
    return {page: each for page, each in found.items() if each is not None}


def test_most_pages_read_at_the_level_of_a_young_teenager(grades: dict[str, float]) -> None:
    assert len(grades) > 150
    assert statistics.median(grades.values()) <= MEDIAN


def test_no_page_is_hard(grades: dict[str, float]) -> None:
    hard = {page: round(each, 1) for page, each in grades.items() if each > MOST}
    assert len(hard) == TOO_HARD, hard


def test_hard_words_are_noticed() -> None:
    easy = textstat.flesch_kincaid_grade("You need a visa. The host asks for it.")
    hard = textstat.flesch_kincaid_grade(
        "Nonimmigrant classification necessitates unambiguous documentary substantiation."
    )
    assert easy < MEDIAN < MOST < hard
