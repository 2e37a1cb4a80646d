"""The page of a visa."""

from __future__ import annotations

from generator.compose.chains import card
from generator.compose.context import Context, text
from generator.compose.hindrances import guidance
from generator.compose.shared import alerts, best_contact, finished, no_pathway
from generator.model.blocks import Cards, Fact, Facts, Paragraph, Prose
from generator.model.document import Page, Section
from generator.model.visa import Use, Visa


def visa_page(context: Context, visa: Visa) -> Page:
    """Compose the page of a visa: in short, uses, requirements, limits, stay, pathways."""
    dataset = context.dataset
    cards = tuple(card(context, pathway) for pathway in context.pathways.get(visa.id, ()))
    sections = (
        *context.section("purpose", "What it is for", visa, visa.purpose),
        Section(
            "uses",
            "What you may use it for",
            sections=tuple(_use(context, visa, use) for use in visa.uses),
        ),
        *context.section("needs", "What you need for every use", visa, visa.requires),
        *context.section("limits", "Limits", visa, visa.limits),
        *context.section("stay", "How long you can stay", visa, visa.stay),
        *context.section("notes", "Good to know", visa, visa.notes),
        *((Section("pathways", "Pathways with this visa", (Cards(cards),)),) if cards else ()),
        *no_pathway(context, visa.id),
        *guidance(context, visa.id),
    )
    return finished(
        context,
        Page(
            id=visa.id,
            url=f"visas/{visa.id}/",
            title=visa.name,
            short_title=visa.short_name,
            description=" ".join(_short(visa)[:2]),
            family="visa",
            file=dataset.file_of(visa),
            parent="visas",
            eyebrow=f"Visa, {dataset.word('visa-family', visa.family).name.lower()}",
            lead=(
                Prose((Paragraph(context.words(" ".join(_short(visa)), {visa.id})),)),
                Facts(_facts(context, visa)),
                *alerts(context, {visa.id}, visa.id),
            ),
            sections=sections,
            search=(visa.short_name, *visa.other_names, *visa.search_words),
        ),
    )


def _short(visa: Visa) -> tuple[str, str, str]:
    """A visa in three of its own sentences: purpose, contact, stay."""
    stay = next((each.says for each in visa.stay if not isinstance(each, str)), "")
    return visa.purpose[0].says, visa.uses[0].contact.says, stay


def _facts(context: Context, visa: Visa) -> tuple[Fact, ...]:
    return (
        *best_contact(context, visa),
        Fact("Who sponsors", text(context.dataset.word("visa-family", visa.family).meaning)),
    )


def _use(context: Context, visa: Visa, use: Use) -> Section:
    goals = "; ".join(context.dataset.word("goal", goal).name for goal in use.goals)
    blocks = [context.claims(visa, visa.id, [use.contact])]
    parts = [
        ("needs", "What this use needs", use.requires),
        ("limits", "Limits of this use", use.limits),
        ("notes", "Good to know", use.notes),
    ]
    return Section(
        f"use-{use.id}",
        use.name,
        (Prose((Paragraph(text(f"For: {goals}.")),)), *blocks),
        tuple(
            Section(f"use-{use.id}-{heading}", title, (context.claims(visa, visa.id, listed),))
            for heading, title, listed in parts
            if listed
        ),
    )
