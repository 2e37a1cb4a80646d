"""The page of a pathway: one use of a visa, with one license, and what contact that gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.compose.chains import chain
from generator.compose.context import Context, text
from generator.compose.hindrances import guidance
from generator.compose.shared import alerts, finished, see_also
from generator.compose.steps import plan_id, steps, when
from generator.derive.pathways import Listed, goals_of, use_of
from generator.model.blocks import Claims, Fact, Facts, Note, Paragraph
from generator.model.claim import Requirement
from generator.model.document import Page, Section
from generator.model.inline import Ref
from generator.model.state import Pathway

READING = {
    "paper": (
        "The paper states this use of the visa and its patient contact. "
        "That this license fits is our reading."
    ),
    "derived": (
        "This pathway is our reading of the law. "
        "The paper's figures, which may show it, are known to us by caption only."
    ),
}
UNVERIFIED = (
    "We have not seen the text of the law that it rests on. Ask the host before you rely on it."
)


def pathway_page(context: Context, pathway: Pathway) -> Page:
    """Compose the page of a pathway."""
    dataset = context.dataset
    contact = dataset.word("contact", pathway.contact)
    levels = "; ".join(dataset.word("level", each).name for each in pathway.levels)
    name = context.name(pathway)
    return finished(
        context,
        Page(
            id=pathway.id,
            url=f"{pathway.state}/pathways/{pathway.id.split('/')[1]}/",
            title=name,
            description=f"{name}. {contact.name}. For: {levels}.",
            family="pathway",
            file=dataset.file_of(pathway),
            parent=f"{pathway.state}/pathways",
            eyebrow=f"Pathway, {dataset.states[pathway.state].name}",
            lead=(
                chain(context, pathway),
                Facts(_facts(context, pathway)),
                see_also(Ref(plan_id(pathway), "the plan: dates, costs and checklists")),
                Note("Our reading", tuple(Paragraph(text(each)) for each in _reading(pathway))),
                *alerts(context, _touched(context, pathway), pathway.id),
            ),
            sections=(
                *_sections(context, pathway),
                *guidance(context, pathway.id, pathway.visa, pathway.license),
            ),
        ),
    )


def _touched(context: Context, pathway: Pathway) -> set[str]:
    """Everything whose alerts concern a pathway: what it is made of, and what it requires."""
    owners = {each.owner.id for each in context.conditions[pathway.id]}
    return {pathway.id, pathway.visa, pathway.license, *owners}


def _reading(pathway: Pathway) -> list[str]:
    unsure = [UNVERIFIED] if pathway.standing == "unverified" else []
    return [READING[pathway.reading], *unsure]


def _facts(context: Context, pathway: Pathway) -> tuple[Fact, ...]:
    dataset = context.dataset
    contact = dataset.word("contact", pathway.contact)
    levels = "; ".join(dataset.of("level")[each].short_name for each in pathway.levels)
    goals = "; ".join(dataset.word("goal", each).name for each in goals_of(dataset, pathway))
    return (
        Fact("For", text(levels)),
        Fact("To do", text(goals)),
        Fact("What that contact is", text(contact.meaning)),
    )


def _sections(context: Context, pathway: Pathway) -> tuple[Section, ...]:
    dataset = context.dataset
    visa, license_ = dataset.visas[pathway.visa], dataset.licenses[pathway.license]
    use = use_of(dataset, pathway)
    contact = [Listed("contact", visa, use.contact), Listed("contact", license_, license_.contact)]
    conditions = [
        each
        for each in context.conditions[pathway.id]
        if not isinstance(each.condition, Requirement)
    ]
    notes = [Listed("notes", pathway, each) for each in pathway.notes]
    notes += [Listed("notes", visa, each) for each in use.notes]
    more = [Listed("notes", visa, each) for each in visa.notes]
    more += [Listed("notes", license_, each) for each in license_.notes]
    parts = (
        ("contact", "Patient contact", _items(context, pathway, contact), False),
        ("notes", "Before you rely on it", _items(context, pathway, notes), False),
        ("steps", "What it takes, in order", _steps(context, pathway), True),
        ("limits", "Limits", _headed(context, pathway, conditions, ("limits",)), False),
        ("stay", "How long", _headed(context, pathway, conditions, ("stay", "term")), False),
        ("where", "Where it holds", _headed(context, pathway, conditions, ("where",)), False),
        ("more", "Good to know", _items(context, pathway, more), False),
    )
    return tuple(
        Section(heading, name, (Claims(claims.items, numbered),))
        for heading, name, claims, numbered in parts
        if claims.items
    )


def _steps(context: Context, pathway: Pathway) -> Claims:
    """The requirements in order, each with what it waits for and what runs beside it."""
    every = steps(context, pathway)
    made = _items(context, pathway, (each.listed for each in every)).items
    return Claims(
        tuple(
            replace(item, facts=(Fact("When", text(when(each, every))), *item.facts))
            for item, each in zip(made, every, strict=True)
        )
    )


def _headed(
    context: Context, pathway: Pathway, conditions: Iterable[Listed], headings: tuple[str, ...]
) -> Claims:
    return _items(context, pathway, [each for each in conditions if each.heading in headings])


def _items(context: Context, pathway: Pathway, listed: Iterable[Listed]) -> Claims:
    seen = {pathway.id, pathway.visa, pathway.license}
    return Claims(
        tuple(context.item(each.condition, each.owner, pathway.id, seen) for each in listed)
    )
