"""How a check says what it found."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.model.base import Frozen, Record
from generator.model.dataset import PLACES, Dataset
from generator.model.walk import walk
from generator.problems import DataPath, Problem

_ENTRIES = {place.noun for place in PLACES if place.entries}
TEXT_FIELDS = (
    "says", "name", "short_name", "title", "meaning", "stands_for", "asks", "why", "help",
    "label", "note", "document", "publisher", "authors",
)  # fmt: skip


def problem(dataset: Dataset, record: Record, path: DataPath, message: str, tip: str) -> Problem:
    """A problem inside a record, at a path from the record's top."""
    key = (_key(dataset, record),) if record.noun in _ENTRIES else ()
    return Problem(dataset.file_of(record), message, (*key, *path), tip)


def _key(dataset: Dataset, record: Record) -> str:
    """The key of a record in a file of many; a state's records have its id before the key."""
    if dataset.file_of(record).split("/")[1] == "states":
        return record.id.partition("/")[2]
    return record.id


def texts(dataset: Dataset) -> Iterator[tuple[Record, DataPath, str]]:
    """Every run of words that readers may see: its record, its path, the words.

    What was released is not among them: it stood in its record, and was looked at there.
    """
    for record in (each for each in dataset.everything() if each.noun != "published"):
        for path, value in walk(record):
            for name in _text_fields(type(value)):
                words = getattr(value, name)
                if words is not None:
                    yield record, (*path, name), words


@cache
def _text_fields(model: type[Frozen]) -> tuple[str, ...]:
    return tuple(name for name in TEXT_FIELDS if name in model.model_fields)
