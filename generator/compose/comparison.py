"""A comparison table: a column for each visa or license, a row for each thing they differ in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.compose.context import Context, text
from generator.compose.facets import SHARES, controls, share
from generator.derive.comparisons import Compared, Holder, Term, compared, contact_by_level
from generator.model.base import Record
from generator.model.blocks import Block
from generator.model.claim import Claim, Requirement
from generator.model.inline import Inlines, Ref, Text, joined
from generator.model.tables import Cell, Table
from generator.model.visa import Visa

NO_RULE = "None that we assess"
NONE_LISTED = "None listed"
BY_HEADING = {"stay": "How long", "term": "How long it holds", "where": "Where it holds"}
"""Lists that stand in one row each, whether a question decides them or not."""

Columns = Sequence[Compared]
Row = tuple[str, Sequence[Cell]]


def comparison(context: Context, name: str, caption: str, holders: Iterable[Holder]) -> list[Block]:
    """The controls and the table that compare some visas, or some licenses.

    Args:
        context: The data.
        name: The name of the table's files.
        caption: What it is.
        holders: Visas, or licenses of one state, at least one.
    """
    columns = [compared(context.dataset, each) for each in holders]
    noun = "visa" if isinstance(columns[0].holder, Visa) else "license"
    made, choices = controls(context, name, noun, columns)
    rows = tuple((Cell(text(title)), *cells) for title, cells in _rows(context, columns))
    heads = (f"{noun.capitalize()}s", *(each.holder.short_name for each in columns))
    return [made, Table(caption, heads, rows, name, choices)]


def _rows(context: Context, columns: Columns) -> Iterator[Row]:
    yield from _what_it_is(context, columns)
    for question in context.dataset.order:
        terms = [_asked(each, question) for each in columns]
        if any(terms):
            name = context.dataset.questions[question].short_name
            yield name, _listed(context, columns, terms, NO_RULE)
    for heading, name in BY_HEADING.items():
        terms = [_under(each, heading) for each in columns]
        if any(terms):
            yield name, _listed(context, columns, terms, NONE_LISTED)
    yield "Other requirements", [Cell(_papers(context, each)) for each in columns]
    limits = [_unassessed(each, "limits") for each in columns]
    yield "Other limits", _listed(context, columns, limits, NONE_LISTED)
    yield from _what_it_meets(context, columns)


def _what_it_is(context: Context, columns: Columns) -> Iterator[Row]:
    visas = isinstance(columns[0].holder, Visa)
    kinds = [Cell(text(_kind(context, each.holder))) for each in columns]
    yield "Who sponsors" if visas else "Kind", kinds
    yield (
        "What it is for",
        [Cell(_claims(context, each.holder, each.holder.purpose)) for each in columns],
    )
    if visas:
        yield "Uses", [Cell(text(_uses(each.holder))) for each in columns]
    ladder = list(context.dataset.of("contact"))
    contact = [contact_by_level(each.holder, ladder) for each in columns]
    for level in context.dataset.of("level").values():
        cells = [_contact(context, each.get(level.id, "")) for each in contact]
        yield f"Patient contact: {level.short_name.lower()}", cells


def _what_it_meets(context: Context, columns: Columns) -> Iterator[Row]:
    shares = {each.id: each.label for each in SHARES}
    for facet in context.dataset.of("facet").values():
        if facet.requirement:
            found = [shares[share(context, each, facet.requirement)] for each in columns]
            yield facet.name, [Cell(text(each)) for each in found]
    counts = [len(context.pathways.get(each.holder.id, ())) for each in columns]
    yield "Pathways", [Cell(text(str(each))) for each in counts]
    yield "Policy changes", [Cell(_alerts(context, each.holder)) for each in columns]


def _listed(
    context: Context, columns: Columns, terms: Iterable[Sequence[Term]], nothing: str
) -> list[Cell]:
    return [
        Cell(_sentences(context, column, found) or text(nothing))
        for column, found in zip(columns, terms, strict=True)
    ]


def _kind(context: Context, holder: Holder) -> str:
    if isinstance(holder, Visa):
        return context.dataset.word("visa-family", holder.family).name
    return context.dataset.word("license-kind", holder.kind).name


def _uses(holder: Holder) -> str:
    return "; ".join(use.name for use in holder.uses) if isinstance(holder, Visa) else ""


def _contact(context: Context, level: str) -> Cell:
    if not level:
        return Cell(text("Not served"))
    return Cell(text(context.dataset.word("contact", level).name), level)


def _asked(column: Compared, question: str) -> list[Term]:
    """The conditions that a question decides first."""
    return [
        each
        for each in column.terms
        if each.tests and each.tests[0].question == question and each.heading not in BY_HEADING
    ]


def _under(column: Compared, heading: str) -> list[Term]:
    return [each for each in column.terms if each.heading == heading]


def _unassessed(column: Compared, heading: str) -> list[Term]:
    return [each for each in _under(column, heading) if not each.tests]


def _papers(context: Context, column: Compared) -> Inlines:
    """The names of requirements that no question decides; shared ones link."""
    words: list[Inlines] = []
    for each in _unassessed(column, "requires"):
        if isinstance(each.condition, Requirement):
            shared = each.owner.id == each.condition.id
            name = each.condition.name
            words.append((Ref(each.owner.id, name),) if shared else text(name))
    return joined(words, "; ") or text(NONE_LISTED)


def _sentences(context: Context, column: Compared, terms: Iterable[Term]) -> Inlines:
    """Conditions as sentences; one that is for a single use says for which."""
    holder = column.holder
    uses = {use.id: use.name for use in holder.uses} if isinstance(holder, Visa) else {}
    return joined(
        (
            (
                *text(f"{uses[each.use]}: " if each.use and len(uses) > 1 else ""),
                *_claim(context, each.condition, each.owner, {holder.id, each.owner.id}),
            )
            for each in terms
        ),
        " ",
    )


def _claims(context: Context, holder: Holder, claims: Iterable[Claim]) -> Inlines:
    return joined((_claim(context, each, holder, {holder.id}) for each in claims), " ")


def _claim(context: Context, claim: Claim, owner: Record, seen: set[str]) -> Inlines:
    """A sentence with its sources, and how sure it is where it is not confirmed."""
    name = context.standing(claim.standing).name.lower()
    sure = "" if claim.standing == "confirmed" else f" ({name})"
    words = (*context.words(claim.says, seen), Text(sure), context.mark(claim.cites))
    return (*words, *context.cites(claim.cites))


def _alerts(context: Context, holder: Holder) -> Inlines:
    found = [each for each in context.dataset.alerts.values() if holder.id in each.affects]
    named = ((context.ref(each.id), *context.in_force(each)) for each in found)
    return joined(named, "; ") or text("None known to us")
