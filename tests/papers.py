"""Printing made-up pages, as the real ones are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.model.blocks import (
    AlertItem,
    Alerts,
    Block,
    Card,
    Cards,
    Chain,
    CheckItem,
    Checklist,
    ClaimItem,
    Claims,
    Fact,
    Facts,
    Listing,
    Note,
    OtherSide,
    Paragraph,
    Prose,
    SourceItem,
    Sources,
    Standing,
    Stop,
    Tools,
)
from generator.model.document import Page, Section
from generator.model.form import Form
from generator.model.guide import Guide, Part
from generator.model.inline import (
    Abbr,
    Age,
    Cite,
    Code,
    Emphasis,
    InForce,
    Inlines,
    Link,
    Ref,
    Strong,
    Text,
)
from generator.model.tables import Bar, Cell, Chart, Choice, Controls, Table
from generator.publish.pdf.compile import compile_pdf
from generator.publish.pdf.document import document
from generator.publish.pdf.surface import Imprint, Places

AS_OF = date(2026, 11, 22)
ADDRESS = "https://site.test/a/"
IMPRINT = Imprint("Site", ADDRESS, AS_OF, "1.0", "CC BY 4.0", "A paper", "https://site.test/paper")
PLACES = Places({"p": "p/", "other": "other/"}, {"law": "https://site.test/law"}, {})
SURE = Standing("confirmed", "Confirmed", "A source says the same.")
UNSURE = Standing("unverified", "Not verified", "Nobody looked.")
HOSTILE = (
    "#panic()",
    '#eval("1")',
    "$x^2$",
    "*bold*",
    "_under_",
    "<label>",
    "@ref",
    "a\\b",
    "`raw`",
    "= Heading",
    "- item",
    "// comment",
    "/* comment */",
    "~ -- ---",
    "\\u{41}",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "#import",
    '"quotes"',
    "]",
    "[",
    "long" * 30,
)


def text(words: str) -> Inlines:
    return (Text(words),)


def claim(words: str, **more: Any) -> ClaimItem:
    anchor = f"c{abs(hash(words))}"
    return ClaimItem(
        anchor, anchor, text(words), (Cite("law", "§ 1"),), SURE, Age("as of 2007"), **more
    )


def every_block(words: str) -> tuple[Block, ...]:
    """A block of every kind, with some words wherever a block has words."""
    space = Text(" ")
    kinds: Inlines = (
        Text(words),
        Emphasis(text(words)),
        Strong(text(words)),
        Code(words),
        Ref("other", words),
        Abbr("t", words, words),
        Age(words),
        InForce(words),
        Link("https://site.test/x", text(words)),
    )
    inline: Inlines = tuple(each for kind in kinds for each in (kind, space))
    chain = Chain(
        Stop(words, text(words), text(words)),
        Stop(words, text(words)),
        Stop(words, text(words)),
        "observation",
    )
    item = ClaimItem(
        "p/one",
        "one",
        inline,
        (Cite("law", words),),
        replace(UNSURE, name=words, meaning=words),
        Age(words),
        title=text(words),
        others=(OtherSide(inline, (Cite("law", words),)),),
        facts=(Fact(words, inline),),
    )
    alert = AlertItem(
        "alert-new", words, words, words, "", "", words, Claims((item,)), (InForce(words),)
    )
    return (
        chain,
        Prose((Paragraph(inline), Listing(((Paragraph(inline),), (Paragraph(inline),))))),
        Claims((item,)),
        Claims((item,), numbered=True),
        Facts((Fact(words, inline, "observation"), Fact(words, inline))),
        Table(words, (words, words), ((Cell(inline, more=inline), Cell(inline, "none")),)),
        Controls("t", "visa", (Choice("a", words),)),
        Tools("planner", "{}", (Choice("a", words),)),
        Form("{}", (), (), (), Ref("other", words)),
        Checklist("p", (CheckItem("one", inline, inline), CheckItem("two", inline))),
        Cards((Card(Ref("other", words), inline, words, chain),)),
        Note(words, (Paragraph(inline),)),
        Chart(words, (Bar(words, 3, 75), Bar(words, 1, 25))),
        Alerts((alert,)),
        Sources((SourceItem("law", words, words, words, Age(words), (words,)),)),
    )


def page_of(*blocks: Block, title: str = "Title", page_id: str = "p") -> Page:
    """A page with these blocks in its one section, alerts above it and sources below."""
    above = tuple(each for each in blocks if isinstance(each, Alerts | Chain))
    below = tuple(each for each in blocks if isinstance(each, Sources)) or (
        Sources((SourceItem("law", "A law", "State", "Read", Age("2007"), ("§ 1",)),)),
    )
    middle = tuple(each for each in blocks if each not in above and each not in below)
    sections = (Section("s", "Section", middle), Section("sources", "Sources", below))
    return Page(page_id, "p/", title, "Words.", "visa", "data/p.yml", lead=above, sections=sections)


def guide_of(*pages: Page, parts: tuple[Part, ...] = ()) -> Guide:
    first = pages[0] if pages else parts[0].pages[0]
    return Guide("p", first.title, "Visa", "Words.", "p/", parts or (Part("", pages),), "p", "visa")


def value_of(guide: Guide) -> dict[str, Any]:
    return document(guide, IMPRINT, PLACES)


def printed(guide: Guide, path: Path, paper: str = "a4") -> Path:
    """Print a guide into a file."""
    path.write_bytes(compile_pdf(value_of(guide), paper, AS_OF))
    return path


UNSEEN = {
    *("kind", "t", "id", "anchor", "to", "url", "level", "meaning", "from_day", "until_day"),
    *("source", "stop", "summary", "license", "address", "place", "site"),
    *("credit", "credit_address", "version", "qr", "at", "claim", "choices", "owner"),
}


def words_in(value: Any) -> Iterator[str]:
    """Every string of a document that a reader must find on paper."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from words_in(each)
    elif isinstance(value, dict):
        hidden = _hidden(value)
        for key, each in value.items():
            if key not in UNSEEN and key not in hidden:
                yield from words_in(each)


def _hidden(value: dict[str, Any]) -> set[str]:
    """What stands elsewhere: the words of what has a chapter of its own, the index's terms."""
    if value.get("t") == "abbr":
        return {"term"}
    if value.get("kind") == "claimitem" and value["brief"]:
        return set(value) - {"title"}
    if value.get("kind") in {"controls", "form", "tools"}:
        return set(value)
    if value.get("kind") == "cell":
        return {"standing"}
    if value.get("kind") == "table":
        return {"name"}
    if value.get("kind") == "alertitem":
        return {"claims"} if value["to"] != value["anchor"] else set()
    return set()
