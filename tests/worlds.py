"""Changing a copy of the tiny world, and hearing what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from generator.build import compose
from generator.problems import ProblemsError, report
from generator.yaml_file import line_of


def problems_in(world: Path) -> list[str]:
    """Every problem in a world, as it is printed."""
    try:
        compose(world / "data", world / "content")
    except ProblemsError as error:
        return report(error.problems, world, line_of).splitlines()
    return []


def change(world: Path, file: str, old: str, new: str) -> None:
    """Replace words in a file, which must be there."""
    path = world / file
    words = path.read_text("utf-8")
    assert old in words, f"{old!r} is not in {file}"
    path.write_text(words.replace(old, new, 1), "utf-8")


def write(world: Path, file: str, words: str) -> None:
    path = world / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, "utf-8")
