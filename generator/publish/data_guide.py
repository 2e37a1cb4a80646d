"""data/README.md: a table a noun, from the models."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from generator.model.base import Frozen, Record, To
from generator.model.dataset import PLACES
from generator.model.predicate import AllOf, AnyOf, Not, Test
from generator.model.walk import models_in

HEAD = """# The data

One YAML file a record; the file's name is its id, its address and its anchor. This page is made
from the models by `make describe`; do not edit it. How to add a record: see
[CONTRIBUTING](../CONTRIBUTING.md).

Every scalar is text: `62.20` stays 62.20 and `no` stays a word. Dates are `2026-01-31`, or
`2026-01` or `2026` where a source is no more exact. A field that is not needed may be left out.
"""


def data_guide() -> str:
    """The guide as Markdown."""
    parts = [HEAD]
    shown: list[type[Frozen]] = []
    for place in PLACES:
        many = ", many records in one file" if place.entries else ""
        where = f"`data/{place.path}`{many}. {_doc(place.model)}"
        parts.append(f"## {place.noun}\n\n{where}\n\n{_table(place.model)}")
        shown += [each for each in models_in(place.model) if each not in shown]
    parts.append("# What records are made of\n")
    nouns = {place.model for place in PLACES}
    parts += [
        f"## {model.__name__}\n\n{_doc(model)}\n\n{_table(model)}"
        for model in sorted(set(shown) - nouns, key=lambda each: each.__name__)
    ]
    return "\n".join(parts).rstrip() + "\n"


def _doc(model: type[Frozen]) -> str:
    return " ".join((inspect.getdoc(model) or "").split())


def _table(model: type[Frozen]) -> str:
    return "\n".join(["| field | needed | what it is |", "| --- | --- | --- |", *_rows(model), ""])


def _rows(model: type[Frozen]) -> Iterator[str]:
    hints = get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        if name == "id" and issubclass(model, Record):
            continue
        needed = "yes" if field.is_required() else ""
        about = f". {field.description}" if field.description else ""
        yield f"| `{field.alias or name}` | {needed} | {_kind(hints[name])}{about} |"


def _kind(hint: Any) -> str:
    """A type in an editor's words."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        to = next((each.noun for each in arguments[1:] if isinstance(each, To)), "")
        return f"id of a {'public record' if to == 'any' else to}" if to else _kind(arguments[0])
    if origin is Literal:
        return " or ".join(f"`{each}`" for each in arguments)
    if origin is tuple:
        inner = [each for each in arguments if each is not ...]
        pair = len(arguments) == len(inner)
        return f"[least, most]: {_kind(inner[0])}" if pair else f"list: {_kind(inner[0])}"
    if origin is dict:
        return f"mapping: {_kind(arguments[0])} to {_kind(arguments[1])}"
    if arguments:
        inner_kinds = [_kind(each) for each in arguments if each is not type(None)]
        rule = {AllOf, AnyOf, Not, Test} & set(arguments)
        return "a rule" if rule else " or ".join(inner_kinds)
    if isinstance(hint, type) and issubclass(hint, Frozen):
        return hint.__name__
    return {"str": "text", "int": "number", "float": "number"}.get(hint.__name__, "date")
