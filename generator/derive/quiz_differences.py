"""For whom the outcome of a pathway differs between two editions of the data, counted exactly.

The outcome of a pathway is the least of what its conditions come to, so conditions that share no
question are counted apart and joined: no edition is too large to be compared in a moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from generator.derive.quiz import Answers, Quiz, study

RANKS = ("closed", "need-facts", "open-if", "open", "not-assessed")
"""From what decides most to what decides nothing."""

Outcomes = tuple[str, str]
"""What a pathway comes to before, and after."""


@dataclass(frozen=True)
class Some:
    """Combinations of answers that fare alike: how many there are, and one of them."""

    count: int
    example: Answers


def outcome_changes(old: Quiz, new: Quiz) -> Mapping[str, tuple[int, Mapping[Outcomes, Some]]]:
    """For each pathway of both editions whose outcome differs for somebody: whom, and how.

    Args:
        old: The compiled quiz before.
        new: The compiled quiz after.

    Returns:
        By pathway, how many combinations of answers its rules tell apart, and those among them
        that fare differently, by their two outcomes.
    """
    both = [each["id"] for each in new["pathways"] if each["id"] in _ids(old)]
    found = {}
    for pathway in both:
        spread = _spread(_alone(old, pathway), _alone(new, pathway))
        changed = {pair: some for pair, some in spread.items() if pair[0] != pair[1]}
        if changed:
            found[pathway] = (sum(some.count for some in spread.values()), changed)
    return found


def _ids(quiz: Quiz) -> set[str]:
    return {each["id"] for each in quiz["pathways"]}


def _alone(quiz: Quiz, pathway: str) -> Quiz:
    """The quiz with one pathway and its conditions that decide."""
    found = next(each for each in quiz["pathways"] if each["id"] == pathway)
    conditions = [quiz["conditions"][number] for number in found["conditions"]]
    return _part(quiz, [each for each in conditions if "when" in each])


def _part(quiz: Quiz, conditions: Sequence[Any]) -> Quiz:
    pathway = {"id": "", "conditions": list(range(len(conditions)))}
    return {**quiz, "conditions": conditions, "pathways": [pathway]}


def _tests(tree: Any) -> Iterator[tuple[str, int, int]]:
    if isinstance(tree, dict):
        for part in (part for parts in tree.values() for part in parts):
            yield from _tests(part)
    else:
        yield tree[0], tree[1], tree[2]


def _asked(conditions: Iterable[Any]) -> set[str]:
    return {test[0] for each in conditions for test in _tests(each["when"])}


def _spread(old: Quiz, new: Quiz) -> Mapping[Outcomes, Some]:
    """How many combinations come to which outcomes before and after."""
    spread = {("not-assessed", "not-assessed"): Some(1, {})}
    for questions in _apart([*old["conditions"], *new["conditions"]]):
        parts = [
            _part(quiz, [each for each in quiz["conditions"] if _asked([each]) <= questions])
            for quiz in (old, new)
        ]
        spread = _joined(spread, _counted(parts[0], parts[1], questions))
    return spread


def _apart(conditions: Iterable[Any]) -> list[set[str]]:
    """The questions, in groups of which no condition needs two."""
    groups: list[set[str]] = []
    for condition in conditions:
        asked = _asked([condition])
        met = [each for each in groups if each & asked]
        groups = [each for each in groups if not each & asked]
        groups.append(asked.union(*met))
    return groups


def _counted(old: Quiz, new: Quiz, questions: set[str]) -> Mapping[Outcomes, Some]:
    """Every combination of answers to some questions, by what it comes to before and after."""
    found: dict[Outcomes, Some] = {}
    names = sorted(questions)
    for picked in product(*(_choices(old, new, name) for name in names)):
        answers = dict(zip(names, picked, strict=True))
        pair = study(old, answers)[""].outcome, study(new, answers)[""].outcome
        before = found.get(pair, Some(0, answers))
        found[pair] = Some(before.count + 1, before.example)
    return found


def _choices(old: Quiz, new: Quiz, question: str) -> list[str]:
    """An option for each kind that the rules of either edition tell apart, and ``unsure``."""
    kinds: dict[str, list[Any]] = {}
    for quiz in (new, old):
        asked = [each["options"] for each in quiz["questions"] if each["id"] == question]
        options: Mapping[str, int] = asked[0] if asked else {}
        masks = [
            mask
            for condition in quiz["conditions"]
            for name, *both in _tests(condition["when"])
            if name == question
            for mask in both
        ]
        for option in [*kinds, *(each for each in options if each not in kinds)]:
            bit = options.get(option)
            seen = None if bit is None else [mask >> bit & 1 for mask in masks]
            kinds.setdefault(option, [None] if quiz is old else []).append(seen)
    firsts: dict[str, str] = {}
    for option, kind in kinds.items():
        firsts.setdefault(repr(kind), option)
    return [*firsts.values(), "unsure"]


def _joined(some: Mapping[Outcomes, Some], more: Mapping[Outcomes, Some]) -> dict[Outcomes, Some]:
    """Two groups of questions as one: counts multiply, and the least outcome holds."""
    found: dict[Outcomes, Some] = {}
    for (a, b), (c, d) in product(some, more):
        pair = min(a, c, key=RANKS.index), min(b, d, key=RANKS.index)
        left, right = some[a, b], more[c, d]
        example = {**left.example, **right.example}
        before = found.get(pair, Some(0, example))
        found[pair] = Some(before.count + left.count * right.count, before.example)
    return found
