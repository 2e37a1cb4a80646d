"""The pages of barriers, enablers, recommendations, stakeholders and alerts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.compose.compare import LEGEND, SCRIPT, STYLE
from generator.compose.comparison import comparison
from generator.compose.context import Context, text
from generator.compose.hindrances import easing, guide_sections, on_which_pathways
from generator.compose.shared import counted, finished, said
from generator.derive.countries import country_names
from generator.model.base import show_day
from generator.model.blocks import Block, Fact, Facts, Listing, Paragraph, Prose
from generator.model.document import Page, Section
from generator.model.guidance import (
    Alert,
    Barrier,
    Enabler,
    Guidance,
    Recommendation,
    Stakeholder,
)
from generator.model.vocabulary import Topic

NONE_KNOWN = "None is known to us. That does not mean that there is none."


def barrier_page(context: Context, barrier: Barrier) -> Page:
    """Compose the page of a barrier: whom it hits, what eases it, where it shows."""
    eased = _links(context, barrier.enablers) if barrier.enablers != "none-known" else None
    eases = Section("enablers", "What eases it", (eased or said(NONE_KNOWN),))
    return _page(context, barrier, "Barrier", (eases,))


def enabler_page(context: Context, enabler: Enabler) -> Page:
    """Compose the page of an enabler: which barriers it eases."""
    barriers = [
        each.id
        for each in context.dataset.of("barrier").values()
        if enabler.id in each.enablers and each.enablers != "none-known"
    ]
    return _page(
        context, enabler, "Enabler", _section(context, "barriers", "What it eases", barriers)
    )


def recommendation_page(context: Context, recommendation: Recommendation) -> Page:
    """Compose the page of a reform that somebody proposes, beside what other states have."""
    page = _page(context, recommendation, "Recommendation", _beside(context, recommendation))
    return replace(page, scripts=(SCRIPT,), styles=(STYLE,)) if recommendation.beside else page


def _beside(context: Context, recommendation: Recommendation) -> tuple[Section, ...]:
    holders = [context.dataset.licenses[each] for each in recommendation.beside]
    if not holders:
        return ()
    states = dict.fromkeys(context.dataset.states[each.state].name for each in holders)
    title = f"Side by side: {', '.join(states)}"
    blocks = comparison(context, "beside", title, holders)
    return (Section("beside", title, (Prose((Paragraph(text(LEGEND)),)), *blocks)),)


def stakeholder_page(context: Context, stakeholder: Stakeholder) -> Page:
    """Compose the page of a stakeholder: where it stands, what is proposed, what hinders it."""
    dataset = context.dataset
    found = [
        each
        for noun in ("barrier", "enabler")
        for each in dataset.of(noun).values()
        if stakeholder.id in each.stakeholders
    ]
    found += [dataset.of("recommendation")[each] for each in stakeholder.recommendations]
    return finished(
        context,
        Page(
            id=stakeholder.id,
            url=f"stakeholders/{stakeholder.id}/",
            title=stakeholder.name,
            description=stakeholder.status[0].says,
            family="stakeholder",
            file=dataset.file_of(stakeholder),
            parent="stakeholders",
            eyebrow="Stakeholder",
            lead=(context.claims(stakeholder, stakeholder.id, stakeholder.status),),
            sections=tuple(guide_sections(context, stakeholder.id, found)),
        ),
    )


def topic_page(context: Context, topic: Topic) -> Page:
    """Compose the guide to a topic: its barriers, what eases them, and what is proposed."""
    dataset = context.dataset
    page_id = f"topics/{topic.id}"
    found = [
        each
        for noun in ("barrier", "enabler", "recommendation")
        for each in dataset.of(noun).values()
        if topic.id in each.topics
    ]
    helps = dict.fromkeys(e for each in found if isinstance(each, Barrier) for e in easing(each))
    found += [dataset.of("enabler")[each] for each in helps if each not in {e.id for e in found}]
    return finished(
        context,
        Page(
            id=page_id,
            url=f"{page_id}/",
            title=f"Guide: {topic.name.lower()}",
            short_title=topic.name,
            description=f"{topic.name}: what stands in the way, what helps, and what is proposed.",
            family="topic",
            file=dataset.file_of(topic),
            parent="topics",
            eyebrow="Topic",
            lead=(said(topic.meaning),),
            sections=tuple(guide_sections(context, page_id, found)),
            search=(topic.name,),
        ),
    )


def alert_page(context: Context, alert: Alert) -> Page:
    """Compose the page of a dated change of policy."""
    begin = show_day(alert.from_) if alert.from_ else "Not known"
    facts = [Fact("From", text(begin))]
    if alert.until:
        words = (*text(show_day(alert.until)), *context.in_force(alert))
        facts.append(Fact("Planned end", words))
    facts.append(Fact("Last known", text(alert.known_as_of.shown)))
    return finished(
        context,
        Page(
            id=alert.id,
            url=f"alerts/{alert.id}/",
            title=alert.name,
            description=alert.claims[0].says,
            family="alert",
            file=context.dataset.file_of(alert),
            parent="alerts",
            eyebrow="Policy change",
            search=(alert.name, *alert.search_words),
            lead=(Facts(tuple(facts)), context.claims(alert, alert.id, alert.claims)),
            sections=(
                *_countries(context, alert),
                *_section(context, "affects", "What it touches", alert.affects),
            ),
        ),
    )


def _countries(context: Context, alert: Alert) -> tuple[Section, ...]:
    """The countries that a policy names, and the day of the list."""
    if alert.countries is None:
        return ()
    listed = context.dataset.of("country-list")[alert.countries]
    names = country_names(listed.codes)
    words = (
        f"On the list we read, as of {listed.as_of.shown}, stood {counted(len(names), 'name')}: "
        f"{', '.join(names)}. Lists change and exceptions exist: check today's."
    )
    return (
        Section(
            "listed-countries",
            "Countries on the list",
            (Prose((Paragraph((*text(words), *context.cites(listed.cites))),)),),
        ),
    )


def _page(context: Context, record: Guidance, kind: str, sections: tuple[Section, ...]) -> Page:
    noun = f"{record.noun}s"
    return finished(
        context,
        Page(
            id=record.id,
            url=f"{noun}/{record.id}/",
            title=record.name,
            description=record.claims[0].says,
            family=record.noun,
            file=context.dataset.file_of(record),
            parent=noun,
            eyebrow=kind,
            search=(record.name, *record.search_words),
            lead=(
                context.claims(record, record.id, record.claims),
                Facts(tuple(_facts(context, record))),
            ),
            sections=(
                *sections,
                *_section(context, "affects", "Where it shows", record.affects),
                Section(
                    "on-pathways",
                    "On which pathways",
                    (Prose((Paragraph(on_which_pathways(context, record)),)),),
                ),
            ),
        ),
    )


def _facts(context: Context, record: Guidance) -> Iterator[Fact]:
    dataset = context.dataset
    if isinstance(record, Barrier | Enabler):
        yield Fact("Group", text(dataset.word("barrier-group", record.group).name))
    levels = [dataset.word("level", each).name for each in record.levels]
    yield Fact("Level", text("; ".join(levels) or "Every level"))
    if record.stakeholders:
        yield Fact("Whom it concerns", context.listed(record.stakeholders))
    topics = [dataset.word("topic", each).name for each in record.topics]
    if topics:
        yield Fact("Topics", text(", ".join(topics)))


def _section(
    context: Context, anchor: str, title: str, records: Iterable[str]
) -> tuple[Section, ...]:
    listed = _links(context, records)
    return (Section(anchor, title, (listed,)),) if listed else ()


def _links(context: Context, records: Iterable[str]) -> Block | None:
    items = tuple((Paragraph((context.ref(each),)),) for each in records)
    return Prose((Listing(items),)) if items else None
