"""What of a page stands in its embed: its blocks, as many of its sections as fit, their sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.blocks import Alerts, Block, Note, Paragraph, Sources, Tools
from generator.model.document import Page, Section, inside
from generator.model.inline import Cite, Ref, Text
from generator.model.tables import Controls, Table

SOURCES = "sources"
NOT_SHOWN = {"links-here"}
"""Sections that help only somebody who walks through the site."""


@dataclass(frozen=True)
class Excerpt:
    """A page cut to fit a frame, and what of the whole page it does not hold."""

    page: Page
    left_out: tuple[Ref, ...] = ()


def excerpt(page: Page) -> Excerpt:
    """A page without what works only on the site: its tools, its files, what links to it.

    Policy changes are named, with a link to what the page says about them.
    """
    shown = (_framed(page, each) for each in page.sections if each.id not in NOT_SHOWN)
    lead = tuple(_blocks(page, page.lead))
    return Excerpt(_with_own_sources(replace(page, lead=lead, sections=tuple(shown))))


def shorter(longer: Excerpt) -> Excerpt | None:
    """A little less: one section, or one part of the last section, or rows of its last table.

    Returns:
        The shorter excerpt; None where nothing can go.
    """
    page = longer.page
    body = tuple(each for each in page.sections if each.id != SOURCES)
    if not body:
        return None
    *others, last = body
    if others:
        return _less(longer, tuple(others), Ref(page.id, last.title, last.id))
    if last.sections:
        *parts, gone = last.sections
        left = replace(last, sections=tuple(parts))
        return _less(longer, (left,), Ref(page.id, gone.title, gone.id))
    return _fewer_rows(longer, last)


def _less(longer: Excerpt, body: tuple[Section, ...], gone: Ref) -> Excerpt:
    page = longer.page
    ends = tuple(each for each in page.sections if each.id == SOURCES)
    left = _with_own_sources(replace(page, sections=(*body, *ends)))
    known = tuple(each for each in longer.left_out if each.text != gone.text)
    return Excerpt(left, (gone, *known))


def _fewer_rows(longer: Excerpt, section: Section) -> Excerpt | None:
    """A table loses its last rows, an eighth at a time."""
    tables = [each for each in section.blocks if isinstance(each, Table) and len(each.rows) > 1]
    if not tables:
        return None
    table = tables[-1]
    rows = table.rows[: -max(1, len(table.rows) // 8)]
    blocks = tuple(replace(table, rows=rows) if each is table else each for each in section.blocks)
    gone = Ref(longer.page.id, "The other rows of the table", section.id)
    return _less(longer, (replace(section, blocks=blocks),), gone)


def _framed(page: Page, section: Section) -> Section:
    return replace(
        section,
        blocks=tuple(_blocks(page, section.blocks)),
        sections=tuple(_framed(page, each) for each in section.sections),
    )


def _blocks(page: Page, blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Alerts):
            yield _named(page, block)
        elif isinstance(block, Table):
            yield replace(block, name="")
        elif not isinstance(block, Controls | Tools):
            yield block


def _named(page: Page, alerts: Alerts) -> Note:
    """Policy changes by name and day; what they say stands on the full page."""
    parts = []
    for each in alerts.alerts:
        when = f"From {each.from_}" if each.from_ else "Start not known"
        until = f", planned end {each.until}" if each.until else ""
        link = Ref(page.id, each.name, each.anchor)
        known = Text(f". Last known {each.known_as_of}.")
        state = (Text(" "), *each.state) if each.state else ()
        parts.append(Paragraph((Text(f"{when}{until}. "), link, *state, known)))
    return Note("Policy changes that touch this page", tuple(parts))


def _with_own_sources(page: Page) -> Page:
    """The page with those of its sources that it still cites, in order of first mention."""
    body = tuple(each for each in page.sections if each.id != SOURCES)
    places: dict[str, dict[str, None]] = {}
    for cite in inside((page.lead, body)):
        if isinstance(cite, Cite):
            places.setdefault(cite.source, {}).update(dict.fromkeys(cite.at.split("; ")))
    listed = (block for end in page.sections for block in end.blocks if isinstance(block, Sources))
    known = {item.source: item for block in listed for item in block.items}
    if not places:
        return replace(page, sections=body)
    items = tuple(replace(known[each], places=tuple(at)) for each, at in places.items())
    return replace(page, sections=(*body, Section(SOURCES, "Sources", (Sources(items),))))
