"""What each actor does, across pathways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.compose.context import Context, text
from generator.compose.shared import counted, finished, index_page, said
from generator.compose.steps import plan_id
from generator.derive.pathways import Listed
from generator.model.blocks import Claims, Fact, Listing, Paragraph, Prose
from generator.model.claim import Requirement
from generator.model.document import Page, Section
from generator.model.inline import Ref
from generator.model.state import Pathway
from generator.model.tables import Cell, Table
from generator.model.vocabulary import Actor

Duties = Mapping[tuple[str, str], tuple[Listed, list[Pathway]]]


def actor_pages(context: Context) -> tuple[Page, ...]:
    """The index of actors, and a page for each that must act somewhere."""
    actors = context.dataset.of("actor").values()
    duties = {each.id: _duties(context, each) for each in actors}
    acting = [each for each in actors if duties[each.id]]
    rows = tuple(
        (
            Cell((Ref(f"who-acts/{each.id}", each.name),)),
            Cell(text(each.meaning)),
            Cell(text(counted(len(duties[each.id]), "requirement"))),
        )
        for each in acting
    )
    table = Table("Everybody who must act", ("Who", "Who that is", "What they must do"), rows)
    words = "Who must act, and what each of them does across all pathways."
    hub = index_page(
        "who-acts", "who-acts/", "Who acts", words, [Section("all", "Everybody", (table,))]
    )
    return (hub, *(_page(context, each, duties[each.id]) for each in acting))


def _duties(context: Context, actor: Actor) -> Duties:
    """Every requirement of an actor, once, with the pathways that have it."""
    found: dict[tuple[str, str], tuple[Listed, list[Pathway]]] = {}
    for pathway in context.dataset.pathways.values():
        for each in context.conditions[pathway.id]:
            if isinstance(each.condition, Requirement) and each.condition.actor == actor.id:
                key = (each.owner.id, each.condition.id)
                found.setdefault(key, (each, []))[1].append(pathway)
    return found


def _page(context: Context, actor: Actor, duties: Duties) -> Page:
    page_id = f"who-acts/{actor.id}"
    touched = {each.id: each for _, pathways in duties.values() for each in pathways}
    much, on = counted(len(duties), "requirement"), counted(len(touched), "pathway")
    words = f"{actor.name}: {much} on {on}."
    plans = tuple(
        (Paragraph((Ref(plan_id(each), context.name(each), f"for-{actor.id}"),)),)
        for each in touched.values()
    )
    return finished(
        context,
        Page(
            id=page_id,
            url=f"{page_id}/",
            title=f"What to do: {actor.name}",
            short_title=actor.name,
            description=words,
            family="actor",
            file=context.dataset.file_of(actor),
            parent="who-acts",
            eyebrow="Who acts",
            lead=(said(actor.meaning), said(words)),
            sections=(
                *_sections(context, page_id, duties),
                Section("checklists", "Checklists, a pathway each", (Prose((Listing(plans),)),)),
            ),
            search=(actor.name,),
        ),
    )


def _sections(context: Context, page_id: str, duties: Duties) -> Iterator[Section]:
    """What is done for each visa, license or pathway that asks it; shared requirements first."""
    seen: set[str] = set()
    groups: dict[str, list[tuple[Listed, list[Pathway]]]] = {}
    for listed, pathways in duties.values():
        shared = listed.owner.id == listed.condition.id
        groups.setdefault("" if shared else listed.owner.id, []).append((listed, pathways))
    for owner, found in sorted(groups.items(), key=lambda group: group[0] != ""):
        items = tuple(
            replace(
                item := context.item(listed.condition, listed.owner, page_id, seen),
                facts=(*item.facts, Fact("For", text(counted(len(pathways), "pathway")))),
            )
            for listed, pathways in found
        )
        title = f"For {context.ref(owner).text}" if owner else "For several visas and licenses"
        anchor = f"for-{owner.replace('/', '-')}" if owner else "for-several"
        yield Section(anchor, title, (Claims(items),))
