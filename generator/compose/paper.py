"""Pages that are only printed: what a reader at one trainee level needs to know."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.chains import card
from generator.compose.context import Context, text
from generator.compose.shared import finished, said
from generator.derive.freshness import age
from generator.model.blocks import Cards, ClaimItem, Claims, Listing, Paragraph, Prose
from generator.model.document import Page, Section
from generator.model.state import NotCarried, State
from generator.model.vocabulary import Word

TOUCHING = {"barrier": "What stands in the way", "enabler": "What helps"}


def printed_pages(context: Context) -> tuple[Page, ...]:
    """Every page that has no place on the web: one for each state and trainee level."""
    return tuple(
        _level_page(context, state, level)
        for state in context.dataset.states.values()
        for level in context.dataset.of("level").values()
        if any(level.id in each.levels for each in context.pathways.get(state.id, ()))
    )


def _level_page(context: Context, state: State, level: Word) -> Page:
    """A trainee level's pathways, where there is none and why, and what hinders or helps."""
    hub = f"{state.id}/pathways"
    return finished(
        context,
        Page(
            id=f"{state.id}/levels/{level.id}",
            url=f"{hub}/#{level.id}",
            title=level.name,
            description=f"{level.name}: every pathway in {state.name}, the most patient contact "
            "first, and where there is none.",
            family="level",
            file=context.dataset.file_of(level),
            parent=hub,
            eyebrow=f"Pathways in {state.name}",
            lead=(said(level.meaning), *_status(context, level)),
            sections=(
                *_by_contact(context, state, level),
                *_refused(context, state, level),
                *_touching(context, level),
            ),
        ),
    )


def _status(context: Context, level: Word) -> Iterator[Claims]:
    """Where people of this level stand today."""
    for who in context.dataset.of("stakeholder").values():
        if who.level == level.id:
            yield context.claims(who, f"{level.id}", who.status)


def _by_contact(context: Context, state: State, level: Word) -> Iterator[Section]:
    mine = [each for each in context.pathways.get(state.id, ()) if level.id in each.levels]
    for contact in reversed(tuple(context.dataset.of("contact").values())):
        cards = tuple(
            card(context, each, with_levels=False) for each in mine if each.contact == contact.id
        )
        if cards:
            yield Section(contact.id, contact.name, (said(contact.meaning), Cards(cards)))


def _refused(context: Context, state: State, level: Word) -> Iterator[Section]:
    items = tuple(
        _refusal(context, row)
        for row in context.dataset.of("not-carried").values()
        if row.id.startswith(f"{state.id}/") and level.id in (row.levels or (level.id,))
    )
    if items:
        yield Section("no-pathway", "Where there is no pathway, and why", (Claims(items),))


def _refusal(context: Context, row: NotCarried) -> ClaimItem:
    names = [context.ref(each).text for each in (*row.visas, *row.licenses)]
    return ClaimItem(
        anchor=f"no-pathway-{row.id.rpartition('/')[2]}",
        title=text("; ".join(names)),
        words=context.words(row.says, set()),
        cites=context.cites(row.cites),
        standing=context.standing(row.standing),
        age=age(context.dataset, row.cites),
    )


def _touching(context: Context, level: Word) -> Iterator[Section]:
    """What names this level; what names none is for everybody and stands in its own guide."""
    for noun, title in TOUCHING.items():
        refs = [
            (Paragraph((context.ref(each.id),)),)
            for each in context.dataset.of(noun).values()
            if level.id in each.levels
        ]
        if refs:
            yield Section(f"{noun}s", title, (Prose((Listing(tuple(refs)),)),))
