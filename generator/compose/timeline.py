"""A pathway's timeline: each step with its latest start, counted back from an example."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.compose.amounts import show_days
from generator.compose.context import Context, text
from generator.compose.shared import counted
from generator.compose.steps import Step, span_of, start_before, steps, when
from generator.derive.plan import days_before
from generator.model.base import show_day
from generator.model.claim import LeadTime
from generator.model.inline import Inlines, Ref, Text
from generator.model.state import Pathway
from generator.model.tables import Cell, Table

COLUMNS = ("Step", "Who", "Takes", "When", "Start before your first day")


def example_day(context: Context) -> date:
    """The first day of the example: 1 July of the year after the data's."""
    return date(context.as_of.year + 1, 7, 1)


def timeline(context: Context, pathway: Pathway) -> Table:
    """Every step of a pathway with its latest start."""
    every, first = steps(context, pathway), example_day(context)
    rows = tuple(
        (
            Cell((Text(f"{each.number}. "), _named(each, pathway))),
            Cell(text(context.dataset.word("actor", each.requirement.actor).name)),
            Cell(_takes(context, each)),
            Cell(text(when(each, every))),
            Cell(text(start_before(each.slot))),
            Cell(text(_latest(each, first))),
        )
        for each in every
    )
    columns = (*COLUMNS, f"Latest start, to begin on {show_day(first)}")
    return Table(f"{context.name(pathway)}: each step and its latest start", columns, rows)


def known_of(every: Sequence[Step]) -> str:
    """The whole way in a sentence: what is known of its length, and how much is not."""
    least = max((each.slot.least for each in every), default=0)
    most = max((each.slot.most for each in every), default=0)
    unknown = sum(not isinstance(each.requirement.lead_time, LeadTime) for each in every)
    count = counted(len(every), "step")
    if not most:
        return f"{count}. No time is known: ask each office how long it takes."
    more = f", plus {counted(unknown, 'step')} without a known time" if unknown else ""
    return f"{count}. The longest known way takes {span_of(least, most)}{more}."


def _named(step: Step, pathway: Pathway) -> Ref:
    """A step, leading to where it stands on the page of its pathway."""
    owner, anchor = step.listed.owner.id, step.requirement.id
    if owner != pathway.id:
        anchor = f"{owner.replace('/', '-')}-{anchor}"
    return Ref(pathway.id, step.requirement.name, anchor)


def _takes(context: Context, step: Step) -> Inlines:
    time = step.requirement.lead_time
    if not isinstance(time, LeadTime):
        return text("Not known")
    about = (Text(f"{show_days(time)} ("), context.age(time.cites), Text(")"))
    return (*about, *context.cites(time.cites))


def _latest(step: Step, first: date) -> str:
    if step.slot.most == 0:
        return "Not known"
    day = show_day(days_before(first, step.slot.most))
    return f"Before {day}" if step.slot.unknown else f"By {day}"
