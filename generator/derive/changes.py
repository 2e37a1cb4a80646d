"""What changed since the last release: the notes that tell it, and what is not told yet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.derive.public_ids import Public, public_ids
from generator.model.changes import ChangeNote, Published, Redirect
from generator.model.claim import Cite
from generator.model.dataset import Dataset

FIRST_LINES = "# yaml-language-server: $schema=../schemas/changes.json\nnotes:"


@dataclass(frozen=True)
class Change:
    """A change note with its day and its place among the notes of that day."""

    day: date
    number: int
    note: ChangeNote


def changes_of(dataset: Dataset) -> tuple[Change, ...]:
    """Every change note, the newest day first; the notes of a day as its file lists them."""
    found = [
        Change(changes.day, number, note)
        for changes in dataset.of("changes").values()
        if changes.day
        for number, note in enumerate(changes.notes)
    ]
    return tuple(sorted(found, key=lambda each: (-each.day.toordinal(), each.number)))


def moved_to(dataset: Dataset, known: Mapping[str, Public], public_id: str) -> str:
    """Where a public id leads: itself if it exists, else what took its place; empty if nothing.

    A record that moved takes its claims along: each leads to the claim of the same id, or else to
    the new record. What took its place may be a page that is no record.

    Args:
        dataset: The data.
        known: Its public ids.
        public_id: The id.
    """
    redirects: Mapping[str, Redirect] = dataset.of("redirect")
    at = public_id
    for _ in range(len(redirects) + 1):  # each leads on once: a ring of them leads nowhere
        to = "" if at in known else _next(redirects, known, at)
        if not to:
            return at if at in known or at != public_id else ""
        at = to
    return ""


def _next(redirects: Mapping[str, Redirect], known: Mapping[str, Public], public_id: str) -> str:
    if public_id in redirects:
        return redirects[public_id].to
    owner, _, claim = public_id.rpartition("/")
    if owner not in redirects:
        return ""
    to = redirects[owner].to
    return f"{to}/{claim}" if f"{to}/{claim}" in known else to


def gone(dataset: Dataset) -> Iterator[Published]:
    """Released ids that lead nowhere; the claims of a record that is gone are not named beside it.

    What was released without a meaning is a page, and is looked for among the pages.
    """
    known = public_ids(dataset)
    lost = {
        each.id: each
        for each in dataset.of("published").values()
        if each.meaning and not moved_to(dataset, known, each.id)
    }
    yield from (each for each in lost.values() if each.id.rpartition("/")[0] not in lost)


@dataclass(frozen=True)
class Untold:
    """A change since the last release that no note tells: what was released, what is now."""

    released: Published | None
    now: Public | None

    @property
    def draft(self) -> str:
        """The lines of the note that is missing; old words that are the same are left out."""
        was, says = self.released.says if self.released else "", self.now.says if self.now else ""
        about = self.now.id if self.now else self.released.id if self.released else ""
        return draft(about, was if was != says else "", says, self.now.cites if self.now else ())


def untold(dataset: Dataset) -> Iterator[Untold]:
    """What means something else than at the last release, is new in a record, or moved.

    A note tells it if it is about it and of the day of that release, or later.
    """
    published: Mapping[str, Published] = dataset.of("published")
    newest: dict[str, date] = {}
    for each in reversed(changes_of(dataset)):
        newest[each.note.about] = each.day
    known = public_ids(dataset)
    for public_id in {**published, **known}:
        now, released = known.get(public_id), published.get(public_id)
        owner = published.get(public_id.rpartition("/")[0])
        since = released or owner
        if since is None or not _changed(dataset, known, public_id):
            continue
        if public_id not in newest or newest[public_id] < since.since:
            yield Untold(released, now)


def _changed(dataset: Dataset, known: Mapping[str, Public], public_id: str) -> bool:
    """Whether an id means something else than it did, came into a released record, or moved."""
    published: Mapping[str, Published] = dataset.of("published")
    now, released = known.get(public_id), published.get(public_id)
    owner = public_id.rpartition("/")[0]
    if released is None:
        return owner in published and owner in known
    if released.meaning is None:
        return False
    if now is None:  # a record that moved takes its claims along; what is lost is told elsewhere
        with_owner = owner in published and owner not in known
        return bool(moved_to(dataset, known, public_id)) and not with_owner
    return now.meaning != released.meaning


def draft(about: str, was: str, says: str, cites: Iterable[Cite] = ()) -> str:
    """The lines of a change note, to be pasted below ``notes:``; whoever pastes them says why."""
    words = {"was": was, "says": says}
    lines = [f"{name}: {_quoted(each)}" for name, each in words.items() if each]
    lines = [f"about: {about}", *lines, 'why: ""']
    sources = ", ".join(f"{{source: {each.source}, at: {_quoted(each.at)}}}" for each in cites)
    lines += [f"cites: [{sources}]"] if sources else []
    return "  - " + "\n    ".join(lines)


def released(
    dataset: Dataset, pages: Mapping[str, tuple[str, ...]], titles: Mapping[str, str], day: date
) -> dict[str, Published]:
    """What a release publishes.

    Args:
        dataset: The data, sound.
        pages: The addresses of each record and page, by its id.
        titles: What each page is called, by its id.
        day: The day of the release.

    Returns:
        An entry for every public id and page, and for every one that was released before and
        moved since. What still means the same keeps its day.
    """
    before: Mapping[str, Published] = dataset.of("published")
    known = public_ids(dataset)
    made = {}
    for each in sorted({*known, *pages}):
        now = known.get(each)
        says, meaning = (now.says, now.meaning) if now else (titles[each], None)
        old = before.get(each)
        since = old.since if old and old.meaning == meaning else day
        addresses = (*pages.get(each, ()), *(old.pages if old else ()))
        made[each] = Published(
            id=each,
            says=says,
            meaning=meaning,
            since=since,
            pages=tuple(dict.fromkeys(addresses)),
        )
    return dict(sorted({**before, **made}.items()))


def written(published: Mapping[str, Published]) -> str:
    """``published.yml``, one line an id, so that a diff shows what a release changed."""
    lines = [
        "# yaml-language-server: $schema=schemas/published.json",
        "# Written by `pathways release`: every public id, its words, and a hash of what it means.",
    ]
    for each in published.values():
        meaning = f"meaning: {each.meaning}, " if each.meaning else ""
        pages = f", pages: [{', '.join(each.pages)}]" if each.pages else ""
        says = _quoted(each.says)
        lines.append(f"{each.id}: {{{meaning}since: {each.since}{pages}, says: {says}}}")
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
