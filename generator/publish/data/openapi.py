"""The description of every address of the API, as OpenAPI 3.1."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.model.dataset import PLACES
from generator.model.open_data import (
    API,
    CSV,
    DUMP,
    INDEX,
    LICENSE_ID,
    OPENAPI,
    PACKAGE,
    PLURALS,
    SCHEMA_VERSION,
    SCHEMAS,
    YAML_SCHEMAS,
    ZIP,
    list_file,
    record_file,
    record_folder,
)
from generator.publish.data.answers import answer_shapes
from generator.publish.data.parts import TEXT, Schema, envelope, ref
from generator.publish.data.shapes import MODELS, shapes

Value = dict[str, Any]

ANY: Schema = {"type": "object"}
JSON, BYTES, LINES = "application/json", "application/zip", "text/csv"
PLACED = {place.noun for place in PLACES if place.path.startswith("states/{state}/")} - {"state"}
"""Nouns whose ids begin with a state: ``california/permit-2111``."""


def openapi(known: Mapping[str, object]) -> Value:
    """The description; its addresses are relative to the folder that it stands in.

    Args:
        known: Every file of the API, by its path inside the site.
    """
    every = {**shapes(), **answer_shapes()}
    whole = {
        "openapi": "3.1.0",
        "info": {
            "title": "Clinical Training Pathways",
            "version": SCHEMA_VERSION,
            "summary": "US visas, California licenses and the pathways between them.",
            "description": "Files, all of them: there is no key, no limit and nothing to send.",
            "license": {"name": "CC BY 4.0", "identifier": LICENSE_ID},
        },
        "servers": [{"url": "./", "description": "The folder that this file stands in."}],
        "paths": {**_fixed(known), **_records(known)},
        "components": {"schemas": every},
    }
    moved = json.dumps(whole).replace('"#/$defs/', '"#/components/schemas/')
    found: Value = json.loads(moved)
    return found


def _fixed(known: Mapping[str, object]) -> Value:
    """The addresses of files that stand once, and of schemas and tables."""
    name = _parameter("name", "The name of the file, without what follows the dot.")
    files = {
        INDEX: ("index", "What there is, and where.", JSON, ref("Index")),
        DUMP: ("everything", "Every record, in one file.", JSON, ref("Everything")),
        OPENAPI: ("openapi", "This description.", JSON, ANY),
        PACKAGE: ("datapackage", "Every table and its columns (Frictionless).", JSON, ANY),
        ZIP: ("zip", "Everything, to keep.", BYTES, TEXT),
        f"{API}changes.json": ("changes", "What changed in the data, and when.", JSON, ANY),
    }
    folders = {
        f"{SCHEMAS}{{name}}.json": ("schema", "The JSON Schema of an answer.", JSON, ANY),
        f"{YAML_SCHEMAS}{{name}}.json": ("yaml-schema", "That of a file in data/.", JSON, ANY),
        f"{CSV}{{name}}.csv": ("table", "A table of the data package.", LINES, TEXT),
    }
    return {
        **{_path(path): _get(*each) for path, each in files.items() if path in known},
        **{_path(path): _get(*each, (name,)) for path, each in folders.items()},
    }


def _records(known: Mapping[str, object]) -> Value:
    """For each noun the address of its list, and that of one record where there is any."""
    paths = {}
    for noun, plural in PLURALS.items():
        placed = noun in PLACED
        wanted = "{state}/{id}" if placed else "{id}"
        state = _parameter("state", "The id of a state.")
        one = _parameter("id", "What follows the state in its id." if placed else "Its id.")
        about = f"Every {noun}, in short."
        paths[_path(list_file(noun))] = _get(f"list-{plural}", about, JSON, ref("List"))
        if not any(file.startswith(record_folder(noun)) for file in known):
            continue
        record = envelope(ref(MODELS[noun].__name__))
        parameters = (state, one) if placed else (one,)
        paths[_path(record_file(noun, wanted))] = _get(
            noun, f"One {noun}.", JSON, record, parameters
        )
    return paths


def _path(file: str) -> str:
    return f"/{file.removeprefix(API)}"


def _parameter(name: str, about: str) -> Value:
    return {"name": name, "in": "path", "required": True, "schema": TEXT, "description": about}


def _get(
    name: str, about: str, kind: str, schema: Schema, parameters: tuple[Value, ...] = ()
) -> Value:
    content = {kind: {"schema": schema}} if kind == JSON else {kind: {}}
    asked = {"parameters": list(parameters)} if parameters else {}
    return {
        "get": {
            "operationId": name,
            "summary": about,
            **asked,
            "responses": {"200": {"description": about, "content": content}},
        }
    }
