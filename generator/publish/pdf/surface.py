"""What print adds to pages: labels, addresses and numbers; every part becomes a plain value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any

from generator.model.blocks import AlertItem, Alerts, ClaimItem, Paragraph, SourceItem, Tools
from generator.model.document import Page, Section, inside
from generator.model.form import Form
from generator.model.guide import Guide, Part
from generator.model.inline import (
    Abbr,
    Cite,
    Code,
    Command,
    Emphasis,
    File,
    Inline,
    Link,
    Ref,
    Strong,
    plain,
)
from generator.model.tables import Controls
from generator.publish.pdf.breaks import breakable

Value = dict[str, Any]
SOURCES = "sources"
LEFT_OUT = {SOURCES, "links-here", "what-changed"}
"""Sections that a document has once, or that help only on a screen."""
SCREEN_ONLY = (Controls, Form, Tools)  # paper cannot work them: it says where they are


@dataclass(frozen=True)
class Imprint:
    """What every document says of itself.

    Attributes:
        site: The name of the site.
        address: Where the site lives, such as ``https://example.org/a/``; empty if not known.
        as_of: The day as of which the site speaks.
        version: The version of the data.
        license: The license of the data and words.
        credit: What they rest on, in a sentence.
        credit_address: Where that is.
    """

    site: str
    address: str
    as_of: date
    version: str
    license: str
    credit: str
    credit_address: str


@dataclass(frozen=True)
class Places:
    """Where things are that a document may point to.

    Attributes:
        urls: The address inside the site of every page, by id.
        sources: The publisher's own address of each source that we link, by id.
        terms: The terms of the glossary as they are printed, by id.
    """

    urls: Mapping[str, str]
    sources: Mapping[str, str]
    terms: Mapping[str, str]


def _fields(value: Any) -> Value:
    return {each.name: getattr(value, each.name) for each in fields(value)}


def sources_of(guide: Guide) -> tuple[SourceItem, ...]:
    """The sources of a guide's pages, each once, in order of first mention."""
    found: dict[str, SourceItem] = {}
    for page in guide.pages:
        for item in inside(page.sections):
            if isinstance(item, SourceItem):
                known = found.get(item.source)
                places = dict.fromkeys((*known.places, *item.places) if known else item.places)
                found[item.source] = replace(item, places=tuple(places))
    return tuple(found.values())


