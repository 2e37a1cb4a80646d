"""The page of a source: what it is, how it was read, and every claim that rests on it."""

from __future__ import annotations

from generator.compose.context import HOW_READ, Context, text
from generator.derive.citations import Citation
from generator.model.base import show_day
from generator.model.blocks import Block, Fact, Facts, Listing, Paragraph, Prose
from generator.model.document import Page, Section
from generator.model.inline import Age, Code, Inlines, Link, Ref, Text
from generator.model.source import Source
from generator.model.tables import Cell, Table


def source_page(context: Context, source: Source, citations: tuple[Citation, ...]) -> Page:
    """Compose the page of a source.

    Args:
        context: The data.
        source: The source.
        citations: Every place in the data that cites it.
    """
    kind = context.dataset.word("source-kind", source.kind)
    sections = []
    if source.parts:
        sections.append(_parts(context, source, citations))
    if citations:
        sections.append(Section("cited-by", "What rests on it", (_cited_by(context, citations),)))
    return Page(
        id=source.id,
        url=f"sources/{source.id}/",
        title=source.title,
        description=f"{source.title}. {source.publisher}. {kind.name}, {HOW_READ[source.opened]}.",
        family="source",
        file=context.dataset.file_of(source),
        parent="sources",
        eyebrow=f"Source, {kind.name.lower()}",
        lead=(Facts(_facts(context, source)),),
        sections=tuple(sections),
    )


def _facts(context: Context, source: Source) -> tuple[Fact, ...]:
    quoted = tuple(
        inline
        for number, each in enumerate(source.quoted_by)
        for inline in (*(text("; ") if number else ()), context.ref(each))
    )
    read_on = f" on {show_day(source.read_on)}" if source.read_on else ""
    rows: list[tuple[str, Inlines]] = [
        ("Publisher", text(source.publisher)),
        ("Written by", text(source.authors or "")),
        ("Speaks for", (_speaks_for(context, source),)),
        ("How we read it", text(f"{HOW_READ[source.opened].capitalize()}{read_on}")),
        ("Read as quoted by", quoted),
        ("Address", _address(source)),
        ("License", text(source.license or "")),
        ("Note", text(source.note or "")),
    ]
    return tuple(Fact(term, words) for term, words in rows if words and words != text(""))


def _speaks_for(context: Context, source: Source) -> Age:
    return context.aged(source.as_of.shown if source.as_of else "Day not known", (source.id,))


def _address(source: Source) -> Inlines:
    """A link to the publisher's own page over https; any other address stands as text."""
    if not source.address:
        return ()
    if source.linkable:
        return (Link(source.address, text(source.address)),)
    why = "somebody else's copy" if source.hosted_by == "mirror" else "not a secure address"
    return (Code(source.address), Text(f" ({why}, so not linked)"))


def _cited_by(context: Context, citations: tuple[Citation, ...]) -> Block:
    seen: dict[tuple[str, str], Citation] = {}
    for each in (each for each in citations if each.noun != "changes"):
        seen.setdefault((each.record, each.claim), each)
    items = []
    for each in seen.values():
        name = context.ref(each.record).text if context.has_page(each.record) else ""
        ref = (Ref(each.record, name, each.claim), Text(": ")) if name else ()
        items.append((Paragraph((*ref, Text(each.says))),))
    return Prose((Listing(tuple(items)),))


def _parts(context: Context, source: Source, citations: tuple[Citation, ...]) -> Section:
    cited = {each.at for each in citations}
    total = sum(len(group.items) for group in source.parts)
    found = sum(part in cited for group in source.parts for part in group.part_ids())
    rows = tuple(
        (
            Cell(text(group.name)),
            Cell(text(item)),
            Cell(text("Cited" if part in cited else "Not yet cited")),
        )
        for group in source.parts
        for part, item in zip(group.part_ids(), group.items, strict=True)
    )
    table = Table(
        "Its statements, in our words",
        ("Where", "What it says", "On this site"),
        rows,
    )
    return Section("parts", f"Its statements: {found} of {total} cited", (table,))
