"""A change note is kept under its day, names a public id, and says what is said now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.finding import problem
from generator.derive.changes import changes_of, moved_to
from generator.derive.public_ids import Public, public_ids
from generator.model.changes import ChangeNote
from generator.model.dataset import Dataset
from generator.problems import Problem, nearest


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find change notes in a file that is no day, about nothing, or with words of another day."""
    known = public_ids(dataset)
    newest = {each.note.about: each.note for each in reversed(changes_of(dataset))}
    for changes in dataset.of("changes").values():
        if changes.day is None:
            message = "the file's name is not a day."
            yield problem(dataset, changes, (), message, "Name it 2026-01-31.yml.")
        for number, note in enumerate(changes.notes):
            for field, message, tip in _wrong(dataset, known, note, newest):
                yield problem(dataset, changes, ("notes", number, field), message, tip)


def _wrong(
    dataset: Dataset,
    known: Mapping[str, Public],
    note: ChangeNote,
    newest: Mapping[str, ChangeNote],
) -> Iterator[tuple[str, str, str]]:
    """What is wrong in a note: the field, a sentence and a remedy."""
    now = known.get(note.about)
    if now is None:
        if note.says:
            tip = nearest(note.about, known)
            if not moved_to(dataset, known, note.about):
                yield "about", f'"{note.about}" is not a public id.', tip
        return
    released = note.about in dataset.of("published") and newest.get(note.about) is note
    if now.claim and released and note.says != now.says:
        yield "says", f'the newest note about "{now.id}" has other words.', f'Now: "{now.says}"'
