"""What the columns of a comparison can be chosen and sorted by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.compose.context import Context
from generator.derive.comparisons import (
    Compared,
    contact_by_level,
    ordered_questions,
    possible_options,
)
from generator.derive.conditions import Options, options_of
from generator.model.inline import Ref
from generator.model.tables import Choice, Column, Controls, FacetChoice
from generator.model.visa import Visa
from generator.model.vocabulary import Facet

SHARES = (
    Choice("every", "Every pathway"),
    Choice("some", "Some pathways"),
    Choice("none", "No pathway"),
)
RULES = (Choice("set", "A rule asks"), Choice("none", "No rule that we assess"))


@dataclass(frozen=True)
class Sieve:
    """One facet: all its choices, and those that each column has."""

    id: str
    name: str
    choices: tuple[Choice, ...]
    has: tuple[frozenset[str], ...]


def share(context: Context, compared: Compared, requirement: str) -> str:
    """Whether every, some or no pathway of a visa or license has a shared requirement."""
    mine = set(context.pathways.get(compared.holder.id, ()))
    found = mine & set(context.pathways.get(requirement, ()))
    if not found:
        return "none"
    return "every" if found == mine else "some"


def controls(
    context: Context, table: str, noun: str, columns: Sequence[Compared]
) -> tuple[Controls, tuple[Column, ...]]:
    """The controls of a comparison, and what each of its columns is chosen by."""
    options = options_of(context.dataset)
    sieves = [each for each in _sieves(context, columns, options) if len(_used(each)) > 1]
    orders = _orders(context, columns, options)
    ids = [each.holder.id.rpartition("/")[2] for each in columns]
    made = Controls(
        table=table,
        noun=noun,
        columns=tuple(
            Choice(column, each.holder.short_name)
            for column, each in zip(ids, columns, strict=True)
        ),
        facets=tuple(FacetChoice(each.id, each.name, _used(each)) for each in sieves),
        sorts=tuple(choice for choice, _ in orders),
    )
    return made, tuple(
        Column(
            id=ids[number],
            link=Ref(each.holder.id, each.holder.short_name),
            has=tuple(
                f"{sieve.id}.{choice.id}"
                for sieve in sieves
                for choice in sieve.choices
                if choice.id in sieve.has[number]
            ),
            ranks=tuple(ranks[number] for _, ranks in orders),
        )
        for number, each in enumerate(columns)
    )


def _used(sieve: Sieve) -> tuple[Choice, ...]:
    """The choices that some column has."""
    return tuple(each for each in sieve.choices if any(each.id in has for has in sieve.has))


def _sieves(context: Context, columns: Sequence[Compared], options: Options) -> Iterable[Sieve]:
    dataset = context.dataset
    ladder = list(dataset.of("contact"))
    contact = [contact_by_level(each.holder, ladder) for each in columns]
    yield _words(context, "level", "Trainee level", [frozenset(each) for each in contact])
    yield _words(
        context, "contact", "Patient contact", [frozenset(each.values()) for each in contact]
    )
    kinds = [
        each.holder.family if isinstance(each.holder, Visa) else each.holder.kind
        for each in columns
    ]
    visas = isinstance(columns[0].holder, Visa)
    noun, name = ("visa-family", "Who sponsors") if visas else ("license-kind", "Kind")
    yield _words(context, noun, name, [frozenset({each}) for each in kinds])
    for facet in dataset.of("facet").values():
        yield _facet(context, facet, columns, options)


def _words(context: Context, noun: str, name: str, has: Iterable[frozenset[str]]) -> Sieve:
    words = context.dataset.of(noun).values()
    choices = tuple(Choice(word.id, context.name(word)) for word in words)
    return Sieve(noun, name, choices, tuple(has))


def _facet(context: Context, facet: Facet, columns: Sequence[Compared], options: Options) -> Sieve:
    if facet.requirement:
        has = [frozenset({share(context, each, facet.requirement)}) for each in columns]
        return Sieve(facet.id, facet.name, SHARES, tuple(has))
    question = context.dataset.questions[facet.question or ""]
    if facet.shows == "options":
        choices = tuple(Choice(each.id, each.label) for each in question.options)
        has = [frozenset(possible_options(each, question.id, options)) for each in columns]
        return Sieve(facet.id, facet.name, choices, tuple(has))
    asked = [question.id in each.questions for each in columns]
    has = [frozenset({"set" if each else "none"}) for each in asked]
    return Sieve(facet.id, facet.name, RULES, tuple(has))


def _orders(
    context: Context, columns: Sequence[Compared], options: Options
) -> list[tuple[Choice, tuple[int, ...]]]:
    """The orders that mean something, each with the rank of every column; -1 is not known."""
    dataset = context.dataset
    ladder = list(dataset.of("contact"))
    contact = tuple(
        max(map(ladder.index, contact_by_level(each.holder, ladder).values())) for each in columns
    )
    orders = [(Choice("contact", "Most patient contact first"), contact)]
    for question in sorted(ordered_questions(dataset)):
        every = options.of[question]
        ranks = tuple(
            every.index(possible_options(each, question, options)[-1])
            if question in each.questions
            else -1
            for each in columns
        )
        if len({*ranks}) > 1:
            name = dataset.questions[question].short_name
            label = f"{name} that a rule sets, longest first; without a rule last"
            orders.append((Choice(question, label), ranks))
    return orders
