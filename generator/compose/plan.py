"""The plan of a pathway: its steps counted back from the first day, its costs, its checklists."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.compose.amounts import show_cost, show_dollars
from generator.compose.context import Context, text
from generator.compose.shared import counted, finished, said, see_also
from generator.compose.steps import Step, plan_id, steps
from generator.compose.timeline import example_day, known_of, timeline
from generator.model.blocks import CheckItem, Checklist, Tools
from generator.model.claim import Cost, LeadTime
from generator.model.document import Page, Section
from generator.model.inline import Inlines, Ref
from generator.model.state import Pathway
from generator.model.tables import Cell, Choice, Table

SCRIPTS = ("plan/plan.js", "plan/planner.js", "plan/checklist.js")
VERIFY = (
    "Times and fees change. Each says for which day its source speaks: verify it with its office "
    "before you rely on it. A step without a known time may take long, so start early."
)


def plan_page(context: Context, pathway: Pathway) -> Page:
    """Compose the plan of a pathway."""
    every = steps(context, pathway)
    page_id, name = plan_id(pathway), context.name(pathway)
    actors = tuple(dict.fromkeys(each.requirement.actor for each in every))
    choices = tuple(Choice(each, context.dataset.word("actor", each).name) for each in actors)
    sections = (
        _timeline(context, pathway, every),
        *_costs(context, every),
        Section(
            "checklists",
            "Checklists",
            (said("One for each who must act. They print well."), Tools("checklist", "", choices)),
            tuple(_checklist(context, pathway, every, each) for each in actors),
        ),
    )
    return finished(
        context,
        Page(
            id=page_id,
            url=f"{page_id}/",
            title=f"Plan: {name}",
            description=f"What each of you does, in which order and by when: {name}.",
            family="plan",
            file=context.dataset.file_of(pathway),
            parent=f"{pathway.state}/pathways",
            eyebrow="Plan and checklists",
            lead=(said(VERIFY), see_also(Ref(pathway.id, "the pathway, with every reason"))),
            sections=sections,
            scripts=SCRIPTS,
            styles=("plan/plan.css",),
        ),
    )


def _timeline(context: Context, pathway: Pathway, every: Sequence[Step]) -> Section:
    guesses = tuple(
        Choice(each.requirement.id, each.requirement.name)
        for each in every
        if not isinstance(each.requirement.lead_time, LeadTime)
    )
    tools = Tools("planner", _data(context, pathway, every, example_day(context)), guesses)
    table = replace(timeline(context, pathway), name="timeline")
    title = "Counted back from your first day"
    return Section("timeline", title, (said(known_of(every)), tools, table))


def _data(context: Context, pathway: Pathway, every: Sequence[Step], first: date) -> str:
    """What the planner's script and the calendar file are made from."""
    listed = [
        {
            "id": each.requirement.id,
            "after": [
                other.requirement.id
                for other in every
                if other.requirement.id in each.requirement.after
            ],
            "days": list(each.requirement.lead_time.days)
            if isinstance(each.requirement.lead_time, LeadTime)
            else None,
            "summary": f"{each.requirement.name}: latest start",
            "description": f"{context.dataset.word('actor', each.requirement.actor).name}. "
            f"{each.requirement.says} Verify before you rely on it.",
        }
        for each in every
    ]
    plan = {
        "id": pathway.id,
        "title": context.name(pathway),
        "stamp": context.as_of.isoformat(),
        "example": first.isoformat(),
        "steps": listed,
    }
    return json.dumps(plan, ensure_ascii=False, separators=(",", ":"))


def _costs(context: Context, every: Sequence[Step]) -> Iterator[Section]:
    known = [(each, each.requirement.cost) for each in every]
    found = [(each, cost) for each, cost in known if isinstance(cost, Cost)]
    missing = len(every) - len(found)
    if not found:
        words = f"No cost is known. {counted(missing, 'step')} may cost something."
        yield Section("costs", "What it costs", (said(words),))
        return
    word = context.dataset.word
    rows = tuple(
        (
            Cell(text(f"{each.number}. {each.requirement.name}")),
            Cell((*text(show_cost(cost)), *context.cites(cost.cites))),
            Cell(text(word("actor", cost.payer).name)),
            Cell((context.age(cost.cites),)),
            Cell(text(cost.says or "Verify.")),
        )
        for each, cost in found
    )
    columns = ("Step", "Cost", "Who pays", "As of", "Remark")
    table = Table("What is known of the costs", columns, rows, "costs")
    yield Section("costs", "What it costs", (said(_total(context, found, missing)), table))


def _total(context: Context, found: Sequence[tuple[Step, Cost]], missing: int) -> str:
    """The sum of what is known, for each who pays, as a range."""
    sums: dict[str, tuple[float, float]] = {}
    for _, cost in found:
        least, most = sums.get(cost.payer, (0.0, 0.0))
        sums[cost.payer] = (least + cost.usd[0], most + cost.usd[1])
    parts = [
        f"{context.dataset.word('actor', payer).name}: {show_dollars(least, most)}"
        for payer, (least, most) in sums.items()
    ]
    more = f", plus {missing} not known" if missing else ""
    return f"Known, in all: {'; '.join(parts)}{more}."


def _checklist(context: Context, pathway: Pathway, every: Sequence[Step], actor: str) -> Section:
    mine = [each for each in every if each.requirement.actor == actor]
    seen = {pathway.id, pathway.visa, pathway.license}
    items = tuple(
        CheckItem(
            each.requirement.id,
            text(f"{each.requirement.name}"),
            (
                *context.words(each.requirement.says, seen),
                *_paper(each),
                *context.cites(each.requirement.cites),
            ),
        )
        for each in mine
    )
    word = context.dataset.word("actor", actor)
    return Section(f"for-{actor}", word.name, (said(word.meaning), Checklist(pathway.id, items)))


def _paper(step: Step) -> Inlines:
    return text(f" Paper: {step.requirement.document}.") if step.requirement.document else ()
