"""The parts that schemas are made of: plain ones, and those that no model has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.publish.data.records import AT_LEAST, CONDITION_LISTS, KNOWN, UNKNOWN
from generator.publish.data.words import MEANINGS

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"

TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT}
MAYBE: Schema = {"type": ["string", "null"]}
COUNT: Schema = {"type": "integer", "minimum": 0}
DAY: Schema = {"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}


def shape(about: str, properties: Mapping[str, Schema]) -> Schema:
    """An object all of whose fields are always there."""
    return closed({"type": "object", "description": about, "properties": dict(properties)})


def closed(schema: Schema) -> Schema:
    """The schema, every field of it needed; new fields may come in a minor version."""
    if "properties" in schema:
        return {**schema, "required": list(schema["properties"])}
    return schema


def described(schema: Schema, about: str) -> Schema:
    """A schema with what it means."""
    return {**schema, "description": about}


def ref(name: str) -> Schema:
    """A reference to a schema by its name."""
    return {"$ref": f"#/$defs/{name}"}


def many(item: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": item}


VERSION = described(TEXT, "The version of the shape: major.minor.patch.")
AS_OF = described({**TEXT, "format": "date"}, "The day as of which the site speaks.")


def envelope(record: Schema) -> Schema:
    """A record with what every answer says of itself."""
    inside = {"schema_version": VERSION, "as_of": AS_OF, "record": described(record, "The record.")}
    return shape("A record, and the day as of which the site speaks.", inside)


def rule_shape() -> Schema:
    """A rule: one shape of four."""
    many = {"type": "array", "items": ref("Rule")}
    test = {
        "question": {**TEXT, "description": "The id of a question."},
        "options": {**TEXTS, "description": "Any of these answers meets it."},
        "up_to": {**TEXT, "description": "This answer and those before it meet it."},
        "in": {**TEXT, "description": "The countries of this list meet it."},
        "maybe": {**TEXTS, "description": "Answers for which the law itself is unsure."},
    }
    return {
        "description": "What an answer must be: a test of one question, or rules together.",
        "oneOf": [
            {"type": "object", "properties": test, "required": ["question", "maybe"]},
            *(
                {"type": "object", "properties": {each: inner}, "required": [each]}
                for each, inner in (
                    ("all", many),
                    ("any", many),
                    ("not", ref("Rule")),
                )
            ),
        ],
    }


_NAMED: Mapping[str, Schema] = {
    "claim": {**TEXT, "description": "The public id of the claim."},
    "says": {**TEXT, "description": MEANINGS["says"]},
    "noun": {**TEXT, "description": "What kind of record has the rest."},
    "record": {**TEXT, "description": "The id of the record that has the rest."},
}


def step_shape() -> Schema:
    """A step of a pathway."""
    properties: Mapping[str, Schema] = {
        "number": {**COUNT, "description": "Its place, from 1."},
        **_NAMED,
        "after": {"type": "array", "items": COUNT, "description": "The numbers of earlier steps."},
        "wave": {**COUNT, "description": "0 waits for nothing; one wave can run side by side."},
        "start_before": described(
            {"anyOf": [many(COUNT), {"type": "null"}]},
            "By how many days before the first day it must start: least, most; null if not known.",
        ),
        "start_before_word": described(
            {"enum": [KNOWN, AT_LEAST, UNKNOWN]}, "at-least: later steps have no known time."
        ),
        "start_before_unknown": described(
            COUNT, "How many steps from it on have no known time; they take more."
        ),
    }
    return shape("A requirement in its place among the steps of a pathway.", properties)


def listed_shape() -> Schema:
    """A condition of a pathway that is not a step."""
    place = {"enum": [each for each in CONDITION_LISTS if each != "requires"]}
    heading = {**place, "description": "The list that it stands in."}
    return shape("A condition of a pathway.", {"list": heading, **_NAMED})
