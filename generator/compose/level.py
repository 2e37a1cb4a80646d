"""The page of a trainee level in a state: every pathway by goal, and what is closed, and why."""

from __future__ import annotations

from collections.abc import Iterable

from generator.compose.chains import chain
from generator.compose.context import Context, text
from generator.compose.shared import counted, finished, refusals, said, see_also
from generator.derive.pathways import goals_of
from generator.model.blocks import Fact, Facts, Listing, Paragraph, Prose
from generator.model.document import Page, Section
from generator.model.inline import Ref, plain
from generator.model.state import Pathway, State
from generator.model.tables import Cell, Table
from generator.model.vocabulary import Level


def level_id(state: str, level: str) -> str:
    """The id of the page of a level in a state."""
    return f"{state}/levels/{level}"


def level_pages(context: Context) -> tuple[Page, ...]:
    """A page for every level that a state has a pathway for."""
    return tuple(
        _level_page(context, state, level, mine)
        for state in context.dataset.states.values()
        for level in context.dataset.of("level").values()
        if (mine := _pathways(context, state, level))
    )


def _pathways(context: Context, state: State, level: Level) -> tuple[Pathway, ...]:
    return tuple(each for each in context.pathways.get(state.id, ()) if level.id in each.levels)


def _level_page(context: Context, state: State, level: Level, mine: tuple[Pathway, ...]) -> Page:
    dataset = context.dataset
    ladder = list(dataset.of("contact"))
    most = max((each.contact for each in mine), key=ladder.index)
    facts = Facts(
        (
            Fact("Pathways", text(str(len(mine)))),
            Fact("Patient contact, at most", text(dataset.word("contact", most).name), most),
        )
    )
    words = (
        f"{level.name} in {state.name}: {counted(len(mine), 'pathway')}, what each asks for, "
        "and what is closed and why."
    )
    return finished(
        context,
        Page(
            id=level_id(state.id, level.id),
            url=f"{level_id(state.id, level.id)}/",
            title=f"{state.name}: {level.name.lower()}",
            short_title=level.name,
            description=words,
            family="level",
            file=dataset.file_of(level),
            parent=f"{state.id}/pathways",
            eyebrow="Trainee level",
            lead=(said(level.meaning), facts, see_also(*_more(state, level))),
            sections=(
                *_by_goal(context, mine),
                *_closed(context, state, level),
                *_stands(context, level),
            ),
            search=(level.name, level.short_name),
        ),
    )


def _more(state: State, level: Level) -> tuple[Ref, ...]:
    """Other ways to see the same pathways."""
    return (
        Ref(f"{state.id}/figures/{level.id}", "the chains, side by side"),
        Ref(f"{state.id}/compare/pathways/{level.id}", "every visa with every license"),
    )


def _closed(context: Context, state: State, level: Level) -> tuple[Section, ...]:
    """Which visas have no pathway for this level, and why."""
    rows = [
        each
        for each in context.dataset.of("not-carried").values()
        if each.state == state.id and level.id in each.levels and not each.licenses
    ]
    titled = [(tuple(context.listed(each.visas)), each) for each in rows]
    return refusals(context, titled, level_id(state.id, level.id))


def _by_goal(context: Context, mine: Iterable[Pathway]) -> Iterable[Section]:
    """A table for each goal: each row a chain, the most patient contact first."""
    ladder = list(context.dataset.of("contact"))
    for goal in context.dataset.of("goal").values():
        found = [each for each in mine if goal.id in goals_of(context.dataset, each)]
        found.sort(key=lambda each: -ladder.index(each.contact))
        if found:
            table = Table(
                f"{goal.name}: pathways, the most patient contact first",
                ("Visa, and what for", "License", "Patient contact"),
                tuple(_row(context, each) for each in found),
            )
            yield Section(goal.id, goal.name, (said(goal.meaning), table))


def _row(context: Context, pathway: Pathway) -> tuple[Cell, ...]:
    stops = chain(context, pathway)
    return (
        Cell((Ref(pathway.id, f"{plain(stops.visa.words)}: {plain(stops.visa.note)}"),)),
        Cell(stops.license.words),
        Cell(stops.contact.words, stops.level),
    )


def _stands(context: Context, level: Level) -> tuple[Section, ...]:
    """Where the paper says this group stands, and the barriers that name it."""
    found = [each for each in context.dataset.of("stakeholder").values() if each.level == level.id]
    items = tuple((Paragraph((Ref(each.id, each.name),)),) for each in found)
    if not items:
        return ()
    title = "What stands in the way, and what helps"
    return (Section("guidance", title, (Prose((Listing(items),)),)),)
