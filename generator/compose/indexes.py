"""Index pages: every visa, license, pathway, requirement and source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.compose.chains import card
from generator.compose.context import HOW_READ, Context, text
from generator.compose.level import level_id
from generator.compose.shared import (
    LOOK_UP,
    alerts,
    counted,
    finished,
    index_page,
    menu_of,
    partly_mapped,
    said,
    see_also,
)
from generator.derive.citations import Citation
from generator.model.blocks import Card, Cards
from generator.model.document import Page, Section
from generator.model.inline import Ref
from generator.model.state import State
from generator.model.tables import Cell, Table

COVERAGE = {"full": "All of it", "partial": "In part: what is missing is not assessed"}


def _with_alerts(context: Context, hub: Page, state: State) -> Page:
    """The hub of a state with the policy changes that touch the state as a whole."""
    found = alerts(context, {state.id}, hub.id)
    return finished(context, replace(hub, lead=(*hub.lead, *found)))


def visas_index(context: Context) -> Page:
    """The index of visas, by family."""
    sections = []
    for family in context.dataset.of("visa-family").values():
        cards = tuple(
            Card(Ref(visa.id, visa.name), text(visa.purpose[0].says))
            for visa in context.dataset.visas.values()
            if visa.family == family.id
        )
        if cards:
            sections.append(Section(family.id, family.name, (said(family.meaning), Cards(cards))))
    count = len(context.dataset.visas)
    hub = index_page(
        "visas",
        "visas/",
        "Visas",
        f"{count} US visa categories: what each is for, what it needs, and how long it lasts.",
        sections,
    )
    return replace(hub, lead=(*hub.lead, see_also(Ref("compare/visas", "visas side by side"))))


def licenses_index(context: Context, state: State) -> Page:
    """The index of a state's licenses."""
    mine = [each for each in context.dataset.licenses.values() if each.state == state.id]
    rows = tuple(
        (
            Cell((context.ref(each.id),)),
            Cell(text(context.dataset.word("license-kind", each.kind).name)),
            *_ceilings(context, each.contact.ceiling),
            Cell(text(counted(len(context.pathways.get(each.id, ())), "pathway"))),
        )
        for each in mine
    )
    levels = tuple(word.short_name for word in context.dataset.of("level").values())
    table = Table(
        f"What may touch patients in {state.name}, and how far",
        ("License", "Kind", *levels, "Pathways"),
        rows,
    )
    extent = ", from no license to the full one" if state.coverage == "full" else ""
    words = (
        f"{counted(len(mine), 'way')} to be allowed near patients in {state.name}{extent}. "
        f"The authority is the {state.board}."
    )
    hub = index_page(
        f"{state.id}/licenses",
        f"{state.id}/licenses/",
        f"{state.name} licenses",
        words,
        [Section("all", "All licenses", (table,))],
        menu_of(state, state.name, "Licenses"),
    )
    lead = (*hub.lead, *partly_mapped(state))
    if len(mine) > 1:
        lead += (see_also(Ref(f"{state.id}/compare/licenses", "their terms side by side")),)
    return _with_alerts(context, replace(hub, lead=lead), state)


def _ceilings(context: Context, ceiling: dict[str, str]) -> Iterable[Cell]:
    for level in context.dataset.of("level"):
        contact = ceiling.get(level)
        if contact:
            yield Cell(text(context.dataset.word("contact", contact).name), contact)
        else:
            yield Cell(text("Not served"))


def pathways_index(context: Context, state: State) -> Page:
    """The index of a state's pathways, by trainee level."""
    mine = context.pathways.get(state.id, ())
    sections = []
    for level in context.dataset.of("level").values():
        cards = tuple(
            card(context, each, with_levels=False) for each in mine if level.id in each.levels
        )
        if cards:
            sections.append(Section(level.id, level.name, (said(level.meaning), Cards(cards))))
    count = len(mine)
    words = (
        f"{counted(count, 'pathway')}: each joins a visa and a license, and says how much patient "
        "contact that gives."
    )
    if not mine:
        words = f"No pathway in {state.name} is mapped: which visa fits is not assessed here."
    hub = index_page(
        f"{state.id}/pathways",
        f"{state.id}/pathways/",
        f"{state.name} pathways",
        words,
        sections,
        menu_of(state, state.name, "Pathways"),
    )
    more = see_also(
        Ref(f"{state.id}/compare/pathways", "every visa with every license"),
        *(
            Ref(level_id(state.id, level.id), level.name)
            for level in context.dataset.of("level").values()
            if any(level.id in each.levels for each in mine)
        ),
    )
    lead = (*hub.lead, *partly_mapped(state), more)
    return _with_alerts(context, replace(hub, lead=lead), state)


def requirements_index(context: Context) -> Page:
    """The index of shared requirements."""
    rows = tuple(
        (
            Cell((Ref(each.id, each.name),)),
            Cell(text(each.says)),
            Cell(text(context.dataset.word("actor", each.actor).name)),
        )
        for each in context.dataset.requirements.values()
    )
    table = Table(
        "Requirements that several visas, licenses or pathways share",
        ("Requirement", "What it is", "Who acts"),
        rows,
    )
    return index_page(
        "requirements",
        "requirements/",
        "Requirements",
        "What several pathways ask for, and who must act.",
        [Section("all", "All requirements", (table,))],
        (LOOK_UP, "Requirements"),
    )


def sources_index(context: Context, citations: Mapping[str, tuple[Citation, ...]]) -> Page:
    """The index of sources, by kind."""
    sections = []
    for kind in context.dataset.of("source-kind").values():
        rows = tuple(
            (
                Cell((Ref(each.id, each.title),)),
                Cell(text(each.publisher)),
                Cell((context.aged(each.as_of.shown if each.as_of else "Not known", (each.id,)),)),
                Cell(text(HOW_READ[each.opened].capitalize())),
                Cell(text(counted(len(citations[each.id]), "time"))),
            )
            for each in context.dataset.sources.values()
            if each.kind == kind.id
        )
        if rows:
            columns = ("Source", "Publisher", "Speaks for", "How we read it", "Cited")
            sections.append(
                Section(
                    kind.id,
                    kind.name,
                    (said(kind.meaning), Table(f"Sources: {kind.name.lower()}", columns, rows)),
                )
            )
    count = len(context.dataset.sources)
    words = (
        f"{counted(count, 'source')}: what each is, for which day it speaks, and how we read it."
    )
    return index_page("sources", "sources/", "Sources", words, sections, (LOOK_UP, "Sources"))


def states_index(context: Context) -> Page:
    """The index of states: what is mapped of each."""
    rows = tuple(
        (
            Cell(text(state.name)),
            Cell(text(COVERAGE[state.coverage])),
            Cell((Ref(f"{state.id}/licenses", f"{state.name} licenses"),)),
            Cell((Ref(f"{state.id}/pathways", f"{state.name} pathways"),)),
        )
        for state in context.dataset.states.values()
    )
    table = Table(
        "States on this site", ("State", "How much is mapped", "Licenses", "Pathways"), rows
    )
    words = "What each state lets you do, and how much of its law is mapped here."
    return index_page(
        "states", "states/", "States", words, [Section("all", "All states", (table,))]
    )
