"""JSON Schemas of what the API gives: the models, with what the records' writer adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from generator.model.base import Record
from generator.model.dataset import PLACES
from generator.model.open_data import PLURALS, SCHEMA_VERSION
from generator.publish.data.parts import (
    DAY,
    DIALECT,
    MAYBE,
    TEXT,
    Schema,
    closed,
    described,
    envelope,
    listed_shape,
    ref,
    rule_shape,
    step_shape,
)
from generator.publish.data.records import CONDITION_LISTS, KNOWN, NOT_ASSESSED, WORDED
from generator.publish.data.words import MEANINGS, word_for

NUMBERS = {"usd": "number", "days": "integer"}
SUMMARY: Mapping[str, Schema] = {
    name: described(kind, MEANINGS[name])
    for name, kind in (
        ("id", TEXT),
        ("noun", TEXT),
        ("name", TEXT),
        ("url", MAYBE),
        ("file", TEXT),
        ("oldest_source", DAY),
        ("newest_source", DAY),
    )
}
"""What every record has."""
MODELS: Mapping[str, type[Record]] = {
    place.noun: place.model for place in PLACES if place.noun in PLURALS
}


@cache
def shapes() -> Mapping[str, Schema]:
    """The schema of everything that a record may hold, by its name; they refer to ``#/$defs/``."""
    wanted = [(model, "validation") for model in MODELS.values()]
    _, whole = models_json_schema(wanted, by_alias=True)  # type: ignore[arg-type]
    found = {name: _shaped(shape) for name, shape in whole["$defs"].items()}
    for model in MODELS.values():
        _as_record(found[model.__name__], model)
    pathway = found["Pathway"]["properties"]
    pathway["steps"] = _said("steps", {"type": "array", "items": ref("Step")})
    listed = {"type": "array", "items": ref("Listed")}
    pathway["conditions"] = _said("conditions", listed)
    found |= {"Rule": rule_shape(), "Step": step_shape(), "Listed": listed_shape()}
    used = set[str]().union(*(_reached(found, model.__name__) for model in MODELS.values()))
    return {name: closed(_plain(found[name])) for name in sorted(used)}


@cache
def schema_files() -> Mapping[str, Schema]:
    """A schema for each noun: of its record as the API gives it."""
    every = shapes()
    return {
        noun: {"$schema": DIALECT, "title": noun, "$comment": f"schema_version {SCHEMA_VERSION}"}
        | envelope(ref(model.__name__))
        | {"$defs": {name: every[name] for name in sorted(_reached(every, model.__name__))}}
        for noun, model in MODELS.items()
    }


def _reached(every: Mapping[str, Schema], name: str) -> set[str]:
    found, waiting = set[str](), [name]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += [to.rpartition("/")[2] for to in _references(every[each])]
    return found


def _plain(value: Any) -> Any:
    """A schema without our own mark of what an id names."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items() if key != "x-names"}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"]
        for each in value.values():
            yield from _references(each)
    elif isinstance(value, list):
        for each in value:
            yield from _references(each)


def _shaped(schema: Schema) -> Schema:
    """The schema of a model as its values are written, each field with its meaning."""
    properties: dict[str, Schema] = {}
    for name, field in schema.get("properties", {}).items():
        properties[name] = _said(name, _field(name, field))
        if name in WORDED or name == "met_when":
            words = [KNOWN, WORDED.get(name, NOT_ASSESSED)]
            properties[f"{name}_word"] = {"enum": words, "description": word_for(name)}
    if {"standing", "cites"} <= properties.keys():
        properties |= {"as_of": _said("as_of", DAY), "age": _said("age", TEXT)}
    about = " ".join(schema.get("description", "").split())
    return {"type": "object", "description": about, "properties": properties}


def _as_record(schema: Schema, model: type[Record]) -> None:
    """Put before the fields of a record what every record has."""
    noun = {**SUMMARY["noun"], "const": model.noun}
    summary = {**SUMMARY, "noun": noun}
    schema["properties"] = {**summary, **schema["properties"], **summary}


def _said(name: str, field: Schema) -> Schema:
    """A field with its meaning: what its model says, what it names, or what it always means."""
    inner = (field, field.get("items", {}), *field.get("anyOf", ()))
    noun = next((each["x-names"] for each in inner if "x-names" in each), "")
    article = "an" if noun[:1] in "aeio" else "a"
    one = "The" if field.get("type") == "string" else "Each the"
    named = f"{one} id of {article} {noun}."
    about = field.get("description") or MEANINGS.get(name, "") or named * bool(noun)
    also = f" {named}" if noun and about != named and noun != "any" else ""
    return {**field, "description": about + also}


def _field(name: str, field: Schema) -> Schema:
    kept = {key: value for key, value in field.items() if key not in {"default", "title"}}
    if name in CONDITION_LISTS and field.get("type") == "array":
        item = "Requirement" if name == "requires" else "Condition"
        return {"type": "array", "items": ref(item)}
    if name in WORDED:
        known = next(each for each in field["oneOf"] if "const" not in each)
        return {"anyOf": [known, {"type": "null"}]}
    if name == "met_when":
        return {"anyOf": [ref("Rule"), {"type": "null"}]}
    if name in NUMBERS:
        number = {"type": NUMBERS[name], "minimum": 0}
        return {"type": "array", "items": number, "minItems": 2, "maxItems": 2}
    if name in {"as_of", "known_as_of"}:
        return dict(DAY)
    return kept
