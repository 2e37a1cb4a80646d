"""The block of the eligibility quiz: the words of its form and of its results."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.inline import Ref
from generator.model.tables import Choice


@dataclass(frozen=True)
class Ending:
    """Where a form ends for an answer, and the page to read instead."""

    option: Choice
    page: Ref


@dataclass(frozen=True)
class Asked:
    """A question of a form.

    ``typed`` are the names to type, such as countries, in the order of the question's options;
    ``also`` are other names for some of them.
    """

    id: str
    asks: str
    why: str
    help: str
    choices: tuple[Choice, ...]
    typed: tuple[str, ...] = ()
    also: tuple[Choice, ...] = ()
    endings: tuple[Ending, ...] = ()


@dataclass(frozen=True)
class Meaning:
    """A word of the results: its id, its name, what it means, and whether its list is folded."""

    id: str
    name: str
    meaning: str = ""
    folded: bool = False


@dataclass(frozen=True)
class Form:
    """The eligibility quiz. For screens alone: elsewhere the lists below it on its page stand in.

    Attributes:
        data: The compiled quiz as JSON.
        questions: Every question, in order.
        outcomes: What a pathway may come to, best first.
        states: What a requirement may come to, worst first.
        compare: The page that shows visas side by side; its fragment may name some.
    """

    data: str
    questions: tuple[Asked, ...]
    outcomes: tuple[Meaning, ...]
    states: tuple[Meaning, ...]
    compare: Ref
