"""Decisions, one line a pathway and level, so that a diff shows what a change of data does."""

from __future__ import annotations

import csv
import hashlib
import io
import os
from pathlib import Path

from generator.derive.conditions import options_of
from generator.derive.outcomes import Rule, rules_of
from generator.derive.pathways import goals_of
from generator.model.dataset import Dataset

GOLDEN = Path(__file__).parent / "golden/pathways.csv"
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
