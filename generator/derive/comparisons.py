"""What sets visas and licenses apart: by their own conditions, never by a tag."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive.conditions import NO, Options, compile_rule, evaluate
from generator.derive.pathways import listed_in
from generator.model.base import Record
from generator.model.claim import Claim, Condition
from generator.model.dataset import Dataset
from generator.model.predicate import Test, each_test
from generator.model.state import License
from generator.model.visa import Visa

Holder = Visa | License


@dataclass(frozen=True)
class Term:
    """A condition of a visa or a license, and the use that it is for; empty for every use."""

    owner: Record
    condition: Claim
    heading: str
    use: str = ""

    @property
    def tests(self) -> tuple[Test, ...]:
        """What it asks; nothing, if it is not assessed."""
        rule = self.condition.met_when if isinstance(self.condition, Condition) else None
        return tuple(each_test(rule)) if rule else ()

    @property
    def questions(self) -> frozenset[str]:
        """The questions that decide it."""
        return frozenset(test.question for test in self.tests)


@dataclass(frozen=True)
class Compared:
    """A visa or a license with its conditions."""

    holder: Holder
    terms: tuple[Term, ...]

    @property
    def questions(self) -> frozenset[str]:
        """The questions that decide some condition."""
        return frozenset().union(*(term.questions for term in self.terms))


def compared(dataset: Dataset, holder: Holder) -> Compared:
    """A visa or a license as a column of a comparison."""
    return Compared(holder, terms_of(dataset, holder))


def terms_of(dataset: Dataset, holder: Holder) -> tuple[Term, ...]:
    """Every condition of a visa, for all its uses, or of a license; each once."""
    found = [
        Term(each.owner, each.condition, each.heading)
        for each in listed_in(dataset, holder, holder)
    ]
    if isinstance(holder, Visa):
        found += [
            Term(each.owner, each.condition, each.heading, use.id)
            for use in holder.uses
            for each in listed_in(dataset, holder, use)
        ]
    return tuple(found)


def contact_by_level(holder: Holder, ladder: list[str]) -> dict[str, str]:
    """The most patient contact for each level that a visa, in any use, or a license serves."""
    ceilings = (
        [use.contact.ceiling for use in holder.uses]
        if isinstance(holder, Visa)
        else [holder.contact.ceiling]
    )
    best: dict[str, str] = {}
    for ceiling in ceilings:
        for level, contact in ceiling.items():
            if level not in best or ladder.index(contact) > ladder.index(best[level]):
                best[level] = contact
    return best


def possible_options(column: Compared, question: str, options: Options) -> tuple[str, ...]:
    """The answers to a question that no condition excludes, for at least one use."""
    holder = column.holder
    uses = [use.id for use in holder.uses] if isinstance(holder, Visa) else [""]
    return tuple(
        option
        for number, option in enumerate(options.of[question])
        if any(_allowed(column.terms, use, {question: 1 << number}, options) for use in uses)
    )


def _allowed(terms: tuple[Term, ...], use: str, answers: dict[str, int], options: Options) -> bool:
    """Whether no condition of one use says no."""
    rules = (
        each.condition.met_when
        for each in terms
        if each.use in {"", use} and isinstance(each.condition, Condition)
    )
    return all(
        evaluate(compile_rule(rule, options), answers) != NO for rule in rules if rule is not None
    )


def ordered_questions(dataset: Dataset) -> frozenset[str]:
    """The questions whose answers have an order: some rule says "up to"."""
    holders: tuple[Holder, ...] = (*dataset.visas.values(), *dataset.licenses.values())
    return frozenset(
        test.question
        for holder in holders
        for term in terms_of(dataset, holder)
        for test in term.tests
        if test.up_to
    )
