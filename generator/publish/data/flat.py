"""The data as flat tables: one for each noun, and claims, citations and steps beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.model.open_data import PLURALS
from generator.publish.data.claims import CLAIM, claim_tables
from generator.publish.data.columns import Column, Flat
from generator.publish.data.parts import Schema
from generator.publish.data.records import Writer
from generator.publish.data.shapes import MODELS, shapes

Value = dict[str, Any]
BETWEEN = "; "


def flat_tables(writer: Writer, records: Mapping[str, Sequence[Value]]) -> tuple[Flat, ...]:
    """Every table.

    Args:
        writer: Writes records.
        records: Every record as plain values, by the plural of its noun.
    """
    nouns = (_of_noun(noun, records[plural]) for noun, plural in PLURALS.items())
    return (*nouns, *claim_tables(writer.dataset), _steps(records))


def _of_noun(noun: str, records: Iterable[Value]) -> Flat:
    """The fields of a noun that one cell can hold; lists of words are joined."""
    model = MODELS[noun]
    fields = shapes()[model.__name__]["properties"]
    columns = tuple(
        Column(name, kind, field["description"])
        for name, field in fields.items()
        if (kind := _kind(field))
    )
    rows = tuple(tuple(_cell(record[each.name]) for each in columns) for record in records)
    about = " ".join((model.__doc__ or "").split())
    return Flat(PLURALS[noun], about, columns, rows)


def _kind(field: Schema) -> str:
    """What a cell of a field holds; empty if one cell cannot hold it."""
    kinds: set[str] = set()
    for each in field.get("anyOf", (field,)):
        listed = each.get("items", {}).get("type") == "string"
        kind = "string" if listed or "enum" in each or "const" in each else each.get("type", "")
        kinds.update(kind if isinstance(kind, list) else [kind])
    found = kinds - {"null"}
    return found.pop() if len(found) == 1 and found <= {"string", "integer"} else ""


def _cell(value: Any) -> object:
    return BETWEEN.join(value) if isinstance(value, list) else value


STEP_COLUMNS = (
    Column("pathway", "string", "The id of the pathway."),
    CLAIM,
    Column("list", "string", "The list that it stands in; requires for a step."),
    Column("number", "integer", "Its place among the steps, from 1; empty if it is none."),
    Column("after", "string", "The numbers of the steps that come before it."),
    Column("wave", "integer", "0 waits for nothing; one wave can run side by side."),
    Column("start_word", "string", "known, at-least or unknown; empty if it is no step."),
    Column("start_least", "integer", "By how many days before the first day it must start."),
    Column("start_most", "integer", "The same, if every step takes its longest."),
    Column("start_unknown", "integer", "How many steps from it on have no known time."),
)


def _steps(records: Mapping[str, Sequence[Value]]) -> Flat:
    """Everything that each pathway asks for: its steps in order, then its other conditions."""
    rows: list[tuple[object, ...]] = []
    for pathway in records[PLURALS["pathway"]]:
        for step in pathway["steps"]:
            after = BETWEEN.join(map(str, step["after"]))
            days = step["start_before"] or (None, None)
            start = (step["start_before_word"], *days, step["start_before_unknown"])
            head = (pathway["id"], step["claim"], "requires", step["number"])
            rows.append((*head, after, step["wave"], *start))
        rows += [
            (pathway["id"], each["claim"], each["list"], *(None,) * 7)
            for each in pathway["conditions"]
        ]
    links = (("pathway", "pathways", "id"), ("claim", "claims", "claim"))
    about = "Everything that each pathway asks for, a line for each claim."
    return Flat("pathway-claims", about, STEP_COLUMNS, tuple(rows), 2, links)
