"""The data as of an earlier day: what began later is left out. docs/adr/0021 says why so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from generator.model.base import Frozen, show_day
from generator.model.changes import Changes
from generator.model.claim import Condition
from generator.model.dataset import Dataset
from generator.model.guidance import Alert
from generator.problems import Problem

T = TypeVar("T", bound=Frozen)


def refused(folder: str, day: date | None, newest: date) -> Iterator[Problem]:
    """A problem, if a site is to speak as of a day for which nothing in its data speaks."""
    if day and day > newest:
        message = f"nothing in it is newer than {show_day(newest)}."
        yield Problem(folder, message, tip="Name that day or an earlier one.", line=0)


def on_day(dataset: Dataset, day: date) -> Dataset:
    """The records as they hold on a day, as far as they are known today.

    Left out are conditions outside their dates, policy changes that had neither begun nor been
    known, and change notes of later days.

    Args:
        dataset: Data that is sound.
        day: The day.
    """
    gone = {
        each.id
        for noun in ("alert", "limit", "requirement")
        for each in dataset.of(noun).values()
        if not _exists(each, day)
    }
    records: Mapping[str, Mapping[str, Any]] = {
        noun: {key: _kept(each, day, gone) for key, each in found.items() if _exists(each, day)}
        for noun, found in dataset.records.items()
    }
    return Dataset(records, dataset.files, dataset.folder)


def _exists(value: object, day: date) -> bool:
    if isinstance(value, Alert):
        began = value.from_ is not None and value.from_ <= day
        return began or value.known_as_of.first <= day
    if isinstance(value, Condition):
        return (value.from_ or day) <= day <= (value.until or day)
    if isinstance(value, Changes):
        return value.day is None or value.day <= day
    return True


def _kept(value: T, day: date, gone: set[str]) -> T:
    """A record without what does not exist on the day, and without the ids of such."""
    fields = {name: getattr(value, name) for name in type(value).model_fields}
    return value.model_copy(update={n: _part(each, day, gone) for n, each in fields.items()})


def _part(value: Any, day: date, gone: set[str]) -> Any:
    if isinstance(value, Frozen):
        return _kept(value, day, gone)
    if isinstance(value, tuple):
        there = (each for each in value if _exists(each, day))
        return tuple(
            _part(each, day, gone) for each in there if not (isinstance(each, str) and each in gone)
        )
    return value
