from __future__ import annotations

from datetime import date

import pytest

from generator.compose.steps import span_of, start_before
from generator.derive.pathways import conditions_of, steps_of
from generator.derive.plan import Slot, Task, days_before, slots, tasks_of, waves
from generator.model.dataset import Dataset

CASES = [
    ("2027-07-01", 0, "2027-07-01"),
    ("2027-07-01", 1, "2027-06-30"),
    ("2028-03-01", 1, "2028-02-29"),
    ("2027-03-01", 1, "2027-02-28"),
    ("2028-02-29", 366, "2027-02-28"),
    ("2100-03-01", 1, "2100-02-28"),
    ("2027-01-01", 1, "2026-12-31"),
    ("2027-01-10", 56, "2026-11-15"),
    ("2027-03-14", 1, "2027-03-13"),
    ("2027-11-08", 7, "2027-11-01"),
    ("2027-12-31", 364, "2027-01-01"),
]
"""First day, days before it, and the day meant: leap years, year ends, changes of the clock."""


@pytest.mark.parametrize(("first", "days", "meant"), CASES)
def test_days_are_counted_back_by_the_calendar(first: str, days: int, meant: str) -> None:
    assert days_before(date.fromisoformat(first), days) == date.fromisoformat(meant)


def test_the_longest_way_counts_not_the_sum() -> None:
    tasks = [
        Task("a", (), (10, 20)),
        Task("b", (), (1, 2)),
        Task("c", ("a", "b"), (5, 6)),
    ]
    assert slots(tasks) == {"a": Slot(15, 26, 0), "b": Slot(6, 8, 0), "c": Slot(5, 6, 0)}


def test_what_is_not_known_is_counted_and_never_a_zero_that_looks_sure() -> None:
    tasks = [Task("a", (), None), Task("b", ("a",), (5, 6)), Task("c", ("b",), None)]
    found = slots(tasks)
    assert found["a"] == Slot(5, 6, 2)
    assert start_before(found["a"]) == "5 to 6 days before, plus 2 not known"
    assert start_before(found["c"]) == "Not known: 1 step from here without a known time"


def test_steps_of_one_wave_do_not_wait_for_each_other() -> None:
    tasks = [Task("a", (), None), Task("b", (), None), Task("c", ("a",), None)]
    assert waves(tasks) == {"a": 0, "b": 0, "c": 1}


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [(1, 1, "1 day"), (3, 5, "3 to 5 days"), (28, 42, "4 to 6 weeks"), (1, 15, "1 to 3 weeks")],
)
def test_spans_never_look_more_exact_than_they_are(least: int, most: int, words: str) -> None:
    assert span_of(least, most) == words


def test_every_step_of_every_pathway_starts_before_those_that_wait_for_it(real: Dataset) -> None:
    for pathway in real.pathways.values():
        tasks = tasks_of(steps_of(conditions_of(real, pathway)))
        found = slots(tasks)
        for task in tasks:
            for before in task.after:
                assert found[before].most >= found[task.id].most, (pathway.id, task.id)
                assert found[before].unknown >= found[task.id].unknown
