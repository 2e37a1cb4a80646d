"""Every combination of answers that a pathway can tell apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

Quiz = dict[str, Any]


def atoms(tree: Any) -> Iterator[tuple[str, int, int]]:
    """Every test in a compiled rule."""
    if isinstance(tree, dict):
        for part in (part for parts in tree.values() for part in parts):
            yield from atoms(part)
    else:
        yield tree[0], tree[1], tree[2]


def alone(quiz: Quiz, pathway: str) -> Quiz:
    """The quiz with one pathway, its conditions that decide, and their questions."""
    found = next(each for each in quiz["pathways"] if each["id"] == pathway)
    conditions = [quiz["conditions"][number] for number in found["conditions"]]
    conditions = [each for each in conditions if "when" in each]
    asked = {question for each in conditions for question, _, _ in atoms(each["when"])}
    return {
        "questions": [each for each in quiz["questions"] if each["id"] in asked],
        "conditions": conditions,
        "pathways": [{**found, "conditions": list(range(len(conditions)))}],
    }


def choices(small: Quiz, *, collapse: bool = True) -> list[tuple[str, list[str]]]:
    """For each question one option of each class that no test tells apart, and ``unsure``.

    Without ``collapse``, one option of every class of the whole quiz.
    """
    tests = [test for each in small["conditions"] for test in atoms(each["when"])]
    found = []
    for question in small["questions"]:
        masks = [
            mask for name, *both in tests if name == question["id"] for mask in (both[0], both[1])
        ]
        seen: dict[Any, str] = {}
        for option, bit in question["options"].items():
            kind = tuple(mask >> bit & 1 for mask in masks) if collapse else bit
            seen.setdefault(kind, option)
        found.append((question["id"], [*seen.values(), "unsure"]))
    return found


def combinations(offered: list[tuple[str, list[str]]]) -> Iterator[dict[str, str]]:
    """Every combination of some options."""
    names = [name for name, _ in offered]
    for picked in product(*(options for _, options in offered)):
        yield dict(zip(names, picked, strict=True))


STATES = {"unmet": "0", "unknown": "1", "met": "2", "not-assessed": "3"}
OUTCOMES = {"closed": "c", "need-facts": "f", "open-if": "i", "open": "o", "not-assessed": "n"}


def without_lists(quiz: Quiz) -> Quiz:
    """The quiz with only the conditions that decide, so that many evaluations are quick."""
    deciding = [number for number, each in enumerate(quiz["conditions"]) if "when" in each]
    place = {number: at for at, number in enumerate(deciding)}
    return {
        **quiz,
        "conditions": [quiz["conditions"][number] for number in deciding],
        "pathways": [
            {**each, "conditions": [place[at] for at in each["conditions"] if at in place]}
            for each in quiz["pathways"]
        ],
    }
