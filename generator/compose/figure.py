"""The figures of a state: for each level every chain, side by side, as the paper draws them."""

from __future__ import annotations

from dataclasses import replace

from generator.compose.chains import chain
from generator.compose.context import Context
from generator.compose.shared import counted, index_page, our_reading
from generator.model.blocks import Chain
from generator.model.document import Page, Section
from generator.model.inline import Ref
from generator.model.state import Pathway, State
from generator.model.vocabulary import Level


def figure_pages(context: Context, state: State) -> tuple[Page, ...]:
    """A figure for each level that a state has a pathway for."""
    return tuple(
        _figure(context, state, level, mine)
        for level in context.dataset.of("level").values()
        if (
            mine := [each for each in context.pathways.get(state.id, ()) if level.id in each.levels]
        )
    )


def _figure(context: Context, state: State, level: Level, mine: list[Pathway]) -> Page:
    page_id = f"{state.id}/figures/{level.id}"
    title = f"{state.name} chains: {level.name.lower()}"
    words = f"{counted(len(mine), 'chain')} from visa to patient contact, side by side."
    sections = tuple(
        Section(
            visa.id,
            visa.name,
            tuple(_chain(context, each) for each in mine if each.visa == visa.id),
        )
        for visa in context.dataset.visas.values()
        if any(each.visa == visa.id for each in mine)
    )
    page = index_page(page_id, f"{page_id}/", title, words, sections, ())
    return replace(
        page,
        family="figure",
        parent=f"{state.id}/compare/pathways",
        lead=(*page.lead, our_reading()),
    )


def _chain(context: Context, pathway: Pathway) -> Chain:
    """A chain whose end leads to its reasons."""
    found = chain(context, pathway)
    why = (Ref(pathway.id, "Why, and what it takes"),)
    return replace(found, contact=replace(found.contact, note=why))
