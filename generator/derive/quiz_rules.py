"""The quiz compiled: the conditions that pages print, as one small JSON document.

Options that no rule tells apart become one class, so that a question has at most 30 and a set of
them fits 32 bits. docs/quiz.md describes the document; derive/quiz.py evaluates it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.derive.conditions import (
    Atom,
    Both,
    Options,
    Tree,
    atoms,
    compile_rule,
    options_of,
)
from generator.derive.freshness import newest_day, review_by
from generator.derive.outcomes import GOAL, LEVEL
from generator.derive.pathways import conditions_of, goals_of
from generator.model.base import Record
from generator.model.claim import Claim, Condition
from generator.model.dataset import Dataset
from generator.model.guidance import Alert
from generator.model.predicate import Test
from generator.model.quiz import Question
from generator.model.state import Pathway

MOST_CLASSES = 30
"""A set of classes must fit an integer of 32 bits with a sign."""


@dataclass(frozen=True)
class QuizCondition:
    """A condition of the quiz: its id, its rule if it decides, and the claim it was written as.

    ``options`` are those of a level or goal condition, which no claim states.
    """

    id: str
    tree: Tree | None
    owner: Record | None = None
    claim: Claim | None = None
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rules:
    """Everything the quiz asks and decides, before it is written as JSON."""

    questions: tuple[Question, ...]
    options: Options
    classes: Mapping[str, Mapping[str, int]]
    conditions: tuple[QuizCondition, ...]
    of: Mapping[str, tuple[int, ...]]
    """The numbers of each pathway's conditions, by its id."""
    alerts: tuple[Alert, ...]
    warned: Mapping[str, tuple[int, ...]]
    """The numbers of the alerts that concern each pathway, by its id."""


def rules_of_quiz(dataset: Dataset) -> Rules:
    """Gather what the quiz decides from the data."""
    options = options_of(dataset)
    numbered: dict[str, QuizCondition] = {}
    named = {
        pathway.id: [
            numbered.setdefault(each.id, each).id for each in _conditions(dataset, pathway, options)
        ]
        for pathway in dataset.pathways.values()
    }
    conditions = tuple(sorted(numbered.values(), key=_place))
    place = {each.id: number for number, each in enumerate(conditions)}
    alerts = tuple(dataset.alerts.values())
    trees = [each.tree for each in conditions if each.tree]
    trees += [tree for alert in alerts if (tree := _concerns(alert, options))]
    return Rules(
        tuple(dataset.questions[each] for each in dataset.order),
        options,
        {each: _classes(each, trees, options) for each in dataset.order},
        conditions,
        {pathway: tuple(sorted(place[each] for each in ids)) for pathway, ids in named.items()},
        alerts,
        {each.id: tuple(_warnings(dataset, each, alerts)) for each in dataset.pathways.values()},
    )


def _conditions(dataset: Dataset, pathway: Pathway, options: Options) -> Iterator[QuizCondition]:
    """Every condition of a pathway: its levels, its goals, then those that its page lists."""
    for question, wanted in ((LEVEL, pathway.levels), (GOAL, goals_of(dataset, pathway))):
        if question in options.of:
            tree = compile_rule(Test(question, wanted), options)
            yield QuizCondition(f"{question}/{'+'.join(wanted)}", tree, options=wanted)
    for each in conditions_of(dataset, pathway):
        claim = each.condition
        rule = claim.met_when if isinstance(claim, Condition) else None
        tree_or_none = compile_rule(rule, options) if rule else None
        yield QuizCondition(f"{each.owner.id}/{claim.id}", tree_or_none, each.owner, claim)


_ORDER = ("visa", "license", "pathway", "limit", "requirement")


def _place(condition: QuizCondition) -> tuple[int, str]:
    """Level and goal first, then by the record that writes a condition: visas, licenses, ..."""
    if condition.owner is None:
        return -1, ""
    return _ORDER.index(condition.owner.noun), condition.owner.id


