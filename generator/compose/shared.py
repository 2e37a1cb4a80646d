"""Parts that several page families have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.compose.context import HOW_READ, Context, text
from generator.derive.comparisons import Holder, contact_by_level
from generator.derive.freshness import span
from generator.model.base import show_day
from generator.model.blocks import (
    AlertItem,
    Alerts,
    Block,
    ClaimItem,
    Claims,
    Fact,
    Note,
    Paragraph,
    Prose,
    SourceItem,
    Sources,
)
from generator.model.document import Page, Section, inside
from generator.model.inline import Cite, Inlines, Ref, Text, joined
from generator.model.state import NotCarried, State
from generator.model.tables import Cell, Table

WORDS = {
    "contact": "How far patient contact may go, from least to most",
    "level": "Trainee levels, on the day you start",
    "standing": "How sure each statement is",
}
OUR_READING = (
    "Which license goes with which visa is our reading of the law. The paper draws three figures "
    "of this, which are known to us by caption only. Each pathway says what it rests on."
)
DISCLAIMER = "This is general information, not legal advice."


def best_contact(context: Context, holder: Holder) -> tuple[Fact, ...]:
    """For each trainee level, the most patient contact that a visa or a license allows."""
    best = contact_by_level(holder, list(context.dataset.of("contact")))
    return tuple(
        Fact(
            f"{word.short_name}, at most",
            text(context.dataset.word("contact", best[word.id]).name),
            best[word.id],
        )
        if word.id in best
        else Fact(word.short_name, text("Not served"))
        for word in context.dataset.of("level").values()
    )


def no_pathway(context: Context, page: str) -> tuple[Section, ...]:
    """Why a visa or a license has no pathway: the reasons, each with its sources."""
    titled = []
    for row in context.refusals.get(page, ()):
        names = [context.dataset.word("level", level).name for level in row.levels]
        names += [context.ref(license_).text for license_ in row.licenses]
        titled.append((text("; ".join(names) or "Every level and license"), row))
    return refusals(context, titled, page)


def refusals(
    context: Context, titled: Iterable[tuple[Inlines, NotCarried]], page: str
) -> tuple[Section, ...]:
    """Reasons why there is no pathway, each under whom or what it concerns."""
    seen = {page}
    items = tuple(refusal(context, title, row, seen) for title, row in titled)
    if not items:
        return ()
    return (Section("no-pathway", "Where there is no pathway, and why", (Claims(items),)),)


def refusal(context: Context, title: Inlines, row: NotCarried, seen: set[str]) -> ClaimItem:
    """One reason why there is no pathway."""
    return ClaimItem(
        claim=row.id,
        anchor=f"no-pathway-{row.id.rpartition('/')[2]}",
        title=title,
        words=context.words(row.says, seen),
        cites=context.cites(row.cites),
        standing=context.standing(row.standing),
        age=context.age(row.cites),
    )


def alerts(context: Context, record_ids: set[str], page: str) -> tuple[Block, ...]:
    """The alerts that affect any of some records, newest first."""
    found = [each for each in context.dataset.alerts.values() if record_ids & {*each.affects}]
    found.sort(key=lambda alert: (alert.known_as_of.first, alert.id), reverse=True)
    if not found:
        return ()
    items = []
    for alert in found:
        seen = {alert.id, page}
        claims = tuple(context.item(claim, alert, page, seen) for claim in alert.claims)
        items.append(
            AlertItem(
                anchor=f"alert-{alert.id}",
                name=alert.name,
                from_=show_day(alert.from_) if alert.from_ else "",
                until=show_day(alert.until) if alert.until else "",
                from_day=alert.from_.isoformat() if alert.from_ else "",
                until_day=alert.until.isoformat() if alert.until else "",
                known_as_of=alert.known_as_of.shown,
                state=context.in_force(alert),
                claims=Claims(claims),
            )
        )
    return (Alerts(tuple(items)),)


def finished(context: Context, page: Page) -> Page:
    """The page with its sources at the end and the days they speak for."""
    used: dict[str, dict[str, None]] = {}
    for cite in inside((page.lead, page.sections)):
        if isinstance(cite, Cite):
            used.setdefault(cite.source, {})[cite.at] = None
    if not used:
        return page
    items = tuple(_source(context, source, tuple(places)) for source, places in used.items())
    section = Section("sources", "Sources", (Sources(items),))
    days = span(context.dataset, used)
    closing = f"The sources of this page speak for: {days}. {DISCLAIMER}"
    return replace(page, sections=(*page.sections, section), closing=closing)


def _source(context: Context, source_id: str, places: tuple[str, ...]) -> SourceItem:
    source = context.dataset.sources[source_id]
    read_on = f" on {show_day(source.read_on)}" if source.read_on else ""
    return SourceItem(
        source=source_id,
        title=source.title,
        publisher=source.publisher,
        read=f"{HOW_READ[source.opened].capitalize()}{read_on}",
        as_of=context.aged(source.as_of.shown, (source_id,)) if source.as_of else None,
        places=tuple(dict.fromkeys(each for at in places for each in at.split("; "))),
    )


LOOK_UP, ABOUT = "Look up", "About this site"
"""Sections of the menu."""


def index_page(
    page_id: str,
    url: str,
    title: str,
    words: str,
    sections: Iterable[Section],
    menu: tuple[str, ...] | None = None,
) -> Page:
    """A page that leads to others; without a menu of its own it stands there under its title."""
    return Page(
        id=page_id,
        url=url,
        title=title,
        description=words,
        family="index",
        file="",
        lead=(said(words),),
        sections=tuple(sections),
        menu=(title,) if menu is None else menu,
    )


def menu_of(state: State, *names: str) -> tuple[str, ...]:
    """A fully mapped state stands in the menu; the others are reached from the list of states."""
    return names if state.coverage == "full" else ()


def said(words: str) -> Block:
    """One paragraph of plain words."""
    return Prose((Paragraph(text(words)),))


def see_also(*links: Ref) -> Block:
    """A line of ways on."""
    words = joined(((each,) for each in links), "; ")
    return Prose((Paragraph((Text("See also: "), *words, Text("."))),))


def partly_mapped(state: State) -> tuple[Note, ...]:
    """What to keep in mind of a state of which only some law is on the site."""
    if state.coverage == "full":
        return ()
    words = (
        f"Only some of what {state.name} allows is on this site. What is missing is not assessed, "
        f"which does not mean no. Ask the {state.board}."
    )
    return (Note(f"{state.name} is mapped in part", (Paragraph(text(words)),)),)


def our_reading() -> Note:
    """Whose reading it is, which license goes with which visa."""
    return Note("Our reading", (Paragraph(text(OUR_READING)),))


def words_table(context: Context, noun: str) -> Table:
    """The words of a vocabulary and what they mean."""
    rows = tuple(
        (
            Cell(
                text(word.name),
                level=word.id if noun == "contact" else "",
                standing=word.id if noun == "standing" else "",
            ),
            Cell(text(word.meaning)),
        )
        for word in context.dataset.of(noun).values()
    )
    return Table(WORDS[noun], ("Word", "What it means"), rows)


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 pathway``, ``2 pathways``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