class Surface:
    """What print adds to a guide: labels, addresses and numbers."""

    def __init__(self, guide: Guide, imprint: Imprint, places: Places) -> None:
        self.imprint = imprint
        self.places = places
        self.inside = {page.id: page for page in guide.pages}
        self.sources = sources_of(guide)
        self.numbers = {item.source: number for number, item in enumerate(self.sources, 1)}
        self.labels = {
            f"{page.id}#{anchor}" for page in guide.pages for anchor in _section_ids(page.sections)
        }
        self.whole = guide.whole
        self.page = ""

    def value(self, value: Any) -> Any:
        """Any part of a page as plain values; each says its kind, a field of that name aside."""
        if isinstance(value, Inline):
            return self.inline(value)
        if isinstance(value, SCREEN_ONLY):
            return {"kind": type(value).__name__.lower(), "address": self.address(self.page)}
        if isinstance(value, Paragraph) and len(value.words) == 1:
            return {"kind": "paragraph", "words": [self.inline(value.words[0], alone=True)]}
        if is_dataclass(value):
            shown = {name: self.value(each) for name, each in _fields(value).items()}
            return {**shown, "kind": type(value).__name__.lower(), **self._added(value)}
        if isinstance(value, tuple):
            return [self.value(each) for each in value]
        return breakable(value) if isinstance(value, str) else value

    def _added(self, value: Any) -> Value:
        if isinstance(value, SourceItem):
            return {
                "number": self.numbers[value.source],
                "address": self.places.sources.get(value.source, ""),
            }
        if isinstance(value, AlertItem):
            whole = f"{self.page}#{value.anchor}"
            record = _alert_of(value)
            return {"anchor": whole, "to": record if record in self.inside else whole}
        if isinstance(value, Alerts):
            return {"brief": True}
        if isinstance(value, ClaimItem) and self._has_chapter(value):
            return {"brief": True, "title": [self.inline(value.title[0], alone=True)]}
        if isinstance(value, ClaimItem):
            return {"brief": False}
        return {}

    def _has_chapter(self, item: ClaimItem) -> bool:
        """Whether a shared requirement has a chapter here, where its words stand."""
        to = [each.to for each in item.title if isinstance(each, Ref)]
        return len(to) == 1 and to[0] in self.inside and to[0] != self.page

    def inline(self, inline: Inline, *, alone: bool = False) -> Value:
        """Text inside a block; ``alone`` if there is nothing else in its paragraph."""
        match inline:
            case Emphasis(inner) | Strong(inner):
                return {"t": type(inline).__name__.lower(), "c": self.value(inner)}
            case Abbr():
                term = self.places.terms.get(inline.term, inline.text)
                words = {"v": breakable(inline.text), "term": term}
                return {"t": "abbr", "marked": self.whole, **words}
            case Cite(source, at):
                return {"t": "cite", "n": self.numbers[source], "at": at}
            case Link(address, inner):
                return {"t": "link", "url": address, "c": self.value(inner)}
            case Ref():
                return self._ref(inline, alone=alone)
            case File(path, text):
                return _out(self.web(path), text)
            case Code() | Command():
                typed = inline.text if isinstance(inline, Code) else inline.typed(self.web(""))
                return {"t": "code", "v": breakable(typed)}
            case _:  # words, and how old something is
                return {"t": "text", "v": breakable(plain((inline,)))}

    def _ref(self, ref: Ref, *, alone: bool) -> Value:
        """A page of this document, else an address on the web, else words."""
        if ref.to in self.inside and ref.to != self.page:
            label = f"{ref.to}#{ref.anchor}" if f"{ref.to}#{ref.anchor}" in self.labels else ref.to
            return {"t": "ref", "to": label, "page": alone, "v": breakable(ref.text)}
        return _out("" if ref.to in self.inside else self.address(ref.to, ref.anchor), ref.text)

    def address(self, page_id: str, anchor: str = "") -> str:
        """The address of a page on the web; empty if the site has none."""
        return self.web(self.places.urls[page_id] + (f"#{anchor}" if anchor else ""))

    def web(self, url: str) -> str:
        """An address inside the site as a whole one; empty if the site has none."""
        return f"{self.imprint.address.rstrip('/')}/{url}" if self.imprint.address else ""

    def chapter(self, page: Page) -> Value:
        """A page without its list of sources, which the document has once.

        The policy changes above its sections are headlines; in full they stand below them, or
        in a chapter of their own.
        """
        self.page = page.id
        everything = inside((page.lead, page.sections))
        changes = [block for block in everything if isinstance(block, Alerts)]
        sections = [self.section(each) for each in page.sections if each.id not in LEFT_OUT]
        sections += [self._changes(each) for each in changes if not self._told(each)]
        return {
            "id": page.id,
            "title": breakable(page.title),
            "eyebrow": page.eyebrow,
            "lead": self.value(page.lead),
            "sections": sections,
            "closing": page.closing,
        }

    def _told(self, changes: Alerts) -> bool:
        """Whether every change has a chapter of its own in this document."""
        return all(_alert_of(each) in self.inside for each in changes.alerts)

    def _changes(self, changes: Alerts) -> Value:
        whole = {"kind": "alerts", "brief": False, "alerts": self.value(changes.alerts)}
        title = "Policy changes in detail"
        return {"id": f"{self.page}#changes", "title": title, "blocks": [whole], "sections": []}

    def section(self, section: Section) -> Value:
        """A section with its blocks and the sections below it."""
        return {
            "id": f"{self.page}#{section.id}",
            "title": breakable(section.title),
            "blocks": self.value(section.blocks),
            "sections": [self.section(each) for each in section.sections],
        }

    def part(self, part: Part) -> Value:
        """A part with its chapters."""
        chapters = [self.chapter(page) for page in part.pages]
        return {"title": part.title, "words": part.words, "fresh": part.fresh, "chapters": chapters}


def _out(address: str, text: str) -> Value:
    """An address on the web, else words."""
    words = {"v": breakable(text)}
    return {"t": "out", "url": address, **words} if address else {"t": "text", **words}


def _alert_of(item: AlertItem) -> str:
    """The id of the record that an alert on a page shows."""
    return item.anchor.removeprefix("alert-")


def _section_ids(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        yield section.id
        yield from _section_ids(section.sections)
