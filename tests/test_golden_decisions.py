"""Decisions, one line a pathway and level, so that a diff shows what a change of data does."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
from pathlib import Path

from generator.derive.conditions import options_of
from generator.derive.outcomes import Rule, rules_of
from generator.derive.pathways import goals_of
from generator.model.dataset import Dataset
from generator.model.open_data import SCHEMA_VERSION
from generator.publish.data.answers import answer_shapes
from generator.publish.data.pages import page_schema
from generator.publish.data.shapes import shapes

GOLDEN = Path(__file__).parent / "golden/pathways.csv"
SHAPE = Path(__file__).parent / "golden/api.txt"
HEAD = (
    *("pathway", "level", "visa", "use", "license", "contact"),
    *("reading", "standing", "goals", "rules"),
)


def signed(rule: Rule) -> str:
    """A rule's id, and a short hash of what it asks."""
    return f"{rule.id}#{hashlib.sha256(repr(rule.tree).encode()).hexdigest()[:6]}"


def decisions(dataset: Dataset) -> str:
    options = options_of(dataset)
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(HEAD)
    for pathway in dataset.pathways.values():
        visa, use, license_ = pathway.visa, pathway.use, pathway.license
        how_sure = pathway.reading, pathway.standing or ""
        goals = " ".join(goals_of(dataset, pathway))
        rules = " ".join(map(signed, rules_of(dataset, pathway, options)))
        for level in pathway.levels:
            row = (pathway.id, level, visa, use, license_, pathway.contact, *how_sure, goals, rules)
            writer.writerow(row)
    return table.getvalue()


def test_what_the_data_decides_is_what_was_agreed(real: Dataset) -> None:
    found = decisions(real)
    if os.environ.get("AGREE"):
        GOLDEN.write_text(found, "utf-8")
    assert found == GOLDEN.read_text("utf-8"), "if the change is meant, run: make agree"


def fields() -> dict[str, str]:
    """Every field that the open data promises, and what may stand in it."""
    page = page_schema()
    every = {**shapes(), **answer_shapes(), "Page": page, **page["$defs"]}
    return {
        f"{name}.{field}": without_words(schema)
        for name, shape in every.items()
        for field, schema in shape.get("properties", {}).items()
    }


def without_words(schema: object) -> str:
    """A schema in a line, without what it says to people."""
    return json.dumps(json.loads(json.dumps(schema), object_hook=_wordless), sort_keys=True)


def _wordless(each: dict[str, object]) -> dict[str, object]:
    words = isinstance(each.get("description"), str)
    return {name: value for name, value in each.items() if not words or name != "description"}


def breaks(old: dict[str, str], new: dict[str, str]) -> list[str]:
    """The fields that went, or hold something else."""
    return [each for each in old if new.get(each) != old[each]]


def test_the_shape_of_the_open_data_is_what_its_version_promises() -> None:
    first, *lines = SHAPE.read_text("utf-8").splitlines()
    promised = dict(line.split(": ", 1) for line in lines)
    agreed = [int(each) for each in first.split(".")]
    version = [int(each) for each in SCHEMA_VERSION.split(".")]
    found = fields()
    if breaks(promised, found):
        assert version[0] > agreed[0], (
            f"a break needs a new first number: {breaks(promised, found)}"
        )
    if found.keys() - promised.keys():
        assert version > agreed, "new fields need a new second number of SCHEMA_VERSION"
    text = "\n".join([SCHEMA_VERSION, *(f"{name}: {each}" for name, each in found.items())]) + "\n"
    if os.environ.get("AGREE"):
        SHAPE.write_text(text, "utf-8")
    assert text == SHAPE.read_text("utf-8"), "if the change is meant, run: make agree"


def test_a_field_that_goes_or_changes_is_a_break_and_a_new_one_is_not() -> None:
    old = {"Visa.name": "text", "Visa.url": "text"}
    assert breaks(old, {**old, "Visa.more": "text"}) == []
    assert breaks(old, {"Visa.name": "text"}) == ["Visa.url"]
    assert breaks(old, {**old, "Visa.name": "number"}) == ["Visa.name"]
