"""Which documents there are: one for each visa, license, pathway and level, and the handbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.model.blocks import Block, Cards, Chain, Claims, Listing, Paragraph, Prose
from generator.model.document import Page, Section, inside
from generator.model.guide import Guide, Part
from generator.model.inline import Ref, Text
from generator.publish.pdf.surface import SOURCES

STOPS = {"visa": "visa", "license": "license", "level": "contact"}
ALONE = ("visa", "license", "pathway", "level")
FRESH = {"visa", "license"}
"""Families whose chapters each begin a sheet of the handbook."""
ORDER = (
    *("content", "visa", "license", "level", "pathway", "requirement", "barrier", "enabler"),
    *("recommendation", "stakeholder", "alert"),
)
HANDBOOK = "handbook"
IN_SHORT = {"contact", "notes", "steps"}
"""What the handbook says of a pathway; the rest stands with its visa and its license."""
LINKED = {
    "recommendation": "Recommendations",
    "barrier": "Barriers",
    "enabler": "Enablers",
}


def guides_of(pages: Sequence[Page], printed: Sequence[Page]) -> tuple[Guide, ...]:
    """Every document.

    Args:
        pages: The pages of the site.
        printed: Pages that are only printed; each names the page that offers it as its parent.
    """
    every = (*pages, *printed)
    return (
        *(_alone(page) for page in every if page.family in ALONE),
        *(_stakeholder(page, every) for page in every if page.family == "stakeholder"),
        *_barriers(every),
        *_handbook(every),
    )


def _alone(page: Page) -> Guide:
    level = page.family == "level"
    return Guide(
        id=page.id if level else page.url.rstrip("/"),
        title=page.title,
        eyebrow=page.eyebrow,
        summary=page.description,
        url=page.url,
        parts=(Part("", (page,)),),
        home=page.parent if level else page.id,
        stop=STOPS.get(page.family, ""),
    )


def _stakeholder(page: Page, pages: Sequence[Page]) -> Guide:
    """A stakeholder's page, then in full what it names."""
    named = {ref.to for ref in inside(page.sections) if isinstance(ref, Ref)}
    parts = (
        Part(title, tuple(each for each in pages if each.id in named and each.family == family))
        for family, title in LINKED.items()
    )
    return Guide(
        id=page.url.rstrip("/"),
        title=page.title,
        eyebrow=page.eyebrow,
        summary=page.description,
        url=page.url,
        parts=(Part("", (page,)), *(part for part in parts if part.pages)),
        home=page.id,
    )


def _barriers(pages: Sequence[Page]) -> Iterator[Guide]:
    hubs = {page.id: page for page in pages}
    parts = [
        Part(hubs[hub].title, found, hubs[hub].description)
        for family, hub in (("barrier", "barriers"), ("enabler", "enablers"))
        if (found := tuple(page for page in pages if page.family == family))
    ]
    if parts:
        yield Guide(
            id="barriers-and-enablers",
            title=" and ".join(("Barriers", "enablers")[: len(parts)]),
            eyebrow="Guide",
            summary=hubs["barriers"].description,
            url=hubs["barriers"].url,
            parts=tuple(parts),
            home="barriers",
        )


def _handbook(pages: Sequence[Page]) -> Iterator[Guide]:
    """Everything but the sources' own pages: they stand once, as the list at the end."""
    home = next((page for page in pages if page.family == "home"), None)
    if home is None:
        return
    parts = [part for family in ORDER for part in _parts_of(family, pages)]
    terms = [page for page in pages if page.id == "glossary"]
    yield Guide(
        id=HANDBOOK,
        title="Handbook",
        eyebrow="",
        summary=home.description,
        url="",
        parts=(*parts, *(Part(page.title, (page,)) for page in terms)),
        home=home.id,
        whole=True,
    )


def _parts_of(family: str, pages: Iterable[Page]) -> Iterator[Part]:
    """The pages of a family, a part for each hub that they have."""
    hubs = {page.id: page for page in pages}
    found: dict[str, list[Page]] = {}
    for page in pages:
        if page.family == family:
            found.setdefault(page.parent, []).append(page)
    for parent, chapters in found.items():
        hub = hubs.get(parent)
        title = hub.title if hub else "Before you start"
        words = hub.description if hub else ""
        if family == "level":
            title, words = f"{title}, by trainee level", ""
        told = tuple(_in_short(page) for page in chapters)
        yield Part(title, told, words, fresh=family in FRESH)


def _in_short(page: Page) -> Page:
    """A chapter of the handbook: what has a chapter of its own is only named."""
    chain = next((block for block in page.lead if isinstance(block, Chain)), None)
    if page.family in ALONE and not chain:
        return replace(page, sections=tuple(_listed(each) for each in page.sections))
    if chain is None:
        return page
    sections = (_section_in_short(each) for each in page.sections if each.id in IN_SHORT)
    words = (Text("The words of each step, the limits and how long it holds stand with:"),)
    both = Listing(((Paragraph(chain.visa.words),), (Paragraph(chain.license.words),)))
    more = Section("more", "More", (Prose((Paragraph(words), both)),))
    return replace(page, sections=(*sections, more, *_sources_of(page)))


def _listed(section: Section) -> Section:
    """A section whose cards are plain entries: each card is a chapter further on."""
    blocks = tuple(
        Prose((Listing(tuple((Paragraph((card.title,)),) for card in block.cards)),))
        if isinstance(block, Cards)
        else block
        for block in section.blocks
    )
    return replace(section, blocks=blocks)


def _section_in_short(section: Section) -> Section:
    return replace(section, blocks=tuple(_named_only(block) for block in section.blocks))


def _named_only(block: Block) -> Block:
    """Steps by their names; every other block as it is."""
    if not (isinstance(block, Claims) and block.numbered):
        return block
    items = tuple((Paragraph(item.title or item.words),) for item in block.items)
    return Prose((Listing(items, numbered=True),))


def _sources_of(page: Page) -> tuple[Section, ...]:
    return tuple(section for section in page.sections if section.id == SOURCES)
