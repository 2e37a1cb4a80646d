"""Calendar files (RFC 5545): of the examples in plans, whose twin is assets/plan/plan.js."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.derive.plan import Task, days_before, slots
from generator.model.blocks import Tools
from generator.model.document import Page, inside

MOST_BYTES = 75


@dataclass(frozen=True)
class Event:
    """A day of a calendar: its id, when it was written, the day, and words about it."""

    id: str
    stamp: date
    day: date
    summary: str
    description: str = ""
    url: str = ""


def calendar_files(pages: Iterable[Page]) -> Mapping[str, str]:
    """The calendar of every plan's example, by the path of its file inside the site."""
    return {
        f"{page.url}example.ics": calendar(plan, date.fromisoformat(plan["example"]))
        for page in pages
        if page.family == "plan"
        for plan in _plans(page)
    }


def _plans(page: Page) -> Iterator[dict[str, Any]]:
    for tools in inside(page.sections):
        if isinstance(tools, Tools) and tools.kind == "planner":
            yield json.loads(tools.data)


def calendar(plan: Mapping[str, Any], start: date) -> str:
    """A plan as a calendar: the latest start of each step with a known time, and the first day.

    Args:
        plan: What a plan's page gives its script: id, title, stamp and steps.
        start: The first day.
    """
    tasks = [
        Task(each["id"], tuple(each["after"]), tuple(each["days"]) if each["days"] else None)
        for each in plan["steps"]
    ]
    at = slots(tasks)
    stamp, owner = date.fromisoformat(plan["stamp"]), plan["id"].replace("/", "-")

    def event(step: str, day: date, summary: str, description: str = "") -> Event:
        return Event(f"{owner}-{step}-{start.isoformat()}", stamp, day, summary, description)

    events = [
        event(
            step["id"],
            days_before(start, at[step["id"]].most),
            step["summary"],
            step["description"],
        )
        for step in plan["steps"]
        if at[step["id"]].most
    ]
    return calendar_of("Plan", [*events, event("first-day", start, f"First day: {plan['title']}")])


def calendar_of(name: str, events: Iterable[Event]) -> str:
    """Some days as a calendar.

    Args:
        name: What sort of calendar it is.
        events: The days.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Clinical Training Pathways//{name}//EN",
        *(line for each in events for line in _event(each)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(event: Event) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{event.id}@clinical-training-pathways",
        f"DTSTAMP:{event.stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        "TRANSP:TRANSPARENT",
        f"SUMMARY:{_escaped(event.summary)}",
        f"DESCRIPTION:{_escaped(event.description)}",
        *([f"URL:{event.url}"] if event.url else []),
        "END:VEVENT",
    ]


def _escaped(words: str) -> str:
    for letter in "\\;,":
        words = words.replace(letter, f"\\{letter}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 bytes; what is longer goes on after a space."""
    parts, length = [""], 0
    for letter in line:
        size = len(letter.encode())
        if length + size > MOST_BYTES:
            parts.append(" ")
            length = 1
        parts[-1] += letter
        length += size
    return "\r\n".join(parts)
