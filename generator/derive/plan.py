"""Counting back from the first day: the latest start of each step, by the longest way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.derive.pathways import Listed
from generator.model.claim import LeadTime, Requirement


@dataclass(frozen=True)
class Task:
    """A step as the plan sees it: what must be done first, and its days, least and most."""

    id: str
    after: tuple[str, ...]
    days: tuple[int, int] | None


@dataclass(frozen=True)
class Slot:
    """How many days before the first day a step must start.

    Attributes:
        least: If every step from it on takes its shortest known time.
        most: If every one takes its longest.
        unknown: How many steps from it on, itself among them, have no known time.
    """

    least: int
    most: int
    unknown: int


def tasks_of(steps: Iterable[Listed]) -> tuple[Task, ...]:
    """The steps of a pathway as tasks; what is not among them is waited for by nobody."""
    found = [each.condition for each in steps if isinstance(each.condition, Requirement)]
    here = {each.id for each in found}
    return tuple(
        Task(
            each.id,
            tuple(before for before in each.after if before in here),
            each.lead_time.days if isinstance(each.lead_time, LeadTime) else None,
        )
        for each in found
    )


def slots(tasks: Sequence[Task]) -> Mapping[str, Slot]:
    """The latest start of every task, in days before the end.

    Args:
        tasks: In an order in which each comes after those it waits for.
    """
    waiting = {task.id: [each.id for each in tasks if task.id in each.after] for task in tasks}
    found: dict[str, Slot] = {}
    later: dict[str, set[str]] = {}
    unknown = {task.id for task in tasks if task.days is None}
    for task in reversed(tasks):
        nexts = [each for each in waiting[task.id] if each in found]
        least, most = task.days or (0, 0)
        later[task.id] = {task.id}.union(*(later[each] for each in nexts))
        found[task.id] = Slot(
            least + max((found[each].least for each in nexts), default=0),
            most + max((found[each].most for each in nexts), default=0),
            len(later[task.id] & unknown),
        )
    return {task.id: found[task.id] for task in tasks}


def waves(tasks: Sequence[Task]) -> Mapping[str, int]:
    """In which wave each task can begin: 0 waits for nothing; one wave runs side by side."""
    found: dict[str, int] = {}
    for task in tasks:
        found[task.id] = 1 + max((found.get(each, -1) for each in task.after), default=-1)
    return found


def days_before(day: date, days: int) -> date:
    """The day that lies so many days before another."""
    return day - timedelta(days=days)
