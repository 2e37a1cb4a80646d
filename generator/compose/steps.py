"""The steps of a pathway in words: when each can begin, and how long before the first day."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.compose.context import Context
from generator.compose.shared import counted
from generator.derive.pathways import Listed, steps_of
from generator.derive.plan import Slot, slots, tasks_of, waves
from generator.model.claim import Requirement
from generator.model.state import Pathway

WEEK, FORTNIGHT = 7, 14


@dataclass(frozen=True)
class Step:
    """A requirement in its place: its number from 1, and when it must start."""

    number: int
    listed: Listed
    requirement: Requirement
    slot: Slot
    wave: int


def plan_id(pathway: Pathway) -> str:
    """The id of the page with a pathway's plan."""
    return f"{pathway.state}/plans/{pathway.id.rpartition('/')[2]}"


def steps(context: Context, pathway: Pathway) -> tuple[Step, ...]:
    """The steps of a pathway, in order."""
    listed = steps_of(context.conditions[pathway.id])
    tasks = tasks_of(listed)
    slot, wave = slots(tasks), waves(tasks)
    return tuple(
        Step(number, each, each.condition, slot[each.condition.id], wave[each.condition.id])
        for number, each in enumerate(listed, 1)
        if isinstance(each.condition, Requirement)
    )


def when(step: Step, every: Sequence[Step]) -> str:
    """After which steps one comes, and beside which it can run: ``After step 1, beside step 3``."""
    before = [each.number for each in every if each.requirement.id in step.requirement.after]
    beside = [each.number for each in every if each.wave == step.wave and each is not step]
    words = [f"After {_numbers(before)}" if before else "From the start"]
    if beside:
        words.append(f"beside {_numbers(beside)}")
    return ", ".join(words)


def _numbers(numbers: Sequence[int]) -> str:
    *first, last = map(str, numbers)
    return f"steps {', '.join(first)} and {last}" if first else f"step {last}"


def start_before(slot: Slot) -> str:
    """How long before the first day a step must start, as far as is known."""
    if slot.most == 0:
        return f"Not known: {counted(slot.unknown, 'step')} from here without a known time"
    more = f", plus {slot.unknown} not known" if slot.unknown else ""
    return f"{span_of(slot.least, slot.most)} before{more}"


def span_of(least: int, most: int) -> str:
    """A range of days in words, in whole weeks from a fortnight on: ``4 to 6 weeks``."""
    unit = "day"
    if most >= FORTNIGHT:
        least, most, unit = math.ceil(least / WEEK), math.ceil(most / WEEK), "week"
    return counted(most, unit) if least == most else f"{least} to {counted(most, unit)}"
