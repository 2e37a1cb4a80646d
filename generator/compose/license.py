"""The page of a license: a license, a permit, an exemption, or none."""

from __future__ import annotations

from generator.compose.chains import card
from generator.compose.context import Context, text
from generator.compose.hindrances import guidance
from generator.compose.shared import alerts, best_contact, finished, no_pathway, partly_mapped
from generator.model.blocks import Cards, Fact, Facts, Paragraph, Prose
from generator.model.document import Page, Section
from generator.model.state import License


def license_page(context: Context, license_: License) -> Page:
    """Compose the page of a license."""
    dataset = context.dataset
    cards = tuple(card(context, each) for each in context.pathways.get(license_.id, ()))
    state = dataset.states[license_.state]
    kind = dataset.word("license-kind", license_.kind)
    short = f"{license_.purpose[0].says} {license_.contact.says}"
    return finished(
        context,
        Page(
            id=license_.id,
            url=f"{license_.state}/licenses/{license_.id.split('/')[1]}/",
            title=license_.name,
            short_title=license_.short_name,
            description=short,
            family="license",
            file=dataset.file_of(license_),
            parent=f"{license_.state}/licenses",
            eyebrow=f"{state.name}, {kind.name.lower()}",
            lead=(
                Prose((Paragraph(context.words(short, {license_.id})),)),
                Facts(_facts(context, license_)),
                *partly_mapped(state),
                *alerts(context, {license_.id}, license_.id),
            ),
            sections=(
                *_sections(context, license_),
                *((Section("pathways", "Pathways with it", (Cards(cards),)),) if cards else ()),
                *no_pathway(context, license_.id),
                *guidance(context, license_.id),
            ),
            search=(license_.short_name, *license_.other_names, *license_.search_words),
        ),
    )


def _sections(context: Context, license_: License) -> tuple[Section, ...]:
    title = (license_.holder_title,) if license_.holder_title else ()
    issued = (license_.issued,) if license_.issued else ()
    lists = (
        ("purpose", "What it is for", license_.purpose),
        ("contact", "Patient contact", (license_.contact,)),
        ("sponsor", "Who sponsors it", license_.sponsor),
        ("where", "Where it holds", license_.where),
        ("term", "How long it holds", license_.term),
        ("needs", "What it takes", license_.requires),
        ("limits", "Limits", license_.limits),
        ("title", "What you are called", title),
        ("issued", "How many were issued", issued),
        ("notes", "Good to know", license_.notes),
    )
    return tuple(
        section
        for heading, title_, listed in lists
        for section in context.section(heading, title_, license_, listed)
    )


def _facts(context: Context, license_: License) -> tuple[Fact, ...]:
    number = (Fact("Number", text(license_.number)),) if license_.number else ()
    issued = license_.issued
    count = (Fact(f"Issued in {issued.year}", text(str(issued.count))),) if issued else ()
    board = context.dataset.states[license_.state].board
    return (
        *best_contact(context, license_),
        *number,
        Fact("Authority", text(board)),
        *count,
    )
