"""data/ -> Dataset, or every problem in it."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.load.references import clashes, dangling, unasked, unworded
from generator.load.wording import problems_of
from generator.model.base import Record
from generator.model.dataset import PLACES, Dataset, Place
from generator.problems import DataPath, Problem, ProblemsError, nearest
from generator.yaml_file import read_yaml

NOT_RECORDS = ("README.md", "schemas/")


def load(data: Path) -> Dataset:
    """Read every record below a data folder.

    Args:
        data: The folder, such as ``data/``.

    Returns:
        A well-formed dataset: every field has its type, every id that is named exists.

    Raises:
        ProblemsError: With every problem found, in every file.
    """
    problems: list[Problem] = []
    records: dict[str, dict[str, Any]] = {place.noun: {} for place in PLACES}
    files: dict[tuple[str, str], str] = {}
    if not data.is_dir():
        message = "there is no such folder."
        tip = "Run this where data/ is."
        raise ProblemsError([Problem(f"{data.name}/", message, tip=tip, line=0)])
    unread: set[tuple[str, str]] = set()
    for file in _files(data):
        name = f"{data.name}/{file}"
        try:
            for record in _read(data / file, file, name, _stamp(data / file)):
                owner = files.get((record.noun, record.id))
                if owner:
                    problems.append(Problem(name, f'"{record.id}" stands in {owner} too.'))
                records[record.noun][record.id] = record
                files[record.noun, record.id] = name
        except ProblemsError as found:
            problems += found.problems
            unread |= _meant(file)
    dataset = Dataset(records, files, data.name)
    problems += clashes(dataset)
    problems += dangling(dataset, unread)
    problems += unasked(dataset, unread)
    problems += unworded(dataset, unread)
    if problems:
        raise ProblemsError(problems)
    return dataset


def _meant(file: str) -> set[tuple[str, str]]:
    """The noun and id of a file that could not be read, so that naming it is no second problem.

    Of a file with many records the ids are not known; ``*`` stands for all of them.
    """
    return {
        (place.noun, "*" if place.entries else record_id)
        for place in PLACES
        if (record_id := place.match(file)) is not None
    }


def _files(data: Path) -> list[str]:
    """Every file below data/, as a path inside it, sorted; links are listed, never followed."""
    found = []
    for folder, folders, names in os.walk(data):
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        found += [
            (Path(folder) / name).relative_to(data).as_posix()
            for name in [*names, *links]
            if not name.startswith(".")
        ]
    return sorted(file for file in found if not file.startswith(NOT_RECORDS))


def _stamp(path: Path) -> tuple[int, int]:
    """When a file was last written, and its size: what is unchanged is not read again."""
    try:
        status = path.lstat()
    except OSError:
        return 0, 0
    return status.st_ctime_ns, status.st_size


@lru_cache(maxsize=8192)
def _read(path: Path, file: str, name: str, stamp: tuple[int, int]) -> list[Record]:
    place, record_id = _place(file, name)
    raw = read_yaml(path, name)
    if not place.entries:
        return [_record(place.model, record_id, raw, name, ())]
    found: list[Record] = []
    problems: list[Problem] = []
    for key, entry in raw.items():
        try:
            found.append(_record(place.model, f"{record_id}{key}", entry, name, (key,)))
        except ProblemsError as error:
            problems += error.problems
    if problems:
        raise ProblemsError(problems)
    return found


def _place(file: str, name: str) -> tuple[Place, str]:
    for place in PLACES:
        record_id = place.match(file)
        if record_id is not None:
            return place, record_id
    tip = nearest(file, [place.path for place in PLACES], "The nearest is")
    raise ProblemsError([Problem(name, "no record is kept in such a place.", tip=tip, line=0)])


def _record(model: type[Record], record_id: str, raw: Any, name: str, at: DataPath) -> Record:
    if not isinstance(raw, dict):
        raise ProblemsError([Problem(name, "this must be a mapping.", at, "Write key: value.")])
    if "id" in raw:
        message = "the id is the file's name." if not at else "the id is the key."
        raise ProblemsError([Problem(name, message, (*at, "id"), "Delete this line.")])
    try:
        return model.model_validate({"id": record_id, **raw})
    except ValidationError as error:
        raise ProblemsError(problems_of(error, model, raw, name, at)) from None
