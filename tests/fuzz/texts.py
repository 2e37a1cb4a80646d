"""Every field of every noun that holds words, found in the models: a new one is among them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import yaml

from generator.load import load
from generator.model.base import Frozen, Record, Text
from generator.model.dataset import PLACES
from generator.model.walk import models_in, walk
from generator.problems import DataPath
from tests.fuzz.world import dumped

Words = Callable[[str], str]
Put = dict[str, tuple[str, ...]]
(_WORDS,) = Text.__metadata__  # type: ignore[attr-defined]
_NAMES = {"Reader.leads_to", "Redirect.to"}
"""Words that name a page or a record: what is not there is a problem."""


@cache
def text_fields(model: type[Frozen]) -> tuple[str, ...]:
    """The fields of a model that hold words."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(
        name
        for name in model.model_fields
        if _holds_words(hints[name]) and f"{model.__name__}.{name}" not in _NAMES
    )


def _holds_words(hint: Any) -> bool:
    if _WORDS in getattr(hint, "__metadata__", ()):
        return True
    return any(_holds_words(each) for each in get_args(hint))


def every_text_field() -> set[str]:
    """All of them, such as ``Visa.name``; a requirement's are a condition's too."""
    return {
        f"{model.__name__}.{name}"
        for place in PLACES
        for model in models_in(place.model)
        for name in text_fields(model)
    }


def put_words(data: Path, words: Words) -> Put:
    """Write other words into every field of every record, also where it had none.

    Args:
        data: The folder of records.
        words: Gives the words for a field such as ``Visa.name``, others each time.

    Returns:
        The words by the field that holds them now.
    """
    dataset = load(data)
    put: Put = {}
    for file in sorted(set(dataset.files.values())):
        path = data.parent / file
        raw = yaml.load(path.read_bytes(), yaml.BaseLoader)
        for (noun, record_id), owner in dataset.files.items():
            if owner == file:
                record = dataset.of(noun)[record_id]
                for at, value in walk(record):
                    _fill((*_key(record, raw), *at), value, raw, words, put)
        path.write_bytes(dumped(raw))
    return put


def _key(record: Record, raw: Any) -> DataPath:
    """The key of a record in a file of many."""
    entries = any(place.entries for place in PLACES if place.noun == record.noun)
    key = record.id if record.id in raw else record.id.partition("/")[2]
    return (key,) if entries else ()


def _fill(
    path: DataPath,
    value: Frozen,
    raw: Any,
    words: Words,
    put: dict[str, tuple[str, ...]],
) -> None:
    holder = raw
    for part in path:
        holder = holder[part]
    for name in text_fields(type(value)):
        field = f"{type(value).__name__}.{name}"
        listed = get_origin(type(value).model_fields[name].annotation) is tuple
        made = [words(field) for _ in (holder.get(name, ["one"]) if listed else ["one"])]
        holder[name] = made if listed else made[0]
        put[field] = (*put.get(field, ()), *made)
