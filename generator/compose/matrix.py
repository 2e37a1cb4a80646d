"""The pathway matrix of a state: every visa with every license, for each trainee level."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from generator.compose.compare import COMPARE, SCRIPT, STYLE
from generator.compose.context import Context, text
from generator.compose.shared import (
    finished,
    index_page,
    menu_of,
    our_reading,
    partly_mapped,
    refusal,
    said,
    words_table,
)
from generator.derive.matrix import Pairing, pairing
from generator.derive.pathways import use_of
from generator.model.blocks import Block, ClaimItem, Claims
from generator.model.document import Page, Section
from generator.model.inline import Inlines, Ref, Text
from generator.model.state import License, Pathway, State
from generator.model.tables import Cell, Choice, Column, Controls, Table
from generator.model.vocabulary import Level


@dataclass
class Reasons:
    """The reasons that the cells of a page name, in order of first mention."""

    page: str
    items: dict[str, ClaimItem] = field(default_factory=dict)

    def cell(self, words: str, item: ClaimItem) -> Cell:
        """A cell that names a reason by its number."""
        self.items.setdefault(item.anchor, item)
        number = list(self.items).index(item.anchor) + 1
        return Cell((Text(f"{words}: "), Ref(self.page, f"reason {number}", item.anchor)))


def matrix_pages(context: Context, state: State) -> tuple[Page, ...]:
    """Every level on one page; then a page for each level, whose columns can be chosen."""
    page_id, title = f"{state.id}/compare/pathways", f"Compare {state.name} pathways"
    words = (
        "Every visa with every license, for each trainee level: how much contact the pair gives."
    )
    menu = menu_of(state, COMPARE, "Pathways")
    levels = list(context.dataset.of("level").values())
    hub = index_page(page_id, f"{page_id}/", title, words, (), menu)
    return (
        _page(context, state, hub, levels),
        *(_part(context, state, hub, level) for level in levels),
    )


def _part(context: Context, state: State, hub: Page, level: Level) -> Page:
    page_id = f"{hub.id}/{level.id}"
    title = f"{hub.title}: {level.name.lower()}"
    words = f"Every visa with every license for one level: {level.name.lower()}."
    page = index_page(page_id, f"{page_id}/", title, words, (), ())
    return _page(context, state, replace(page, parent=hub.id, scripts=(SCRIPT,)), [level])


def _page(context: Context, state: State, hub: Page, levels: Sequence[Level]) -> Page:
    reasons = Reasons(hub.id)
    licenses = [each for each in context.dataset.licenses.values() if each.state == state.id]
    sections = [_section(context, reasons, level, licenses, hub) for level in levels]
    if reasons.items:
        items = Claims(tuple(reasons.items.values()), numbered=True)
        sections.append(Section("reasons", "The reasons", (items,)))
    sections.append(Section("ladder", "What the words mean", (words_table(context, "contact"),)))
    reading = (our_reading(),) if context.pathways.get(state.id) else ()
    lead = (*hub.lead, *partly_mapped(state), *reading)
    return finished(
        context,
        replace(hub, family="compare", lead=lead, sections=tuple(sections), styles=(STYLE,)),
    )


def _section(
    context: Context, reasons: Reasons, level: Level, licenses: Sequence[License], page: Page
) -> Section:
    visas = context.dataset.visas.values()
    pairs = [
        [pairing(context.dataset, visa, license_, level.id) for license_ in licenses]
        for visa in visas
    ]
    rows = tuple(
        (
            Cell((context.ref(visa.id),)),
            *(_cell(context, reasons, level, each) for each in row),
        )
        for visa, row in zip(visas, pairs, strict=True)
    )
    choices = tuple(
        Column(each.id.rpartition("/")[2], Ref(each.id, each.short_name)) for each in licenses
    )
    alone = bool(page.scripts)
    table = Table(
        f"{level.name}: each visa with each license, and the patient contact it gives",
        ("Visa", *(each.short_name for each in licenses)),
        rows,
        level.id,
        choices if alone else (),
    )
    picks = tuple(Choice(each.id, each.link.text) for each in choices)
    blocks: list[Block] = [Controls(level.id, "license", picks)] if alone else []
    return Section(level.id, level.name, (said(_counted(pairs)), *blocks, table))


def _counted(pairs: Iterable[Sequence[Pairing]]) -> str:
    """How many pairs are which; what is not assessed is counted, not hidden."""
    every = [each for row in pairs for each in row]
    open_ = sum(bool(each.pathways) for each in every)
    reason = sum(each.reason is not None for each in every)
    unserved = sum(each.unserved is not None for each in every)
    unknown = sum(not each.assessed for each in every)
    return (
        f"Of {len(every)} pairs, {open_} have a pathway. For {reason} there is none, and a reason "
        f"why. In {unserved} the license does not serve this level. {unknown} are not assessed, "
        "which does not mean no."
    )


def _cell(context: Context, reasons: Reasons, level: Level, pair: Pairing) -> Cell:
    if pair.pathways:
        return _open(context, pair.pathways)
    if pair.reason:
        who = context.listed((*pair.reason.visas, *pair.reason.licenses))
        return reasons.cell("No pathway", refusal(context, who, pair.reason, {reasons.page}))
    if pair.unserved:
        return reasons.cell("Not served", _unserved(context, pair.unserved, level, reasons.page))
    return Cell(text("Not assessed"))


def _open(context: Context, pathways: Sequence[Pathway]) -> Cell:
    """The contact of a pair: the most it may give, then that of its other uses."""
    best, *others = pathways
    names = [context.dataset.word("contact", each.contact).name for each in pathways]
    more: Inlines = tuple(
        inline
        for each, name in zip(others, names[1:], strict=True)
        for inline in (
            Text(" Or: "),
            Ref(each.id, f"{name} ({use_of(context.dataset, each).name.lower()})"),
        )
    )
    rests_on = (
        *use_of(context.dataset, best).contact.cites,
        *context.dataset.licenses[best.license].contact.cites,
    )
    more = (context.mark(rests_on), *more)
    return Cell((Ref(best.id, names[0]),), level=best.contact, more=more)


def _unserved(context: Context, license_: License, level: Level, page: str) -> ClaimItem:
    anchor = f"not-served-{license_.id.rpartition('/')[2]}-{level.id}"
    title = (context.ref(license_.id), Text(f" does not serve: {level.name.lower()}"))
    item = context.item(license_.contact, license_, page, {license_.id})
    return replace(item, anchor=anchor, title=title)
