"""The same pages as plain Markdown, for a stock MkDocs: the fair opponent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.model.blocks import (
    Alerts,
    Block,
    Card,
    Cards,
    Chain,
    ClaimItem,
    Claims,
    Facts,
    Listing,
    Note,
    Paragraph,
    Prose,
    SourceItem,
    Sources,
)
from generator.model.document import Page, Section
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
from generator.model.tables import Table
from generator.publish.files import source_uri
from generator.render.links import FileLinks, Links, numbers_of

SETTINGS = """site_name: Clinical Training Pathways
docs_dir: docs
theme:
  name: material
  font: false
  features: [navigation.sections, navigation.top, toc.follow, search.suggest, search.highlight]
markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, tables, toc]
plugins: [search]
not_in_nav: "*"
nav:
"""


def write_stock_site(pages: Iterable[Page], links: Links, folder: Path) -> None:
    """Write the pages and the settings: only hubs are in the navigation, as on our site."""
    pages = tuple(pages)
    files = {page.url: source_uri(page.url, hub=page.family == "index") for page in pages}
    for page in pages:
        path = folder / "docs" / files[page.url]
        path.parent.mkdir(parents=True, exist_ok=True)
        writer = _Writer(page, FileLinks(links.urls, files))
        path.write_text("\n\n".join(writer.page()) + "\n", "utf-8")
    hubs = [f'  - "{page.menu[-1]}": {files[page.url]}' for page in pages if page.menu]
    (folder / "mkdocs.yml").write_text(SETTINGS + "\n".join(hubs) + "\n", "utf-8")


class _Writer:
    """One page as Markdown; its sources are footnotes."""

    def __init__(self, page: Page, links: FileLinks) -> None:
        self.of, self.links, self.numbers = page, links, numbers_of(page)

    def page(self) -> Iterator[str]:
        yield f"# {self.of.title}"
        for block in self.of.lead:
            yield from self.block(block)
        for section in self.of.sections:
            yield from self.section(section, 2)

    def section(self, section: Section, level: int) -> Iterator[str]:
        yield f"{'#' * level} {section.title} {{ #{section.id} }}"
        for block in section.blocks:
            yield from self.block(block)
        for each in section.sections:
            yield from self.section(each, level + 1)

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Prose(parts) | Note(parts=parts):
                yield from (self.part(part) for part in parts)
            case Facts(facts):
                yield "\n".join(f"{fact.term}\n:   {self.words(fact.words)}\n" for fact in facts)
            case Claims(items):
                yield "\n".join(map(self.claim, items))
            case Table(_, columns, rows):
                head = [" | ".join(columns), " | ".join("---" for _ in columns)]
                body = [" | ".join(self.words(cell.words) for cell in row) for row in rows]
                yield "\n".join(f"| {line} |" for line in [*head, *body])
            case Chain(visa, license_, contact):
                stops = (visa, license_, contact)
                yield "\n".join(f"1. {stop.label}: {self.words(stop.words)}" for stop in stops)
            case Cards(cards):
                yield from (line for card in cards for line in self.card(card))
            case Alerts(alerts):
                for alert in alerts:
                    yield f'!!! warning "{alert.from_}: {alert.name}"\n'
                    yield from self.block(alert.claims)
            case Sources(items):
                yield "\n".join(map(self.source, items))

    def claim(self, item: ClaimItem) -> str:
        others = " ".join(self.words(side.words) for side in item.others)
        facts = " ".join(f"{fact.term}: {self.words(fact.words)}." for fact in item.facts)
        says = f"{self.words(item.title)} {self.words(item.words)}{self.words(item.cites)}"
        return f"- {says} {others} {facts} *{item.standing.name}*, {item.age.shown}"

    def card(self, card: Card) -> Iterator[str]:
        yield f"**{self.words((card.title,))}** {card.eyebrow} {self.words(card.words)}"
        if card.chain:
            yield from self.block(card.chain)

    def source(self, item: SourceItem) -> str:
        title = self.words((Ref(item.source, item.title),))
        day = item.as_of.shown if item.as_of else "Day not known"
        places = "; ".join(item.places)
        about = f"{title}. {item.publisher}. {item.read}. {day}. {places}"
        return f"[^{self.numbers[item.source]}]: {about}"

    def part(self, part: Paragraph | Listing) -> str:
        if isinstance(part, Paragraph):
            return self.words(part.words)
        return "\n".join(f"- {' '.join(self.part(each) for each in item)}" for item in part.items)

    def words(self, words: Inlines) -> str:
        return "".join(map(self.inline, words))

    def inline(self, inline: Inline) -> str:
        match inline:
            case Text() | Abbr() | Age() | InForce():
                return plain((inline,))
            case Code() | Command():
                return f"`{plain((inline,))}`"
            case Emphasis(words):
                return f"*{self.words(words)}*"
            case Strong(words):
                return f"**{self.words(words)}**"
            case Ref():
                address = self.links.href(self.of.url, inline.to, inline.anchor.partition("#")[0])
                return f"[{inline.text}]({address.partition('#')[0]})"
            case Cite():
                return f"[^{self.numbers[inline.source]}]"
            case File(path, text):
                return f"[{text}]({path})"
            case Link():
                return f"[{self.words(inline.words)}]({inline.address})"
