"""Indexes of barriers, enablers, recommendations, stakeholders, alerts and topics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.compose.context import Context, text
from generator.compose.shared import counted, index_page, said, see_also
from generator.model.base import show_day
from generator.model.blocks import Card, Cards
from generator.model.document import Feed, Page, Section
from generator.model.guidance import Guidance
from generator.model.inline import Ref
from generator.model.tables import Cell, Table

GUIDES = "Barriers and help"


def barriers_index(context: Context) -> Page:
    """The index of barriers, by the paper's groups."""
    words = "What stands in the way of clinical training for people from abroad, and what eases it."
    return _by_group(context, "barriers", "Barriers", words)


def enablers_index(context: Context) -> Page:
    """The index of enablers, by the paper's groups."""
    return _by_group(context, "enablers", "Enablers", "What makes hosting and coming easier.")


def recommendations_index(context: Context) -> Page:
    """The index of reforms, by the stakeholder for whom they are proposed."""
    dataset = context.dataset
    sections = tuple(
        Section(
            who.id,
            who.name,
            (_cards(dataset.of("recommendation")[each] for each in who.recommendations),),
        )
        for who in dataset.of("stakeholder").values()
        if who.recommendations
    )
    words = "Reforms that the authors of the paper ask for, and what other states have done."
    menu = (GUIDES, "Recommendations")
    return index_page(
        "recommendations", "recommendations/", "Recommendations", words, sections, menu
    )


def stakeholders_index(context: Context) -> Page:
    """The index of stakeholders: where each stands."""
    cards = Cards(
        tuple(
            Card(Ref(each.id, each.name), text(each.status[0].says))
            for each in context.dataset.of("stakeholder").values()
        )
    )
    words = "Who is concerned: where each stands, what hinders it, and what is proposed."
    menu = (GUIDES, "Stakeholders")
    sections = (Section("all", "All stakeholders", (cards,)),)
    return index_page("stakeholders", "stakeholders/", "Stakeholders", words, sections, menu)


def topics_index(context: Context) -> Page:
    """Barriers, enablers and recommendations by topic."""
    sections = []
    for topic in context.dataset.of("topic").values():
        found = [
            each
            for noun in ("barrier", "enabler", "recommendation")
            for each in context.dataset.of(noun).values()
            if topic.id in each.topics
        ]
        if found:
            more = see_also(Ref(f"topics/{topic.id}", f"the guide to {topic.name.lower()}"))
            blocks = (said(topic.meaning), more, _cards(found))
            sections.append(Section(topic.id, topic.name, blocks))
    words = "Barriers, what eases them, and reforms, by subject."
    return index_page("topics", "topics/", "Topics", words, sections, (GUIDES, "Topics"))


def alerts_index(context: Context) -> Page:
    """The index of dated changes of policy, the latest known first."""
    alerts = sorted(
        context.dataset.alerts.values(), key=lambda alert: alert.known_as_of.first, reverse=True
    )
    rows = tuple(
        (
            Cell((Ref(alert.id, alert.name), *context.in_force(alert))),
            Cell(text(show_day(alert.from_) if alert.from_ else "Not known")),
            Cell(text(show_day(alert.until) if alert.until else "None known")),
            Cell(text(alert.known_as_of.shown)),
        )
        for alert in alerts
    )
    table = Table("Changes of policy", ("Change", "From", "Planned end", "Last known"), rows)
    words = (
        f"{counted(len(alerts), 'change')} of policy. They warn and never decide; each says on "
        "which day it was last known. Check before you act."
    )
    sections = (Section("all", "All changes", (table,)),)
    feeds = (Feed("feeds/alerts.atom", "Atom feed"), Feed("feeds/alerts.ics", "calendar"))
    return replace(index_page("alerts", "alerts/", "Policy changes", words, sections), feeds=feeds)


def _by_group(context: Context, page_id: str, title: str, words: str) -> Page:
    noun = page_id.removesuffix("s")
    sections = []
    for group in context.dataset.of("barrier-group").values():
        found = [each for each in context.dataset.of(noun).values() if each.group == group.id]
        if found:
            sections.append(Section(group.id, group.name, (said(group.meaning), _cards(found))))
    return index_page(page_id, f"{page_id}/", title, words, sections, (GUIDES, title))


def _cards(records: Iterable[Guidance]) -> Cards:
    return Cards(
        tuple(
            Card(Ref(each.id, each.name), text(each.claims[0].says), each.noun.capitalize())
            for each in records
        )
    )
