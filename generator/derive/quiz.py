"""What the compiled quiz says for a set of answers: the twin of assets/quiz/engine.js.

Both read the same JSON (docs/quiz.md describes it) and are proved equal, answer by answer, in
tests/quiz/. An answer is the set of options still possible; a test on a question holds two sets,
``must`` and ``may``. AND is the least, OR the greatest of NO, UNKNOWN and YES.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

NO, UNKNOWN, YES = 0, 1, 2
STATES = ("unmet", "unknown", "met")

Quiz = Mapping[str, Any]
"""The compiled quiz, as parsed from quiz.json."""

Answers = Mapping[str, str]
"""Question id -> option id. Absent: not asked. ``unsure``: asked, and not known."""


@dataclass(frozen=True)
class Finding:
    """What one pathway says.

    Attributes:
        outcome: open, open-if, need-facts, closed or not-assessed.
        states: The id and state of each condition that exists on the day, in order.
        closing: The ids of the conditions that close it.
        asks: The questions that can still change what it says.
    """

    outcome: str
    states: tuple[tuple[str, str], ...]
    closing: tuple[str, ...]
    asks: frozenset[str]


def evaluate(quiz: Quiz, answers: Answers, on: str | date | None = None) -> dict[str, Any]:
    """Say what every pathway comes to.

    Args:
        quiz: The compiled quiz.
        answers: Option ids by question id; what the quiz does not know is ignored.
        on: The reader's day, ISO. Without it no date is applied.

    Returns:
        For each pathway id ``{"outcome": ..., "requirements": [{"id": ..., "state": ...}]}``.
    """
    return {
        pathway: {
            "outcome": finding.outcome,
            "requirements": [{"id": each, "state": state} for each, state in finding.states],
        }
        for pathway, finding in study(quiz, answers, on).items()
    }


def next_question(quiz: Quiz, answers: Answers, on: str | date | None = None) -> str | None:
    """The first question, in the author's order, that can still matter; None when done."""
    known = _Known(quiz, answers, str(on) if on else "")
    if known.ended:
        return None
    asked: set[str] = set()
    for finding in known.findings(quiz).values():
        if finding.outcome != "closed":
            asked |= finding.asks
    return next((each["id"] for each in quiz["questions"] if each["id"] in asked), None)


def study(quiz: Quiz, answers: Answers, on: str | date | None = None) -> dict[str, Finding]:
    """Everything there is to say about each pathway, by its id; arguments as in ``evaluate``."""
    return _Known(quiz, answers, str(on) if on else "").findings(quiz)


class _Known:
    """The answers as bits, and what each condition says to them."""

    def __init__(self, quiz: Quiz, answers: Answers, on: str) -> None:
        self.conditions = quiz["conditions"]
        self.on = on
        self.bits: dict[str, int] = {}
        self.steps: set[str] = set()
        self.settled: set[str] = set()
        self.ended = False
        self.judged: dict[int, tuple[Any, ...] | None] = {}
        for question in quiz["questions"]:
            name, options = question["id"], question["options"]
            answer = answers.get(name)
            if question["nature"] == "step":
                self.steps.add(name)
            if answer == "unsure":
                self.settled.add(name)
            if isinstance(answer, str) and answer in options:
                self.settled.add(name)
                self.bits[name] = 1 << options[answer]
                self.ended |= answer in question["ends"]

    def findings(self, quiz: Quiz) -> dict[str, Finding]:
        return {each["id"]: self._finding(each["conditions"]) for each in quiz["pathways"]}

    def _finding(self, numbers: list[int]) -> Finding:
        now = best = YES
        assessed = False
        states, closing, asks = [], [], set()
        for number in numbers:
            if number not in self.judged:
                self.judged[number] = self._judge(self.conditions[number])
            judged = self.judged[number]
            if judged is None:
                continue
            name, state, here, at_best, open_questions = judged
            states.append((name, state))
            if state == "not-assessed":
                continue
            assessed = True
            now, best = min(now, here), min(best, at_best)
            asks |= open_questions
            if at_best == NO:
                closing.append(name)
        outcome = _outcome(now, best) if assessed else "not-assessed"
        return Finding(outcome, tuple(states), tuple(closing), frozenset(asks))

    def _judge(self, condition: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """A condition's id, state, value now, value at best and open questions; None: not there."""
        on = self.on
        if on and (on < condition.get("from", on) or on > condition.get("until", on)):
            return None
        tree = condition.get("when")
        if tree is None:
            return condition["id"], "not-assessed", None, None, frozenset()
        now, best = self._value(tree, at_best=False), self._value(tree, at_best=True)
        asks = frozenset(self._asks(tree))
        if on and on > condition.get("review", on):
            now, best = max(now, UNKNOWN), max(best, UNKNOWN)
        return condition["id"], STATES[now], now, best, asks

    def _value(self, tree: Any, *, at_best: bool) -> int:
        if isinstance(tree, dict):
            if "all" in tree:
                return min(self._value(part, at_best=at_best) for part in tree["all"])
            return max(self._value(part, at_best=at_best) for part in tree["any"])
        question, must, may = tree
        if at_best and question in self.steps:
            return YES
        possible = self.bits.get(question)
        if possible is None:
            return UNKNOWN
        if possible & must:
            return YES
        return UNKNOWN if possible & may else NO

    def _asks(self, tree: Any) -> Iterator[str]:
        """The questions that are not settled yet and on which a value still hangs."""
        if self._value(tree, at_best=False) != UNKNOWN:
            return
        if isinstance(tree, dict):
            for part in (part for parts in tree.values() for part in parts):
                yield from self._asks(part)
        elif tree[0] not in self.settled:
            yield tree[0]


def _outcome(now: int, best: int) -> str:
    if best == NO:
        return "closed"
    if best == UNKNOWN:
        return "need-facts"
    return "open" if now == YES else "open-if"
