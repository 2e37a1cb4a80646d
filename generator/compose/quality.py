"""The page on the quality of the data: how sure, how well founded, how fresh; what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.compose.context import HOW_READ, PAGED_NOUNS, Context, text
from generator.compose.shared import ABOUT, said
from generator.derive.citations import parts_cited
from generator.derive.quality import Gap, Quality, claims_of, gaps_of, quality_of
from generator.model.base import Record, show_day
from generator.model.document import Page, Section
from generator.model.inline import Inlines, Ref
from generator.model.tables import Bar, Cell, Chart, Table

FULL = 100
NAMES = {
    "visa": "Visas",
    "license": "Licenses",
    "pathway": "Pathways, in what is their own",
    "requirement": "Shared requirements",
    "barrier": "Barriers",
    "enabler": "Enablers",
    "recommendation": "Recommendations",
    "stakeholder": "Stakeholders",
    "alert": "Policy changes",
}
MOST_NAMED = 12
"""A longer list of records is counted, not named."""


def quality_page(context: Context) -> Page:
    """Compose the page on the quality of the data."""
    dataset = context.dataset
    claims = [claim for record in dataset.everything() for claim in claims_of(record)]
    total = quality_of(dataset, claims, context.as_of)
    day = show_day(context.as_of)
    words = (
        f"How sure, how well founded and how fresh the {total.claims:,} statements of this site "
        f"were on {day}, and what is missing."
    )
    return Page(
        id="quality",
        url="quality/",
        title="Quality of the data",
        short_title="Quality",
        description=words,
        family="quality",
        file="",
        parent="how-to-read",
        lead=(said(words),),
        sections=(
            Section("standing", "How sure the statements are", (_standings(context, total),)),
            Section("primary", "What they rest on", (_rests_on(total), *_parts(context))),
            Section("freshness", "How fresh they are", (_freshness(total, day),)),
            Section("reading", "How the sources were read", (_reading(context),)),
            Section("missing", "What is missing", (said(MISSING), _gaps(context))),
            Section("records", "Record by record", (), tuple(_records(context))),
        ),
        menu=(ABOUT, "Quality"),
    )


MISSING = (
    "Each list gets shorter when somebody opens a source, finds a day, or asks an office. No list "
    "here excuses anything: it says what to look at next."
)


def _chart(caption: str, counts: Iterable[tuple[str, int]]) -> Chart:
    listed = tuple(counts)
    total = sum(count for _, count in listed)
    bars = (Bar(name, count, _share(count, total)) for name, count in listed if count)
    return Chart(caption, tuple(bars))


def _share(count: int, total: int) -> int:
    """How many of a hundred; never none or all where it is not so."""
    if count in {0, total}:
        return FULL if count else 0
    return min(max(round(FULL * count / total), 1), FULL - 1)


def _standings(context: Context, total: Quality) -> Chart:
    words = context.dataset.of("standing").values()
    return _chart(
        "Statements by how sure they are",
        ((word.name, total.standings.get(word.id, 0)) for word in words),
    )


def _rests_on(total: Quality) -> Chart:
    return _chart(
        "Statements by what they rest on",
        (
            ("A law, agency or decision whose text was read", total.primary),
            ("Other sources, or texts not read", total.claims - total.primary),
        ),
    )


def _parts(context: Context) -> Iterator[Chart]:
    for source, (cited, every) in parts_cited(context.dataset).items():
        title = context.dataset.sources[source].title
        counts = (("Cited here", cited), ("Not yet cited", every - cited))
        yield _chart(f"Statements of “{title}”", counts)


def _freshness(total: Quality, day: str) -> Chart:
    return _chart(
        f"Statements by freshness, on {day}",
        (
            ("Not due yet", total.fresh),
            ("Due for a new check", total.due),
            ("Day of the source not known", total.undated),
            ("Source not opened", total.unopened),
        ),
    )


def _reading(context: Context) -> Chart:
    read: Counter[str] = Counter(each.opened for each in context.dataset.sources.values())
    counts = ((words.capitalize(), read[opened]) for opened, words in HOW_READ.items())
    return _chart("Sources by how they were read", counts)


def _gaps(context: Context) -> Table:
    rows = tuple(
        (Cell(text(gap.name)), Cell(text(str(len(gap.records)))), Cell(_named(context, gap)))
        for gap in gaps_of(context.dataset)
    )
    return Table("What is not known", ("What", "How many", "Where"), rows)


def _named(context: Context, gap: Gap) -> Inlines:
    """The records where something is missing; many are only counted."""
    if {*gap.records} <= {*context.dataset.sources} and gap.records:
        return (Ref("sources", "See the list of sources"),)
    paged = [each for each in dict.fromkeys(gap.records) if context.has_page(each)]
    if not gap.records:
        return text("Nowhere")
    if len(paged) > MOST_NAMED or not paged:
        return text(f"In {len(dict.fromkeys(gap.records))} records")
    return context.listed(paged)


def _records(context: Context) -> Iterator[Section]:
    for noun in PAGED_NOUNS:
        found = context.dataset.of(noun).values() if noun in NAMES else ()
        rows = tuple(row for each in found if (row := _row(context, each)))
        if rows:
            standings = (word.name for word in context.dataset.of("standing").values())
            columns = ("Record", "Statements", *standings, "Law read", "Due", "Not opened")
            table = Table(f"{NAMES[noun]}: counts of statements", columns, rows)
            yield Section(f"records-{noun}", NAMES[noun], (table,))


def _row(context: Context, record: Record) -> tuple[Cell, ...]:
    claims = claims_of(record)
    if not claims:
        return ()
    found = quality_of(context.dataset, claims, context.as_of)
    standings = (found.standings.get(each, 0) for each in context.dataset.of("standing"))
    numbers = (found.claims, *standings, found.primary, found.due, found.unopened)
    name = Ref(record.id, context.name(record))
    return (Cell((name,)), *(Cell(text(str(each))) for each in numbers))
