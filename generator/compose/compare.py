"""The pages that compare visas, and a state's licenses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.compose.comparison import comparison
from generator.compose.context import Context, text
from generator.compose.shared import finished, index_page, menu_of
from generator.derive.comparisons import contact_by_level
from generator.model.blocks import Paragraph, Prose
from generator.model.document import Page, Section
from generator.model.inline import Ref, Text, joined
from generator.model.state import License, State
from generator.model.visa import Visa

COMPARE = "Compare"
SCRIPT = "compare/compare.js"
STYLE = "compare/compare.css"
LEGEND = (
    "Each cell is our own sentence with its sources. Where it is not confirmed, it says so. "
    '"None that we assess" means that no rule of ours decides; it never means that all is allowed.'
)


def visa_comparisons(context: Context) -> tuple[Page, ...]:
    """All visas side by side; then those of each family, and those that serve each level."""
    dataset = context.dataset
    visas = tuple(dataset.visas.values())
    ladder = list(dataset.of("contact"))
    serve = {each.id: contact_by_level(each, ladder) for each in visas}
    parts = [
        (family.id, family.name, [each for each in visas if each.family == family.id])
        for family in dataset.of("visa-family").values()
    ]
    parts += [
        (level.id, level.name, [each for each in visas if level.id in serve[each.id]])
        for level in dataset.of("level").values()
    ]
    parts = [part for part in parts if len(part[2]) > 1]
    links = [Ref(f"compare/visas/{part}", name) for part, name, _ in parts]
    fewer = joined(((each,) for each in links), "; ")
    words = f"All {len(visas)} visa categories side by side: what each is for, asks and allows."
    hub = index_page("compare/visas", "compare/visas/", "Compare visas", words, ())
    hub = replace(hub, menu=(COMPARE, "Visas"))
    if fewer:
        note = Prose((Paragraph((*text("Fewer at a time: "), *fewer, Text("."))),))
        hub = replace(hub, lead=(*hub.lead, note))
    return (
        _compared(context, hub, "Visas, side by side", visas),
        *(_part(context, part, name, some) for part, name, some in parts),
    )


def _part(context: Context, part: str, name: str, visas: Sequence[Visa]) -> Page:
    """The same table for some visas, as a page of its own."""
    words = f"{len(visas)} visa categories side by side. They are those for: {name.lower()}."
    page_id = f"compare/visas/{part}"
    title = f"Compare visas: {name.lower()}"
    hub = index_page(page_id, f"{page_id}/", title, words, (), ())
    return _compared(
        context, replace(hub, parent="compare/visas"), f"Visas side by side: {name.lower()}", visas
    )


def license_comparison(context: Context, state: State) -> tuple[Page, ...]:
    """The licenses of a state side by side, if there are two."""
    mine = [each for each in context.dataset.licenses.values() if each.state == state.id]
    if len(mine) < 2:  # noqa: PLR2004 - one alone has nothing beside it
        return ()
    page_id = f"{state.id}/compare/licenses"
    title = f"Compare {state.name} licenses"
    words = f"{len(mine)} licenses, permits and exemptions of {state.name}, side by side."
    menu = menu_of(state, COMPARE, "Licenses")
    hub = index_page(page_id, f"{page_id}/", title, words, (), menu)
    return (_compared(context, hub, f"{state.name} licenses, side by side", mine),)


def _compared(context: Context, hub: Page, caption: str, holders: Iterable[Visa | License]) -> Page:
    blocks = comparison(context, "table", caption, holders)
    legend = Prose((Paragraph(text(LEGEND)),))
    section = Section("compare", "Side by side", (*blocks, legend))
    return finished(
        context,
        replace(hub, family="compare", sections=(section,), scripts=(SCRIPT,), styles=(STYLE,)),
    )
