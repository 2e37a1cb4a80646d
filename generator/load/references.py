"""Ids: each names one record, and whatever is named exists."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import get_args

from generator.model.base import Record, Standing
from generator.model.claim import Condition, Requirement
from generator.model.dataset import PLACES, PUBLIC_NOUNS, Dataset
from generator.model.predicate import each_test
from generator.model.walk import references, walk
from generator.problems import DataPath, Problem, nearest, one_of

SHOWN_WORDS = 8
OF_A_STATE = {"license", "pathway", "not-carried"}


def clashes(dataset: Dataset) -> Iterator[Problem]:
    """The id of a record or of a shared limit may name one of them only."""
    owner: dict[str, str] = {}
    for noun in (*PUBLIC_NOUNS, "limit"):
        for record in dataset.of(noun).values():
            file = dataset.file_of(record)
            if record.id in owner:
                message = f'the id "{record.id}" is taken by {owner[record.id]}.'
                yield Problem(file, message, tip="Rename one.")
            owner.setdefault(record.id, file)


def dangling(dataset: Dataset, unread: set[tuple[str, str]]) -> Iterator[Problem]:
    """Whatever a record names must exist: records, words, uses, questions, options, lists.

    Args:
        dataset: What could be read.
        unread: Noun and id of what is there and could not be read: naming it is no problem.
    """
    broken = {noun: {each for of, each in unread if of == noun} for noun, _ in unread}
    known: dict[str, Collection[str]] = {noun: dataset.of(noun).keys() for noun in dataset.records}
    known["any"] = {each for noun in PUBLIC_NOUNS for each in dataset.of(noun)}
    known["step"] = _steps(dataset)
    for (noun, record_id), file in dataset.files.items():
        record = dataset.of(noun)[record_id]
        known["use"] = _uses(dataset, getattr(record, "visa", ""))
        at: DataPath = (record_id.rpartition("/")[2],) if _is_entry(noun) else ()
        if noun in OF_A_STATE:
            state = record_id.partition("/")[0]
            if state not in known["state"] and not {state, "*"} & broken.get("state", set()):
                tip = f"Write {dataset.folder}/states/{state}/state.yml."
                yield Problem(file, f'the state "{state}" is not described.', tip=tip)
        for path, wanted, named in references(record):
            if named not in known[wanted] and not _excused(record, wanted, named, broken):
                yield _unknown(file, (*at, *path), wanted, named, known[wanted])
        for path, value in walk(record):
            if isinstance(value, Condition) and value.met_when is not None:
                for message, tip in _bad_tests(dataset, value, broken):
                    yield Problem(file, message, (*at, *path, "met_when"), tip)


def unasked(dataset: Dataset, unread: set[tuple[str, str]]) -> Iterator[Problem]:
    """Levels and goals answer to questions of the same name, which must offer each of them."""
    for noun in ("level", "goal"):
        question = dataset.questions.get(noun)
        if question is None or any(of in {noun, "question"} for of, _ in unread):
            continue
        offered = {option.id for option in question.options}
        for word in dataset.of(noun).values():
            if word.id not in offered:
                message = f'the question "{noun}" does not offer "{word.id}".'
                yield Problem(dataset.file_of(word), message, (word.id,), "Add it to its options.")


def unworded(dataset: Dataset, unread: set[tuple[str, str]]) -> Iterator[Problem]:
    """Every standing that a claim may have is explained to readers."""
    if ("standing", "*") in unread:
        return
    for standing in get_args(Standing):
        if standing not in dataset.of("standing"):
            file = f"{dataset.folder}/vocabularies/standings.yml"
            yield Problem(file, f'"{standing}" is missing.', tip="Give it a name and a meaning.")


def _excused(record: Record, wanted: str, named: str, broken: Mapping[str, set[str]]) -> bool:
    """Whether what is named is in a file that has a problem of its own."""
    if wanted == "use":
        return getattr(record, "visa", "") in broken.get("visa", ())
    if wanted in {"any", "step"}:
        inside_broken = wanted == "step" and bool(broken)
        return inside_broken or any(named in broken.get(noun, ()) for noun in PUBLIC_NOUNS)
    return bool({named, "*"} & broken.get(wanted, set()))


def _is_entry(noun: str) -> bool:
    return any(place.entries for place in PLACES if place.noun == noun)


def _steps(dataset: Dataset) -> set[str]:
    written = {
        value.id
        for noun in ("visa", "license", "pathway")
        for record in dataset.of(noun).values()
        for _, value in walk(record)
        if isinstance(value, Requirement)
    }
    return written | dataset.requirements.keys()


def _uses(dataset: Dataset, visa_id: str) -> set[str]:
    visa = dataset.visas.get(visa_id)
    return {use.id for use in visa.uses} if visa else set()


def _unknown(file: str, path: DataPath, noun: str, named: str, known: Collection[str]) -> Problem:
    what = {"any": "record", "step": "requirement"}.get(noun, noun.replace("-", " "))
    article = "an" if what[0] in "aeio" else "a"
    tip = nearest(named, known)
    if not tip and 0 < len(known) <= SHOWN_WORDS:
        tip = one_of(sorted(known))
    return Problem(file, f'"{named}" is not {article} {what}.', path, tip)


def _bad_tests(
    dataset: Dataset, condition: Condition, broken: Mapping[str, set[str]]
) -> Iterator[tuple[str, str]]:
    """Questions, options and lists that a rule names and the quiz does not have."""
    if condition.met_when is None:
        return
    for test in each_test(condition.met_when):
        question = dataset.questions.get(test.question)
        if test.question in broken.get("question", ()) or "country-list" in broken:
            continue
        if question is None:
            tip = nearest(test.question, dataset.questions)
            yield f'"{test.question}" is not a question.', tip
            continue
        lists = dataset.of("country-list")
        if test.country_list and test.country_list not in lists:
            tip = nearest(test.country_list, lists)
            yield f'"{test.country_list}" is not a country list.', tip
        known = [option.id for option in question.options]
        if question.options_from and question.options_from in lists:
            known = [*lists[question.options_from].codes, *known]
        codes = lists[test.country_list].codes if test.country_list in lists else ()
        for option in (*test.options, *test.maybe, *filter(None, [test.up_to]), *codes):
            if option not in known:
                tip = nearest(option, known)
                yield f'"{option}" is not an answer to "{test.question}".', tip
