"""The whole pipeline in one function: read this first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.checks import check
from generator.compose import record_pages
from generator.compose.checked import checked
from generator.compose.content import NAMED_BLOCKS, content_page
from generator.compose.context import Context
from generator.compose.embedding import with_choices
from generator.compose.prepare import context_of
from generator.derive.as_of import on_day, refused
from generator.derive.freshness import newest_day
from generator.load import load
from generator.model.blocks import Block
from generator.model.dataset import Dataset
from generator.model.document import Page
from generator.problems import Problem, ProblemsError
from generator.prose import read_prose
from generator.prose.markdown import Lookups
from generator.publish.calendars import calendar_files
from generator.publish.cards import card_files
from generator.publish.data.files import data_files
from generator.publish.embeds import credit_in, embed_files
from generator.publish.feeds import feed_files
from generator.publish.files import Files, papers_beside, robots
from generator.publish.pdf.press import Press, Printed, Prints
from generator.publish.quiz import quiz_files
from generator.publish.redirects import redirect_files, redirect_problems
from generator.publish.search import SearchEntry, search_entries
from generator.render.html import NOWHERE, Rendered, render
from generator.render.linked_data import Whole, whole_of
from generator.render.links import Addresses, Links, links_of
from generator.render.whole import anchors_twice, homeless, lost_ends

NONE = Prints((), {}, ())


@dataclass(frozen=True)
class Composed:
    """Every page, before it is rendered; the data is sound.

    Attributes:
        dataset: The data.
        pages: Every page of the site.
        links: Where each page lives.
        as_of: The day as of which the site speaks.
        papers: The license and how to cite, from beside the data, by their names.
    """

    dataset: Dataset
    pages: tuple[Page, ...]
    links: Links
    as_of: date
    papers: Files

    @property
    def whole(self) -> Whole:
        """What pages may say of the whole site."""
        return whole_of(self.dataset, self.pages, self.as_of.isoformat())

    def files(self, addresses: Addresses = NOWHERE) -> Files:
        """Further files, by their path inside the site."""
        others = {
            **self.papers,
            **calendar_files(self.pages),
            **quiz_files(self.pages),
            **feed_files(self.dataset, self.links, addresses, self.as_of),
            **redirect_files(self.dataset, self.pages, self.links, addresses),
        }
        return {
            **others,
            **data_files(self.dataset, self.pages, self.links.urls, others, self.as_of),
        }


@dataclass(frozen=True)
class Built:
    """Everything that the site is made of.

    Attributes:
        as_of: The day as of which the site speaks.
        pages: Every page as HTML.
        search: What search finds.
        links: Where each page lives.
        whole: What pages may say of the whole site.
        files: Further files, by their path inside the site.
        printed: The guides that pages offer to download.
    """

    as_of: date
    pages: tuple[Rendered, ...]
    search: tuple[SearchEntry, ...]
    links: Links
    whole: Whole
    files: Files
    printed: tuple[Printed, ...] = ()

    @property
    def menu(self) -> tuple[Rendered, ...]:
        """The pages that stand in the menu."""
        return tuple(made for made in self.pages if made.page.menu)


def compose(data: Path, content: Path, as_of: date | None = None) -> Composed:
    """Read, check and compose.

    Args:
        data: The folder of records.
        content: The folder of hand-written pages; it may be missing.
        as_of: An earlier day as of which the site is to speak; none: the newest in the data.

    Raises:
        ProblemsError: With every problem in the data, or every problem in the prose.
    """
    composed, problems = draft(data, content, as_of)
    if problems:
        raise ProblemsError(problems)
    return composed


def draft(data: Path, content: Path, as_of: date | None = None) -> tuple[Composed, list[Problem]]:
    """Read, compose and check, with problems or without: an unfinished edit can be compared.

    Args:
        data: The folder of records.
        content: The folder of hand-written pages; it may be missing.
        as_of: An earlier day as of which the site is to speak; none: the newest in the data.

    Raises:
        ProblemsError: If something cannot be read.
    """
    dataset = load(data)
    problems = [*check(dataset), *refused(data.name, as_of, newest := newest_day(dataset))]
    context = context_of(on_day(dataset, as_of) if as_of else dataset, as_of or newest)
    pages = record_pages(context)
    try:
        pages += _written(context, content, pages)
    except ProblemsError as error:
        raise ProblemsError([*problems, *error.problems]) from None
    pages = with_choices(
        tuple(checked(context, each, early=context.as_of < newest) for each in pages)
    )
    links, clashes = links_of(pages)
    problems += [*clashes, *lost_ends(dataset, links), *homeless(content)]
    problems += redirect_problems(dataset, links)
    problems += [] if problems else list(anchors_twice(pages))
    return Composed(context.dataset, pages, links, context.as_of, papers_beside(data)), problems


def build(
    data: Path,
    content: Path,
    addresses: Addresses,
    earlier: Built | None = None,
    press: Press | None = None,
    as_of: date | None = None,
) -> Built:
    """Build everything the site is made of.

    Args:
        data: The folder of records.
        content: The folder of hand-written pages.
        addresses: Where the site and its sources live.
        earlier: What was built before; its pages are kept where nothing on them changed.
        press: Prints the guides, before the pages, which say how large they are; none: no guides.
        as_of: An earlier day as of which the site is to speak; none: the newest in the data.

    Raises:
        ProblemsError: With every problem that was found.
    """
    composed = compose(data, content, as_of)
    prints = press.prints(composed.dataset, composed.pages, composed.as_of) if press else NONE
    cards = card_files(composed.pages, addresses.name) if addresses.cards else {}
    credit = credit_in(composed.dataset, composed.as_of)
    return Built(
        as_of=composed.as_of,
        pages=tuple(_rendered(composed, addresses, prints, earlier)),
        search=tuple(entry for page in composed.pages for entry in search_entries(page)),
        links=composed.links,
        whole=composed.whole,
        files={
            **composed.files(addresses),
            **embed_files(composed.pages, composed.links, addresses, credit),
            **cards,
            **robots(addresses.site),
        },
        printed=prints.printed,
    )


def _rendered(
    composed: Composed, addresses: Addresses, prints: Prints, earlier: Built | None
) -> Iterator[Rendered]:
    """Every page as HTML; those of an earlier build are kept where nothing on them changed."""
    whole = composed.whole
    same = earlier is not None and (earlier.links, earlier.whole) == (composed.links, whole)
    known = {each.page: each for each in earlier.pages} if earlier and same else {}
    for page in composed.pages:
        downloads, made = prints.offered_by(page), known.get(page)
        kept = made if made and made.downloads == downloads else None
        yield kept or render(page, composed.links, addresses, downloads, whole)


def _written(context: Context, content: Path, pages: Iterable[Page]) -> tuple[Page, ...]:
    """The hand-written pages, their links and named blocks looked up."""
    titles = {page.id: page.short_title or page.title for page in pages}
    files = {
        path.relative_to(content).with_suffix("").as_posix() for path in content.glob("**/*.md")
    }

    def name(record_id: str) -> str | None:
        return titles.get(record_id) or (record_id if record_id in files else None)

    def cite(source: str, place: str) -> str:
        if source not in context.dataset.sources:
            return f'"{source}" is not a source.'
        parts = context.dataset.sources[source].parts
        known = (source, place) in context.parts or not parts
        return "" if known else f'"{place}" is not a part of "{source}".'

    def take(block: str, ids: tuple[str, ...]) -> Block | str:
        unknown = [each for each in ids if each not in context.dataset.pathways]
        if block not in NAMED_BLOCKS:
            return f'there is no block "{block}".'
        if unknown:
            return f'"{unknown[0]}" is not a pathway.'
        if block == "timeline" and not ids:
            return "a timeline needs a pathway."
        return NAMED_BLOCKS[block](context, ids)

    prose = read_prose(content, Lookups(name, cite, take, tuple(NAMED_BLOCKS)))
    return tuple(content_page(context, each) for each in prose)
