"""What a pathway says for a set of answers, and whether it can say yes at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.conditions import (
    NO,
    YES,
    Atom,
    Options,
    Tree,
    atoms,
    compile_rule,
    evaluate,
)
from generator.derive.pathways import conditions_of, goals_of
from generator.model.claim import Condition
from generator.model.dataset import Dataset
from generator.model.predicate import Test
from generator.model.state import Pathway

LEVEL, GOAL = "level", "goal"
"""The questions that a pathway's levels and its use's goals answer to."""


@dataclass(frozen=True)
class Rule:
    """A condition of a pathway, compiled."""

    id: str
    tree: Tree


def rules_of(dataset: Dataset, pathway: Pathway, options: Options) -> tuple[Rule, ...]:
    """Every rule of a pathway that decides: its levels, its goals, then its conditions."""
    rules = [
        Rule(question, compile_rule(Test(question, wanted), options))
        for question, wanted in (
            (LEVEL, pathway.levels),
            (GOAL, goals_of(dataset, pathway)),
        )
        if question in options.of
    ]
    for each in conditions_of(dataset, pathway):
        condition = each.condition
        if isinstance(condition, Condition) and condition.met_when is not None:
            tree = compile_rule(condition.met_when, options)
            rules.append(Rule(f"{each.owner.id}/{condition.id}", tree))
    return tuple(rules)


def possible(trees: Sequence[Tree], options: Options) -> bool:
    """Whether some answers meet every rule at once.

    Asks one question after another; options that no test tells apart count as one.
    """
    every = [atom for tree in trees for atom in atoms(tree)]
    questions = list(dict.fromkeys(atom.question for atom in every))
    choices = {question: _classes(question, every, options) for question in questions}

    def search(answers: dict[str, int], rest: list[str]) -> bool:
        if any(evaluate(tree, answers) == NO for tree in trees):
            return False
        if not rest:
            return all(evaluate(tree, answers) == YES for tree in trees)
        return any(search({**answers, rest[0]: bit}, rest[1:]) for bit in choices[rest[0]])

    return search({}, questions)


def _classes(question: str, every: Sequence[Atom], options: Options) -> list[int]:
    """One option for each set of options that all tests treat alike, as its bit."""
    tests = [atom for atom in every if atom.question == question]
    classes: dict[tuple[bool, ...], int] = {}
    for number in range(len(options.of[question])):
        bit = 1 << number
        seen_as = tuple(bool(mask & bit) for atom in tests for mask in (atom.must, atom.may))
        classes.setdefault(seen_as, bit)
    return list(classes.values())
