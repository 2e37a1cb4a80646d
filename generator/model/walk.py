"""Walking through records: every value inside one, and every record that it names."""

from __future__ import annotations

import types
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from generator.model.base import Frozen, To
from generator.model.claim import Claim
from generator.problems import DataPath


def walk(value: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, Frozen]]:
    """Every model inside a value, the value itself first, each with its data path."""
    if isinstance(value, Frozen):
        yield path, value
        for name, alias in _holders(type(value)):
            yield from walk(getattr(value, name), (*path, alias))
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from walk(each, (*path, index))


@cache
def _holders(model: type[Frozen]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that may hold other models: their names, inside and in the data."""
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if next(_models(field.annotation), None)
    )


def claims_in(record: Frozen) -> Iterator[tuple[DataPath, Claim]]:
    """Every claim inside a record, conditions and requirements included, with its data path."""
    for path, value in walk(record):
        if isinstance(value, Claim):
            yield path, value


def models_in(model: type[Frozen]) -> list[type[Frozen]]:
    """A model and every model inside it, each once."""
    found = [model]
    for each in found:
        for field in each.model_fields.values():
            found += [inner for inner in _models(field.annotation) if inner not in found]
    return found


def _models(annotation: Any) -> Iterator[type[Frozen]]:
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def references(record: Frozen) -> Iterator[tuple[DataPath, str, str]]:
    """Every id that a record names: its data path, the noun it must be, and the id."""
    for path, value in walk(record):
        hints = _hints(type(value))
        for name, field in type(value).model_fields.items():
            at = (*path, field.alias or name)
            yield from _named(getattr(value, name), hints[name], at)


@cache
def _hints(model: type[Frozen]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


def _named(value: Any, hint: Any, path: DataPath) -> Iterator[tuple[DataPath, str, str]]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        to = next((each for each in arguments[1:] if isinstance(each, To)), None)
        if to and isinstance(value, str):
            yield path, to.noun, value
        elif not to:
            yield from _named(value, arguments[0], path)
    elif origin in {Union, types.UnionType}:
        for each in arguments:
            yield from _named(value, each, path)
    elif origin is tuple and isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _named(each, arguments[0], (*path, index))
    elif origin is dict and isinstance(value, dict):
        for key, each in value.items():
            yield from _named(key, arguments[0], (*path, key))
            yield from _named(each, arguments[1], (*path, key))
