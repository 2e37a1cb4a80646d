"""The whole rule language: what an answer must be for a condition to be met.

A mapping is AND, a list is OR within one question, plus ``any``, ``all`` and ``not``::

    {pay: paid-by-host}
    {level: img-3-plus, pay: [unpaid, funded-elsewhere]}
    {citizenship: {in: vwp}}
    {stay: {up_to: 3-years, maybe: [5-years]}}        # the law itself is unsure about `maybe`
    any: [{exams: step-3}, {not: {level: student}}]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from generator.model.base import wrong

MAX_PARTS = 200


@dataclass(frozen=True)
class Test:
    """An answer to one question: the options that meet it, and those where the law is unsure."""

    __test__ = False  # not a pytest class
    question: str
    options: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()
    up_to: str = ""
    country_list: str = ""


@dataclass(frozen=True)
class AllOf:
    """Met if every part is."""

    parts: tuple[Predicate, ...]


@dataclass(frozen=True)
class AnyOf:
    """Met if at least one part is."""

    parts: tuple[Predicate, ...]


@dataclass(frozen=True)
class Not:
    """Met if its part is not."""

    part: Predicate


Predicate = Test | AllOf | AnyOf | Not


def each_test(predicate: Predicate) -> Iterator[Test]:
    """Every test in a predicate, in the order written."""
    match predicate:
        case Test():
            yield predicate
        case Not(part):
            yield from each_test(part)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from each_test(part)


def parse_predicate(raw: Any) -> Predicate:
    """Read a predicate from YAML values; raise one sentence if it is none."""
    if isinstance(raw, Test | AllOf | AnyOf | Not):
        return raw
    if not isinstance(raw, dict) or not raw:
        raise wrong("a rule must be a mapping of questions.", "Write {question: option}.")
    parts = tuple(_part(key, value) for key, value in raw.items())
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _part(key: str, value: Any) -> Predicate:
    if key == "not":
        return Not(parse_predicate(value))
    if key in {"any", "all"}:
        if not isinstance(value, list) or not value:
            raise wrong(f'"{key}" needs a list of rules.', f"Write {key}: [{{...}}, {{...}}].")
        if len(value) > MAX_PARTS:
            raise wrong(f'"{key}" has more than {MAX_PARTS} rules.', "Use a country list.")
        parts = tuple(parse_predicate(part) for part in value)
        return AllOf(parts) if key == "all" else AnyOf(parts)
    return _test(key, value)


def _test(question: str, value: Any) -> Test:
    if isinstance(value, str | list):
        return Test(question, options=_options(question, value))
    if isinstance(value, dict) and _readable(value):
        return Test(
            question,
            options=_options(question, value["options"]) if "options" in value else (),
            maybe=_options(question, value["maybe"]) if "maybe" in value else (),
            up_to=_option(question, value.get("up_to", "")),
            country_list=_option(question, value.get("in", "")),
        )
    raise wrong(
        f'the test of "{question}" cannot be read.',
        "Write an option, a list of options, {in: list} or {up_to: option}, with maybe: [...].",
    )


def _readable(value: dict[str, Any]) -> bool:
    """Whether a test names exactly one way to choose options, and nothing unknown."""
    ways = {"in", "up_to", "options"}
    return len(ways & value.keys()) == 1 and not value.keys() - ways - {"maybe"}


def _options(question: str, value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    if not values:
        raise wrong(f'the test of "{question}" has no option.', "Name at least one.")
    return tuple(_option(question, each) for each in values)


def _option(question: str, value: Any) -> str:
    if not isinstance(value, str):
        raise wrong(f'an option of "{question}" must be its id.', "Write the option's id.")
    return value


Rule = Annotated[
    Predicate,
    PlainValidator(parse_predicate),
    WithJsonSchema(
        {
            "type": "object",
            "minProperties": 1,
            "description": "Questions and the options that meet the condition; any, all, not.",
        }
    ),
]
