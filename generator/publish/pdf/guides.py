"""Which documents there are: one for each visa, license, pathway and level, and the handbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.model.blocks import Block, Cards, Chain, Claims, Listing, Paragraph, Prose
from generator.model.document import Page, Section, inside
from generator.model.guide import Guide, Part
from generator.model.inline import Ref, Text
from generator.model.tables import Table
from generator.publish.pdf.surface import SOURCES

STOPS = {"visa": "visa", "license": "license", "level": "contact"}
ALONE = ("visa", "license", "pathway", "plan", "stakeholder")
LISTED = {"visa", "license"}
"""Families whose cards lead to chapters of the handbook: a plain list of them will do."""
FRESH = LISTED
"""Families whose chapters each begin a sheet of the handbook."""
ORDER = (
    *("content", "visa", "license", "level", "pathway", "requirement", "barrier", "enabler"),
    *("recommendation", "stakeholder", "alert", "quality"),
)
HANDBOOK = "handbook"
IN_SHORT = {"contact", "notes", "steps"}
"""What the handbook says of a pathway; the rest stands with its visa and its license."""
USERS = {
    "requirement": "pathways",
    "barrier": "affects",
    "enabler": "affects",
    "recommendation": "affects",
}
"""Sections of a family that only repeat what the chapters say that they name."""
BESIDE = "beside"
"""A comparison on the page of a recommendation: the handbook has none."""
ABOUT = "about-"
"""How the id of a section begins that tells of a record as its own page does."""
SIDE_BY_SIDE = "Side by side"
MOST_COLUMNS = 9
"""More than these cannot be read on a sheet, at 8 points and turned."""


def guides_of(pages: Sequence[Page]) -> tuple[Guide, ...]:
    """Every document.

    Args:
        pages: The pages of the site.
    """
    return (
        *(_guide(page) for page in pages if page.family in ALONE),
        *(_level(page, pages) for page in pages if page.family == "level"),
        *_comparisons(pages),
        *_barriers(pages),
        *_handbook(pages),
    )


def _guide(page: Page, *more: Part) -> Guide:
    """A page, then in full what it leads to."""
    return Guide(
        id=page.url.rstrip("/"),
        title=page.title,
        eyebrow=page.eyebrow,
        summary=page.description,
        url=page.url,
        parts=(Part("", (page,)), *(part for part in more if part.pages)),
        home=page.id,
        stop=STOPS.get(page.family, ""),
    )


def _level(page: Page, pages: Sequence[Page]) -> Guide:
    """A level's page, then its chains."""
    named = _named(page)
    chains = tuple(each for each in pages if each.family == "figure" and each.id in named)
    return _guide(page, Part("The chains, side by side", chains))


def _named(page: Page) -> set[str]:
    return {ref.to for ref in inside((page.lead, page.sections)) if isinstance(ref, Ref)}


def _compared(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The comparisons that paper has room for: visas by family, licenses, and every pair."""
    levels = {page.id.rpartition("/")[2] for page in pages if page.family == "level"}
    return tuple(
        page
        for page in pages
        if page.family == "compare"
        and page.id.rpartition("/")[2] not in levels
        and all(
            len(table.columns) <= MOST_COLUMNS
            for table in inside(page.sections)
            if isinstance(table, Table)
        )
    )


def _comparisons(pages: Sequence[Page]) -> Iterator[Guide]:
    found = _compared(pages)
    if found:
        yield Guide(
            id="comparisons",
            title="Comparison tables",
            eyebrow="Guide",
            summary="Visas, licenses and every pair of them, side by side.",
            url=found[0].url,
            parts=(Part(SIDE_BY_SIDE, found),),
            home="compare/visas",
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
    """Everything but comparisons, a document of their own, and the sources' pages, now a list."""
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
    if page.family in LISTED:
        return replace(page, sections=tuple(_listed(each) for each in page.sections))
    if page.family in USERS:
        told = {USERS[page.family], BESIDE}
        return replace(page, sections=tuple(each for each in page.sections if each.id not in told))
    if page.family == "quality":
        return replace(page, sections=tuple(each for each in page.sections if not each.sections))
    if page.family == "stakeholder":
        return replace(page, sections=tuple(_links_only(each) for each in page.sections))
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


def _links_only(section: Section) -> Section:
    """A section that tells of records which are chapters: their names will do."""
    refs = [
        Ref(each.id.removeprefix(ABOUT), each.title)
        for each in section.sections
        if each.id.startswith(ABOUT)
    ]
    if not refs:
        return section
    listed = Prose((Listing(tuple((Paragraph((each,)),) for each in refs)),))
    return replace(section, blocks=(*section.blocks, listed), sections=())


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
