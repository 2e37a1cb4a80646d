"""JSON Schema for every noun, from the models; editors complete and validate with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.model.base import Record
from generator.model.dataset import PLACES, Dataset, Place

_VOCABULARIES = {place.noun for place in PLACES if place.path.startswith("vocabularies/")}
CLOSED = (_VOCABULARIES - {"term"}) | {"country-list", "question", "state"}
"""Nouns whose ids a schema lists; of the others there are too many, or too often new ones."""


def schemas(dataset: Dataset) -> Mapping[str, str]:
    """Every schema as text, by the name of its file.

    Args:
        dataset: Where the closed vocabularies come from.
    """
    words = {noun: list(dataset.of(noun)) for noun in CLOSED}
    return {
        f"{place.noun}.json": json.dumps(_schema(place, words), indent=1, ensure_ascii=False) + "\n"
        for place in PLACES
    }


@cache
def _of_model(model: type[Record]) -> str:
    """The schema of a model, which takes longer to make than to read again."""
    return json.dumps(model.model_json_schema(by_alias=True))


def _schema(place: Place, words: Mapping[str, list[str]]) -> dict[str, Any]:
    schema = json.loads(_of_model(place.model))
    definitions = schema.pop("$defs", {})
    for each in (schema, *definitions.values()):
        _without_id(each, own=each is schema)
    if place.entries:
        doc = f"Each key is the id of one {place.noun}."
        schema = {"type": "object", "description": doc, "additionalProperties": schema}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": place.noun,
        **schema,
        "$defs": definitions,
    }
    _with_words(whole, words)
    return whole


def _without_id(schema: dict[str, Any], *, own: bool) -> None:
    """A record's id is its file's name or its key, so it never stands inside."""
    if own:
        schema.get("properties", {}).pop("id", None)
        schema["required"] = [name for name in schema.get("required", []) if name != "id"]


def _with_words(value: Any, words: Mapping[str, list[str]]) -> None:
    """Turn each id of a closed vocabulary into a choice, wherever it stands."""
    if isinstance(value, dict):
        noun = value.pop("x-names", None)
        if noun in words:
            value["enum"] = words[noun]
        for each in value.values():
            _with_words(each, words)
    elif isinstance(value, list):
        for each in value:
            _with_words(each, words)
