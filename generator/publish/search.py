"""What the site's search finds: an entry for each page, and one for each of its sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any

from generator.model.document import REPEATING, Page, Section, holders
from generator.model.inline import Inline, plain

WEIGHTS = {
    "quiz": 30.0,
    "visa": 30.0,
    "license": 30.0,
    "level": 30.0,
    "requirement": 20.0,
    "alert": 20.0,
    "index": 10.0,
    "compare": 5.0,
    "barrier": 5.0,
    "enabler": 5.0,
    "recommendation": 5.0,
    "stakeholder": 5.0,
    "home": 5.0,
    "pathway": 2.0,
    "source": 0.2,
}
SECTION = 0.5
NOT_WORDS = {"cites", "standing"}


@dataclass(frozen=True)
class SearchEntry:
    """One thing that search may find.

    ``location`` is an address inside the site; ``names`` are what people type for it, and count
    more than any word of title or text.
    """

    location: str
    title: str
    text: str
    boost: float
    names: tuple[str, ...] = ()


def search_entries(page: Page) -> Iterator[SearchEntry]:
    """The entries of one page."""
    boost = WEIGHTS.get(page.family, 1.0)
    yield SearchEntry(page.url, page.title, page.description, boost, page.search)
    if page.family in REPEATING:
        return
    for section in page.sections:
        if section.id != "sources":
            location = f"{page.url}#{section.id}"
            name = page.short_title or page.title
            yield SearchEntry(
                location, f"{name}: {section.title}", " ".join(words_in(section)), SECTION
            )


def words_in(value: Any) -> Iterator[str]:
    """Every run of words in a value of the document, in reading order."""
    if isinstance(value, Section):
        yield from words_in(value.blocks)
        for section in value.sections:
            yield section.title
            yield from words_in(section)
    elif isinstance(value, tuple):
        if value and isinstance(value[0], Inline):
            yield plain(value)
            return
        for each in value:
            yield from words_in(each)
    elif is_dataclass(value):
        for name in holders(value.__class__):
            if name not in NOT_WORDS:
                yield from words_in(getattr(value, name))