def _concerns(alert: Alert, options: Options) -> Tree | None:
    """Whom an alert concerns, where it concerns some nationalities only."""
    asked = next((each for each, ids in options.of.items() if "US" in ids), "")
    if not alert.countries or not asked:
        return None
    return compile_rule(Test(asked, country_list=alert.countries), options)


def _warnings(dataset: Dataset, pathway: Pathway, alerts: tuple[Alert, ...]) -> Iterator[int]:
    owners = {each.owner.id for each in conditions_of(dataset, pathway)}
    touched = {pathway.id, pathway.visa, pathway.license, *owners}
    for number, alert in enumerate(alerts):
        if touched & {*alert.affects}:
            yield number


def _classes(question: str, trees: Iterable[Tree], options: Options) -> Mapping[str, int]:
    """The class of each option of a question: options that no rule tells apart share one."""
    masks = [
        mask
        for tree in trees
        for atom in atoms(tree)
        if atom.question == question
        for mask in (atom.must, atom.may)
    ]
    seen: dict[tuple[bool, ...], int] = {}
    return {
        option: seen.setdefault(tuple(bool(mask >> bit & 1) for mask in masks), len(seen))
        for bit, option in enumerate(options.of[question])
    }


def compile_quiz(dataset: Dataset, rules: Rules, as_of: date | None = None) -> dict[str, Any]:
    """The public document: questions, conditions once each, alerts and pathways."""
    document = {
        "questions": [
            {
                "id": each.id,
                "nature": each.nature,
                "options": dict(rules.classes[each.id]),
                "ends": {option.id: option.ends_at for option in each.options if option.ends_at},
            }
            for each in rules.questions
        ],
        "conditions": [_condition(dataset, rules, each) for each in rules.conditions],
        "alerts": [_alert(rules, each) for each in rules.alerts],
        "pathways": [
            {
                "id": each.id,
                "visa": each.visa,
                "license": each.license,
                "levels": list(each.levels),
                "contact": each.contact,
                "conditions": list(rules.of[each.id]),
                "alerts": list(rules.warned[each.id]),
            }
            for each in dataset.pathways.values()
        ],
    }
    day = as_of or newest_day(dataset)
    meaning = json.dumps(document, sort_keys=True, separators=(",", ":"))
    version = hashlib.sha256(meaning.encode()).hexdigest()[:16]
    return {"version": version, "as_of": day.isoformat(), **document}


def _condition(dataset: Dataset, rules: Rules, condition: QuizCondition) -> dict[str, Any]:
    written: dict[str, Any] = {"id": condition.id}
    if condition.tree is not None:
        written["when"] = _tree(condition.tree, rules)
    claim = condition.claim
    if isinstance(claim, Condition):
        days = {"from": claim.from_, "until": claim.until, "review": review_day(dataset, claim)}
        written |= {name: day.isoformat() for name, day in days.items() if day}
    return written


def _alert(rules: Rules, alert: Alert) -> dict[str, Any]:
    tree = _concerns(alert, rules.options)
    return {"id": alert.id} | ({"when": _tree(tree, rules)} if tree else {})


def _tree(tree: Tree, rules: Rules) -> Any:
    """A rule as JSON: ``[question, must, may]``, ``{"all": [...]}`` or ``{"any": [...]}``."""
    if isinstance(tree, Atom):
        classes = rules.classes[tree.question]
        every = rules.options.of[tree.question]

        def bits(mask: int) -> int:
            chosen = {classes[option] for bit, option in enumerate(every) if mask >> bit & 1}
            return sum(1 << each for each in chosen)

        return [tree.question, bits(tree.must), bits(tree.may)]
    name = "all" if isinstance(tree, Both) else "any"
    return {name: [_tree(part, rules) for part in tree.parts]}


def review_day(dataset: Dataset, condition: Condition) -> date | None:
    """The last day on which a dated policy may close: then its sources must be read again.

    Standing law has none. A statute read in an older text still holds until somebody amends it,
    and its age is printed beside it; a policy that names the day it starts or ends is expected to
    change, and an old list of it must not turn people away.
    """
    if not condition.from_ and not condition.until:
        return None
    return review_by(dataset, (each.source for each in condition.cites))
