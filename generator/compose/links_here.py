"""What links here: the pages that name a page which does not name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from generator.model.blocks import Listing, Paragraph, Prose
from generator.model.document import REPEATING, Page, Section, inside
from generator.model.inline import Inlines, Ref, Text, joined

LISTING = REPEATING | {"index", "home"}
"""Families that name everything: that they name a page tells nothing about it."""


def with_links_here(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages, each with the others that name it, a line for each family, before its sources."""
    pages = tuple(pages)
    named = {page.id: _named(page) for page in pages}
    naming: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        if page.family not in LISTING:
            for each in named[page.id]:
                naming[each].append(page)
    return tuple(
        _with(page, [each for each in naming[page.id] if each.id not in named[page.id]])
        for page in pages
    )


def _named(page: Page) -> dict[str, None]:
    refs = (each.to for each in inside((page.lead, page.sections)) if isinstance(each, Ref))
    return {to: None for to in refs if to != page.id}


def _with(page: Page, found: list[Page]) -> Page:
    if not found or page.family in LISTING:
        return page
    families: dict[str, list[Page]] = defaultdict(list)
    for each in found:
        families[each.family].append(each)
    lines = tuple((Paragraph(_line(family, each)),) for family, each in families.items())
    section = Section("links-here", "What links here", (Prose((Listing(lines),)),))
    cut = len(page.sections) - sum(each.id == "sources" for each in page.sections[-1:])
    return replace(page, sections=(*page.sections[:cut], section, *page.sections[cut:]))


def _line(family: str, pages: list[Page]) -> Inlines:
    links = joined(((Ref(each.id, each.short_title or each.title),) for each in pages), "; ")
    return (Text(f"{family.capitalize()}{'s' * (len(pages) > 1)}: "), *links)
