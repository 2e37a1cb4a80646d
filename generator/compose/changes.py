"""What changed: at the foot of a page, on the home page, and all of it by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from generator.compose.context import Context, text
from generator.compose.shared import ABOUT
from generator.derive.changes import Change, moved_to
from generator.model.base import show_day
from generator.model.blocks import Block, Listing, Paragraph, Prose
from generator.model.document import Feed, Page, Section
from generator.model.inline import Inlines, Ref, Strong, Text, joined

NOTHING_YET = "Nothing has changed since the first publication."
HERE = "what-changed"
LATEST = 3


def about(context: Context, public_id: str) -> Inlines:
    """What a change is about: a link to its record, or to what took its place, or a name."""
    dataset, now = context.dataset, context.public.get(public_id)
    record, claim = context.place_of(public_id)
    if record:
        return (context.ref(record, claim if now else ""),)
    if now:
        return text(now.says)
    old = dataset.of("published").get(public_id)
    to = moved_to(dataset, context.public, public_id)
    new: Inlines = (Text(", now "), *about(context, to)) if to in context.public else ()
    return (Text(old.says if old else public_id), *new)


def latest(context: Context) -> Block:
    """The last few changes in a line each, for the home page."""
    found = tuple(
        (
            Paragraph(
                (
                    Text(f"{show_day(each.day)}: "),
                    *about(context, each.note.about),
                    Text(f". {each.note.why}"),
                )
            ),
        )
        for each in context.changes[:LATEST]
    )
    return Prose((Listing(found),) if found else (Paragraph(text(NOTHING_YET)),))


def with_changes(context: Context, pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages, each with what changed in its record and where its old anchors lead."""
    told: dict[str, list[Change]] = defaultdict(list)
    moved: dict[str, list[Section]] = defaultdict(list)
    for change in context.changes:
        told[context.place_of(change.note.about)[0]].append(change)
    for old, redirect in context.dataset.of("redirect").items():
        owner, _, anchor = old.rpartition("/")
        moved[owner].append(_moved(context, anchor, redirect.to))
    return tuple(_with(context, each, told[each.id], tuple(moved[each.id])) for each in pages)


def _with(
    context: Context, page: Page, changes: Iterable[Change], moved: tuple[Section, ...]
) -> Page:
    items = tuple(_told(context, each, Strong(text(show_day(each.day)))) for each in changes)
    if not items and not moved:
        return page
    blocks: tuple[Block, ...] = (Prose((Listing(items),)),) if items else ()
    section = Section(HERE, "What changed here", blocks, moved)
    cut = len(page.sections) - sum(each.id == "sources" for each in page.sections[-1:])
    return replace(page, sections=(*page.sections[:cut], section, *page.sections[cut:]))


def _moved(context: Context, old: str, to: str) -> Section:
    owner, anchor = context.place_of(to)
    now = context.public.get(to)
    new: Inlines = text(now.says) if now else (Ref(to, "this page"),)
    new = (Ref(owner, now.says, anchor),) if owner and now else new
    words = (Text("It is gone. Read instead: "), *new)
    return Section(old, "A statement that stood here", (Prose((Paragraph(words),)),))


def changes_page(context: Context) -> Page:
    """Every change of a statement, by day."""
    sections = tuple(
        Section(f"on-{day}", show_day(day), (_by_record(context, notes),))
        for day, notes in groupby(context.changes, key=lambda each: each.day)
    )
    words = "Each statement of this site that changed: its old words, its new ones, and why."
    lead: list[Block] = [Prose((Paragraph(text(words)),))]
    if not sections:
        lead.append(Prose((Paragraph(text(NOTHING_YET)),)))
    news = Ref("alerts", "policy changes")
    lead.append(Prose((Paragraph((Text("For news of the law see the "), news, Text("."))),)))
    return Page(
        id="changes",
        url="changes/",
        title="What changed on this site",
        short_title="What changed",
        description=words,
        family="index",
        file="",
        lead=tuple(lead),
        sections=sections,
        menu=(ABOUT, "What changed"),
        feeds=(
            Feed("feeds/changes.atom", "Atom feed"),
            Feed("api/v1/changes.json", "JSON"),
        ),
    )


def _by_record(context: Context, notes: Iterable[Change]) -> Block:
    items = tuple(_told(context, each, Strong(about(context, each.note.about))) for each in notes)
    return Prose((Listing(items),))


def _told(context: Context, change: Change, *lead: Strong) -> tuple[Paragraph, ...]:
    """A change note as readers see it: old words, new words, why, and since when."""
    note = change.note
    was = note.was if note.was != note.says else None
    lines: list[Inlines] = [lead]
    if was:
        lines.append((Strong(text("Was: ")), Text(was)))
    if note.says:
        lines.append((Strong(text("Now: ")), Text(note.says)))
    else:
        lines.append(text("It is gone."))
    since = f" It holds since {note.since.shown}." if note.since else ""
    why: Inlines = (Strong(text("Why: ")), Text(f"{note.why}{since}"))
    sources = joined(
        ((context.ref(each.source), Text(f", {each.at}")) for each in note.cites), "; "
    )
    lines.append((*why, *((Text(" Source: "), *sources, Text(".")) if sources else ())))
    return tuple(Paragraph(each) for each in lines)
