from __future__ import annotations

import json
from datetime import date
from typing import Any

from icalendar import Calendar

from generator.build import Composed
from generator.model.blocks import Tools
from generator.model.document import inside
from generator.publish.calendars import calendar, calendar_files


def day_of(event: Any) -> date:
    found: date = event.decoded("DTSTART")
    return found


def test_every_example_is_a_calendar_that_programs_read(real_composed: Composed) -> None:
    files = calendar_files(real_composed.pages)
    assert len(files) == 43
    for name, words in files.items():
        read = Calendar.from_ical(words)
        events = read.walk("VEVENT")
        assert events, name
        assert len({str(event["UID"]) for event in events}) == len(events)
        assert day_of(events[-1]) == date(2027, 7, 1)
        assert all(day_of(event) <= date(2027, 7, 1) for event in events)


def test_lines_end_and_fold_as_the_standard_asks(real_composed: Composed) -> None:
    for words in calendar_files(real_composed.pages).values():
        assert words.endswith("END:VCALENDAR\r\n")
        lines = words.split("\r\n")
        assert all("\n" not in line for line in lines)
        assert max(len(line.encode()) for line in lines) <= 75


def test_special_letters_come_out_as_they_went_in() -> None:
    plan = {
        "id": "x/y",
        "title": "T",
        "stamp": "2026-01-01",
        "steps": [
            {
                "id": "s",
                "after": [],
                "days": [1, 2],
                "summary": "A; b, c\\d: é" * 9,
                "description": "x" * 200,
            }
        ],
    }
    (event, _) = Calendar.from_ical(calendar(plan, date(2027, 1, 1))).walk("VEVENT")
    assert str(event["SUMMARY"]) == "A; b, c\\d: é" * 9
    assert str(event["DESCRIPTION"]) == "x" * 200
    assert day_of(event) == date(2026, 12, 30)


def test_a_step_without_a_known_time_has_no_date(real_composed: Composed) -> None:
    page = next(each for each in real_composed.pages if each.id == "california/plans/b-1-elective")
    (tools,) = [each for each in inside(page) if isinstance(each, Tools) and each.kind == "planner"]
    assert all(step["days"] is None for step in json.loads(tools.data)["steps"])
    events = Calendar.from_ical(calendar_files([page])[f"{page.url}example.ics"]).walk("VEVENT")
    assert [str(event["SUMMARY"])[:9] for event in events] == ["First day"]
