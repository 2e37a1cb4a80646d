"""Barriers with what eases them, whom they hit and where; what helps and is proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compose.context import Context, text
from generator.compose.shared import counted, said
from generator.model.blocks import Block, Claims, Listing, Paragraph, Prose
from generator.model.document import Section
from generator.model.guidance import Barrier, Guidance
from generator.model.inline import Inlines, Text
from generator.model.state import Pathway

NOBODY = "Everybody."
NOT_TIED = "It is not tied to single pathways."


def guidance(context: Context, *record_ids: str) -> tuple[Section, ...]:
    """What stands in the way of some records, what helps, and what is proposed."""
    found = {each.id: each for named in record_ids for each in context.touching.get(named, ())}
    return hindrances(context, found.values())


def hindrances(context: Context, found: Iterable[Guidance]) -> tuple[Section, ...]:
    """Barriers, each with what eases it; then what helps else, and what is proposed."""
    found = tuple(found)
    barriers = [each for each in found if isinstance(each, Barrier)]
    named = {enabler for each in barriers for enabler in easing(each)}
    others = [each for each in found if not isinstance(each, Barrier) and each.id not in named]
    items = [(Paragraph((context.ref(each.id), *_eased(context, each))),) for each in barriers]
    if not barriers:
        items.append((Paragraph(text("Barriers: none known to us.")),))
    items += [
        (Paragraph((Text(f"{each.noun.capitalize()}: "), context.ref(each.id), Text("."))),)
        for each in others
    ]
    title = "What stands in the way, and what helps"
    return (Section("guidance", title, (Prose((Listing(tuple(items)),)),)),)


def easing(barrier: Barrier) -> tuple[str, ...]:
    """The enablers of a barrier; none, if none is known."""
    return () if barrier.enablers == "none-known" else tuple(barrier.enablers)


def _eased(context: Context, barrier: Barrier) -> Inlines:
    if not easing(barrier):
        return text(". What eases it: none known.")
    return (Text(". What eases it: "), *context.listed(easing(barrier)), Text("."))


def pathways_hit(context: Context, record: Guidance) -> tuple[Pathway, ...]:
    """The pathways that a barrier, enabler or recommendation touches, in the order of the data."""
    touched = {
        each.id
        for named in record.affects
        for each in (*context.pathways.get(named, ()), *_itself(context, named))
    }
    return tuple(each for each in context.dataset.pathways.values() if each.id in touched)


def _itself(context: Context, record_id: str) -> tuple[Pathway, ...]:
    found = context.dataset.pathways.get(record_id)
    return (found,) if found else ()


def on_which_pathways(context: Context, record: Guidance) -> Inlines:
    """How many pathways something touches, and with which visas."""
    found = pathways_hit(context, record)
    if not found:
        return text(NOT_TIED)
    total = len(context.dataset.pathways)
    count = (
        f"All {total} pathways"
        if len(found) == total
        else (f"{len(found)} of {counted(total, 'pathway')}")
    )
    visas = dict.fromkeys(each.visa for each in found)
    return (Text(f"{count}, with: "), *context.listed(visas), Text("."))


def guide_sections(context: Context, page: str, records: Iterable[Guidance]) -> Iterator[Section]:
    """A guide: each barrier whole, then what helps, then what is proposed and what others did."""
    records = tuple(records)
    parts = (
        ("barriers", "What stands in the way", "barrier"),
        ("enablers", "What helps", "enabler"),
        ("proposed", "What is proposed, and what others did", "recommendation"),
    )
    for anchor, title, noun in parts:
        found = [each for each in records if each.noun == noun]
        blocks = () if found else (said("None known to us."),)
        sections = tuple(_whole(context, page, each) for each in found)
        yield Section(anchor, title, blocks, sections)


def _whole(context: Context, page: str, record: Guidance) -> Section:
    """One of them with its claims, whom it hits, on which pathways, and what eases it."""
    seen = {page}
    items = tuple(context.item(claim, record, page, seen) for claim in record.claims)
    who = context.listed(record.stakeholders) or text(NOBODY)
    lines: list[Inlines] = [
        (Text("Whom it concerns: "), *who),
        (Text("On which pathways: "), *on_which_pathways(context, record)),
    ]
    if isinstance(record, Barrier):
        eased = context.listed(easing(record)) or text("None known to us.")
        lines.append((Text("What eases it: "), *eased))
    lines.append((Text("More: "), context.ref(record.id)))
    listing = Listing(tuple((Paragraph(line),) for line in lines))
    blocks: tuple[Block, ...] = (Claims(items), Prose((listing,)))
    return Section(f"about-{record.id}", record.name, blocks)
