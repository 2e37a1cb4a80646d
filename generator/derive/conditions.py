"""Rules compiled to bit masks, and evaluated in three values.

An answer is the set of options still possible: one bit when answered, every bit when not asked or
unsure. A test holds two sets of options, ``must`` and ``may``: all of the answer in ``must`` is
yes, none of it in ``may`` is no, anything else is unknown. AND is the least, OR the greatest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

from generator.model.dataset import Dataset
from generator.model.predicate import AllOf, AnyOf, Not, Predicate, Test
from generator.model.quiz import Question

NO, UNKNOWN, YES = 0, 1, 2

Answers = Mapping[str, int]
"""Question id -> bits of the options still possible; a question that is absent was not asked."""


@dataclass(frozen=True)
class Atom:
    """A test on one question, as two sets of options."""

    question: str
    must: int
    may: int


@dataclass(frozen=True)
class Both:
    """The least of its parts."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True)
class Either:
    """The greatest of its parts."""

    parts: tuple[Tree, ...]


Tree = Atom | Both | Either


@dataclass(frozen=True)
class Options:
    """The options of every question, in order, and the codes of every country list."""

    of: Mapping[str, tuple[str, ...]]
    lists: Mapping[str, tuple[str, ...]]

    def bits(self, question: str, options: tuple[str, ...]) -> int:
        """The bit set of some options."""
        index = self.of[question].index
        return reduce(lambda bits, option: bits | 1 << index(option), options, 0)

    def all(self, question: str) -> int:
        """Every option of a question."""
        return (1 << len(self.of[question])) - 1


def options_of(dataset: Dataset) -> Options:
    """The options of every question of the quiz."""
    lists = {each.id: each.codes for each in dataset.of("country-list").values()}
    options = {each.id: _ids(each, lists) for each in dataset.questions.values()}
    return Options(options, lists)


def _ids(question: Question, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ids of a question's options: the codes of its list, then those it writes itself."""
    own = tuple(option.id for option in question.options)
    codes = lists[question.options_from] if question.options_from else ()
    return (*(code for code in codes if code not in own), *own)


def compile_rule(rule: Predicate, options: Options) -> Tree:
    """Compile a rule; ``not`` is pushed down to the tests, where it swaps and complements."""
    match rule:
        case Test():
            return _atom(rule, options)
        case AllOf(parts):
            return Both(tuple(compile_rule(part, options) for part in parts))
        case AnyOf(parts):
            return Either(tuple(compile_rule(part, options) for part in parts))
        case Not(part):
            return _negated(compile_rule(part, options), options)


def _atom(test: Test, options: Options) -> Atom:
    every = options.of[test.question]
    must = test.options
    if test.country_list:
        must = options.lists[test.country_list]
    if test.up_to:
        must = every[: every.index(test.up_to) + 1]
    bits = options.bits(test.question, must)
    return Atom(test.question, bits, bits | options.bits(test.question, test.maybe))


def _negated(tree: Tree, options: Options) -> Tree:
    match tree:
        case Atom(question, must, may):
            every = options.all(question)
            return Atom(question, every & ~may, every & ~must)
        case Both(parts):
            return Either(tuple(_negated(part, options) for part in parts))
        case Either(parts):
            return Both(tuple(_negated(part, options) for part in parts))


def evaluate(tree: Tree, answers: Answers) -> int:
    """Evaluate a rule: NO, UNKNOWN or YES."""
    match tree:
        case Atom(question, must, may):
            possible = answers.get(question)
            if possible is None:
                return UNKNOWN
            if possible & ~must == 0:
                return YES
            return NO if possible & may == 0 else UNKNOWN
        case Both(parts):
            return min(evaluate(part, answers) for part in parts)
        case Either(parts):
            return max(evaluate(part, answers) for part in parts)


def atoms(tree: Tree) -> tuple[Atom, ...]:
    """Every test in a rule."""
    if isinstance(tree, Atom):
        return (tree,)
    return tuple(atom for part in tree.parts for atom in atoms(part))
