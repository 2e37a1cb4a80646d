"""What differs between two editions of the data, in plain words, and the change note for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.compose.shared import counted
from generator.derive.changes import FIRST_LINES, changes_of, draft
from generator.derive.countries import country_name
from generator.derive.public_ids import Public, meant, name_of, public_ids
from generator.derive.quiz import Quiz
from generator.derive.quiz_differences import Some, outcome_changes
from generator.derive.quiz_rules import compile_quiz, rules_of_quiz
from generator.model.dataset import Dataset
from generator.model.document import Page

SHOWN = 20
WORDS = {
    "closed": "closed",
    "need-facts": "not known",
    "open-if": "open if",
    "open": "open",
    "not-assessed": "not assessed",
}

RULES = {"Test": "", "Not": "", "AllOf": " and ", "AnyOf": " or "}
FIELDS = {"met_when": "rule", "cites": "source", "others": "other side"}


@dataclass(frozen=True)
class Edition:
    """The data at some time, and its pages."""

    dataset: Dataset
    pages: Sequence[Page]


def difference(old: Edition, new: Edition, day: date) -> str:
    """Say what differs: statements, pages, outcomes; then the lines of a change note.

    Args:
        old: What was.
        new: What is.
        day: The day under which the note is kept.
    """
    before, after = public_ids(old.dataset), public_ids(new.dataset)
    return "\n".join(
        [
            *_statements(before, after),
            *_pages(old.pages, new.pages),
            *_outcomes(old.dataset, new.dataset),
            *_note(old.dataset, new.dataset, day),
        ]
    )


def _changed(before: Mapping[str, Public], after: Mapping[str, Public]) -> list[str]:
    return [each for each in after if each in before and _differ(before[each], after[each])]


def _differ(was: Public, now: Public) -> bool:
    return was.meaning != now.meaning


def _tops(ids: Mapping[str, Public], others: Mapping[str, Public]) -> list[str]:
    """Ids that the others lack; what came or went with its record is not named beside it."""
    lacking = {each for each in ids if each not in others}
    return [each for each in ids if each in lacking and each.rpartition("/")[0] not in lacking]


def _statements(before: Mapping[str, Public], after: Mapping[str, Public]) -> Iterator[str]:
    changed, came, went = _changed(before, after), _tops(after, before), _tops(before, after)
    yield f"Statements: {len(changed)} changed, {len(came)} new, {len(went)} gone."
    for each in changed:
        was, now = before[each], after[each]
        yield f"  changed: {each}"
        if was.says == now.says:
            yield f"    it says: {now.says}"
        yield from _fields(meant(was.value), meant(now.value))
    for verb, ids, found in (("new", came, after), ("gone", went, before)):
        for each in ids:
            yield f"  {verb}: {each}"
            yield f"    {found[each].says}{_standing(found[each])}"
    yield ""


def _fields(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    """What differs inside a statement, a field a line or two."""
    for field in dict.fromkeys([*was, *now]):
        old, new = was.get(field), now.get(field)
        name = FIELDS.get(field, field.replace("_", " ").strip())
        if isinstance(old, list) and isinstance(new, list):
            yield from (f"    {name}, no more: {_shown(each)}" for each in old if each not in new)
            yield from (f"    {name}, new: {_shown(each)}" for each in new if each not in old)
        elif old != new:
            yield f"    {name} was: {_shown(old)}"
            yield f"    {name} now: {_shown(new)}"


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return "; ".join(map(_shown, value))
    if not isinstance(value, dict):
        return str(value)
    kind, inner = next(iter(value.items()))
    if kind in RULES:
        return _rule(kind, inner)
    return ", ".join(f"{name} {_shown(each)}" for name, each in value.items())


def _rule(kind: str, inner: Mapping[str, Any]) -> str:
    """A rule in words: ``stay: up to 1-year, perhaps 3-years``."""
    if kind == "Not":
        return f"not ({_shown(inner['part'])})"
    if kind != "Test":
        return RULES[kind].join(f"({_shown(each)})" for each in inner["parts"])
    ways = {"options": "", "up_to": "up to ", "country_list": "in ", "maybe": "perhaps "}
    said = [
        f"{lead}{' or '.join(each) if isinstance(each, list) else each}"
        for name, lead in ways.items()
        if (each := inner.get(name))
    ]
    return f"{inner['question']}: {', '.join(said)}"


def _standing(public: Public) -> str:
    if not public.claim:
        return ""
    places = "; ".join(f"{each.source}, {each.at}" for each in public.claim.cites)
    return f" ({public.claim.standing}; {places})"


def _pages(old: Sequence[Page], new: Sequence[Page]) -> Iterator[str]:
    before = {page.url: page for page in old}
    after = {page.url: page for page in new}
    lists = {
        "changed": [url for url in after if url in before and after[url] != before[url]],
        "new": [url for url in after if url not in before],
        "gone": [url for url in before if url not in after],
    }
    counts = ", ".join(f"{len(urls)} {verb}" for verb, urls in lists.items())
    yield f"Pages: {counts}."
    for verb, urls in lists.items():
        yield from (f"  {verb}: /{url}" for url in urls[:SHOWN])
        if len(urls) > SHOWN:
            yield f"  {verb}: and {len(urls) - SHOWN} more"
    yield ""


def _outcomes(old: Dataset, new: Dataset) -> Iterator[str]:
    changes = outcome_changes(_quiz(old), _quiz(new))
    yield f"Outcomes: {counted(len(changes), 'pathway')} with another outcome for some profiles."
    if changes:
        yield "  Combinations are counted of the answers that the rules of a pathway tell apart."
    for pathway, (total, changed) in changes.items():
        yield f"  {name_of(new, new.pathways[pathway])} ({pathway})"
        for (was, now), some in changed.items():
            yield (
                f"    {WORDS[was]} -> {WORDS[now]}: {some.count:,} of {total:,} combinations, "
                f"such as: {_profile(new, some)}"
            )
    yield ""


def _quiz(dataset: Dataset) -> Quiz:
    return compile_quiz(dataset, rules_of_quiz(dataset))


def _profile(dataset: Dataset, some: Some) -> str:
    """A set of answers in the words and the order of the quiz."""
    (quiz,) = dataset.of("quiz").values()
    return "; ".join(
        f"{dataset.questions[each].short_name}: {_answer(dataset, each, some.example[each])}"
        for each in quiz.order
        if each in some.example
    )


def _answer(dataset: Dataset, question: str, option: str) -> str:
    labels = {each.id: each.label for each in dataset.questions[question].options}
    return labels.get(option) or ("not sure" if option == "unsure" else country_name(option))


def _note(old: Dataset, new: Dataset, day: date) -> Iterator[str]:
    """The change note of all that no note tells yet; whoever pastes it says why."""
    before, after = public_ids(old), public_ids(new)
    told = {each.note.about for each in {*changes_of(new)} - {*changes_of(old)}}
    notes = [
        *_drafts(before, after, _changed(before, after)),
        *_drafts({}, after, _tops(after, before)),
        *_drafts(before, {}, _tops(before, after)),
    ]
    lines = [words for about, words in notes if about not in told]
    if not lines:
        yield "Every change has its note."
        return
    yield f"To paste into data/changes/{day}.yml, with the reasons:"
    yield FIRST_LINES
    yield from lines


def _drafts(
    before: Mapping[str, Public], after: Mapping[str, Public], ids: Iterable[str]
) -> Iterator[tuple[str, str]]:
    for each in ids:
        was, now = before.get(each), after.get(each)
        old, new = was.says if was else "", now.says if now else ""
        yield each, draft(each, old if old != new else "", new, now.cites if now else ())
