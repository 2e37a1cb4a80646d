"""A page as JSON, beside it: its sections, what they say, and the files of its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from generator.model.blocks import Alerts, Block, Chain, ClaimItem, Claims, Facts, Sources
from generator.model.dataset import Dataset
from generator.model.document import Page, Section
from generator.model.form import Form
from generator.model.inline import plain
from generator.model.open_data import PAGE_FILE, SCHEMA_VERSION, record_file
from generator.model.tables import Controls, Table
from generator.publish.data.parts import (
    AS_OF,
    COUNT,
    DIALECT,
    MAYBE,
    TEXT,
    TEXTS,
    VERSION,
    Schema,
    described,
    many,
    ref,
    shape,
)
from generator.publish.search import words_in
from generator.publish.tables import tables_of

Value = dict[str, Any]


def page_json(dataset: Dataset, page: Page, as_of: date) -> Value:
    """What a page says, as plain values; ``page_schema`` describes them."""
    record = dataset.public(page.id)
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": as_of.isoformat(),
        "id": page.id,
        "family": page.family,
        "url": page.url,
        "json": f"{page.url}{PAGE_FILE}",
        "title": page.title,
        "description": page.description,
        "record": record_file(record.noun, record.id) if record else None,
        "parent": page.parent or None,
        **_said(page.lead),
        "sections": [_section(each) for each in page.sections],
        "tables": [
            {
                "caption": table.caption,
                "rows": len(table.rows),
                "csv": f"{page.url}{name}.csv",
                "json": f"{page.url}{name}.json",
            }
            for name, table in tables_of(page)
        ],
        "closing": page.closing or None,
    }


def _section(section: Section) -> Value:
    return {
        "id": section.id,
        "title": section.title,
        **_said(section.blocks),
        "sections": [_section(each) for each in section.sections],
    }


def _said(blocks: Iterable[Block]) -> Value:
    """What blocks say: claims by their ids, other words as they stand, and sources."""
    blocks = tuple(blocks)
    sources = [each for each in blocks if isinstance(each, Sources)]
    return {
        "words": list(_words(blocks)),
        "claims": [_claim(each) for each in _claims(blocks)],
        "sources": [item.source for each in sources for item in each.items],
    }


def _claims(blocks: Iterable[Block]) -> Iterator[ClaimItem]:
    for block in blocks:
        match block:
            case Claims(items):
                yield from items
            case Alerts(alerts):
                yield from (item for each in alerts for item in each.claims.items)


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Facts(facts):
                yield from (f"{each.term}: {plain(each.words)}" for each in facts)
            case Chain():
                stops = (block.visa, block.license, block.contact)
                yield from (f"{each.label}: {plain(each.words)}" for each in stops)
            case Alerts(alerts):
                yield from (each.name for each in alerts)
            case Claims() | Controls() | Form() | Sources() | Table():
                pass
            case _:
                yield from words_in(block)


def _claim(item: ClaimItem) -> Value:
    return {
        "id": item.claim,
        "says": plain(item.words),
        "standing": item.standing.id,
        "age": item.age.text,
    }


CLAIM: Mapping[str, Schema] = {
    "id": described(TEXT, "Its public id; the API has the rest."),
    "says": described(TEXT, "What it says."),
    "standing": described(TEXT, "How sure it is."),
    "age": described(TEXT, "The day for which its sources speak, in words."),
}
TABLE: Mapping[str, Schema] = {
    "caption": described(TEXT, "What it shows."),
    "rows": described(COUNT, "How many rows it has."),
    "csv": described(TEXT, "Its cells as CSV: an address inside the site."),
    "json": described(TEXT, "Its cells with their sources as JSON, likewise."),
}
SAID: Mapping[str, Schema] = {
    "words": described(TEXTS, "Its words in reading order, those of claims aside."),
    "claims": described(many(shape("A claim.", CLAIM)), "Its claims, in reading order."),
    "sources": described(TEXTS, "The ids of the sources that it lists."),
}
SECTIONS: Mapping[str, Schema] = {
    "sections": described(many(ref("Section")), "The sections below it."),
}
PAGE: Mapping[str, Schema] = {
    "schema_version": VERSION,
    "as_of": AS_OF,
    "id": described(TEXT, "Its id: that of its record, where it is about one."),
    "family": described(TEXT, "What sort of page it is."),
    "url": described(TEXT, "Its address inside the site; the home page's is empty."),
    "json": described(TEXT, "The address of this file inside the site."),
    "title": described(TEXT, "Its title."),
    "description": described(TEXT, "What it is about, in a sentence."),
    "record": described(MAYBE, "The file of its record; null if it is about none."),
    "parent": described(MAYBE, "The id of the page above it; null if there is none."),
    **SAID,
    **SECTIONS,
    "tables": described(many(shape("A table of the page.", TABLE)), "Its tables."),
    "closing": described(MAYBE, "Its last words; null if it has none."),
}


def page_schema() -> Schema:
    """The JSON Schema of the file beside every page."""
    head = {
        "id": described(TEXT, "Its anchor on the page."),
        "title": described(TEXT, "Its heading."),
    }
    section = shape("A section of a page.", {**head, **SAID, **SECTIONS})
    return {
        "$schema": DIALECT,
        "title": "page",
        **shape("What a page says.", PAGE),
        "$defs": {"Section": section},
    }
