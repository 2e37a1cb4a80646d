"""One page -> HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from generator.model.base import show_day
from generator.model.blocks import Block
from generator.model.document import Page, Section
from generator.model.guide import Download
from generator.model.inline import (
    Abbr,
    Age,
    Cite,
    Code,
    Command,
    Emphasis,
    File,
    InForce,
    Inline,
    Inlines,
    Link,
    Ref,
    Strong,
    Text,
    plain,
)
from generator.model.open_data import PAGE_FILE
from generator.render.ages import age, in_force
from generator.render.environment import environment
from generator.render.linked_data import Whole, linked_data
from generator.render.links import Addresses, Links, numbers_of
from generator.render.snippets import Snippets, blanks, snippets

NOWHERE = Addresses()
EMBEDDING = "embedding"
"""The page about showing our pages elsewhere."""
ALONE = Whole()


@dataclass(frozen=True)
class Heading:
    """An entry of a page's table of contents."""

    title: str
    id: str
    level: int
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Rendered:
    """A page as HTML.

    Attributes:
        page: The page.
        html: Its content.
        head: What it tells other programs about itself, in the head of its file.
        headings: Its table of contents.
        downloads: What it offers to download.
    """

    page: Page
    html: str
    head: str
    headings: tuple[Heading, ...]
    downloads: tuple[Download, ...] = ()


def render(
    page: Page,
    links: Links,
    addresses: Addresses = NOWHERE,
    downloads: tuple[Download, ...] = (),
    whole: Whole = ALONE,
) -> Rendered:
    """Render one page, from its title to its sources and what it offers to take away.

    Args:
        page: The page.
        links: Where every page lives.
        addresses: Where the site lives.
        downloads: What the page offers to download.
        whole: What the page may say of the whole site.
    """
    day = show_day(date.fromisoformat(whole.as_of)) if whole.as_of else ""
    surface = Surface(page, links, addresses, day)
    template = environment().get_template("page.html.j2")
    html = template.render(
        page=page,
        surface=surface,
        block=surface.block,
        words=surface.words,
        downloads=downloads,
        page_file=PAGE_FILE,
    )
    listed = page.sections if page.contents else ()
    headings = tuple(_heading(section, 2) for section in listed)
    return Rendered(page, html, head_of(page, addresses, whole), headings, downloads)


def head_of(page: Page, addresses: Addresses, whole: Whole = ALONE) -> str:
    """What a page tells other programs about itself; addresses of ours only if the site has one."""
    template = environment().get_template("head.html.j2")
    about = linked_data(page, whole, addresses)
    return template.render(
        page=page,
        addresses=addresses,
        about=about,
        page_file=PAGE_FILE,
        root="../" * page.url.count("/"),
    )


def _heading(section: Section, level: int) -> Heading:
    children = tuple(_heading(each, level + 1) for each in section.sections)
    return Heading(section.title, section.id, level, children)


class Surface:
    """What the web surface adds to a page: addresses and numbers.

    ``whole`` says whether it shows the page itself, with a way to link and report each statement.
    """

    whole = True

    def __init__(
        self, page: Page, links: Links, addresses: Addresses = NOWHERE, as_of: str = ""
    ) -> None:
        self.page = page
        self.url = page.url
        self.as_of = as_of
        self.links = links
        self.addresses = addresses
        self.numbers = numbers_of(page)
        self.given = 0
        self.hrefs: dict[tuple[str, str], str] = {}

    def block(self, block: Block) -> Markup:
        """A block as HTML, by its template."""
        name = type(block).__name__.lower()
        template = environment().get_template(f"blocks/{name}.html.j2")
        return Markup(
            template.render(block=block, surface=self, words=self.words, render=self.block)
        )

    def marks(self, anchor: str) -> bool:
        """Whether a claim has its anchor here."""
        return bool(anchor)

    def href(self, to: str, anchor: str = "") -> str:
        """The address of a record's page, seen from this page."""
        known = self.hrefs.get((to, anchor))
        if known is None:
            known = self.hrefs[to, anchor] = self.links.href(self.url, to, anchor)
        return known

    def file(self, path: str) -> str:
        """The address of a file of the site, seen from this page."""
        return self.links.file(self.url, path)

    def codes(self, page: Page | None = None) -> Snippets:
        """What to paste to show a page elsewhere; without a page there are blanks for it."""
        if page is None:
            return blanks(self.addresses, self.as_of)
        return snippets(page, self.addresses, self.as_of)

    @property
    def guide(self) -> str:
        """The address of the page about showing ours elsewhere; empty if there is none."""
        return self.href(EMBEDDING) if EMBEDDING in self.links.urls else ""

    def new_id(self, kind: str) -> str:
        """An id that no other block of this page has."""
        self.given += 1
        return f"{kind}-{self.given}"

    def number(self, source: str) -> int:
        """The number of a source on this page."""
        return self.numbers[source]

    def words(self, words: Inlines) -> Markup:
        """Inline values as HTML."""
        return Markup("".join(self._inlines(words)))

    def _inlines(self, words: Inlines) -> Iterator[Markup]:
        for inline in words:
            yield _INLINE[type(inline)](self, inline)

    def ref(self, ref: Ref) -> Markup:
        """A link to a record."""
        return Markup('<a href="{}">{}</a>').format(self.href(ref.to, ref.anchor), ref.text)

    def cite(self, cite: Cite) -> Markup:
        """The number of a source, with the place in it."""
        number, at = self.number(cite.source), escape(cite.at)
        return Markup(
            f'<sup class="ctp-cite"><a href="#source-{number}" '
            f'aria-label="Source {number}, {at}" title="{at}">{number}</a></sup>'
        )

    def _file(self, file: File) -> Markup:
        return Markup('<a href="{}">{}</a>').format(self.file(file.path), file.text)

    def _command(self, command: Command) -> Markup:
        return Markup("<code>{}</code>").format(command.typed(self.addresses.site))

    def _link(self, link: Link) -> Markup:
        shown = plain(link.words)
        spelled = Markup(' class="ctp-address"') if shown == link.address else ""
        return Markup('<a href="{}"{} rel="noopener">{}</a>').format(
            link.address, spelled, self.words(link.words)
        )


_INLINE: dict[type[Inline], Callable[[Surface, Any], Markup]] = {
    Text: lambda _, inline: escape(inline.text),
    Code: lambda _, inline: Markup("<code>{}</code>").format(inline.text),
    Emphasis: lambda surface, inline: Markup("<em>{}</em>").format(surface.words(inline.words)),
    Strong: lambda surface, inline: Markup("<strong>{}</strong>").format(
        surface.words(inline.words)
    ),
    Abbr: lambda _, inline: Markup('<abbr title="{}">{}</abbr>').format(
        inline.meaning, inline.text
    ),
    Age: lambda _, inline: age(inline),
    InForce: lambda _, inline: in_force(inline),
    Ref: lambda surface, inline: surface.ref(inline),
    Cite: lambda surface, inline: surface.cite(inline),
    Link: Surface._link,
    File: Surface._file,
    Command: Surface._command,
}
