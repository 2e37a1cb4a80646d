"""Calendar files (RFC 5545) of the examples in plans; assets/plan/plan.js is the twin."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from generator.derive.plan import Task, days_before, slots
from generator.model.blocks import Tools
from generator.model.document import Page, inside

MOST_BYTES = 75


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
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Clinical Training Pathways//Plan//EN"]
    for step in plan["steps"]:
        if at[step["id"]].most:
            day = days_before(start, at[step["id"]].most)
            words = (step["summary"], step["description"])
            lines += _event(plan, start, step["id"], day, words)
    lines += _event(plan, start, "first-day", start, (f"First day: {plan['title']}", ""))
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(
    plan: Mapping[str, Any], start: date, step: str, day: date, words: tuple[str, str]
) -> list[str]:
    owner = plan["id"].replace("/", "-")
    return [
        "BEGIN:VEVENT",
        f"UID:{owner}-{step}-{start.isoformat()}@clinical-training-pathways",
        f"DTSTAMP:{plan['stamp'].replace('-', '')}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        "TRANSP:TRANSPARENT",
        f"SUMMARY:{_escaped(words[0])}",
        f"DESCRIPTION:{_escaped(words[1])}",
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
