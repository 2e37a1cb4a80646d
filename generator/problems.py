"""A problem in the data or the prose, told to the person who edits the file."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

DataPath = tuple[str | int, ...]
"""Where in a file: keys and list indexes from the top, such as ``("requires", 2, "actor")``."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where it is, and what to do about it.

    The line of a YAML problem is looked up only when it is printed, from ``path``; prose knows
    its line and says it. Line 0 means that the file as a whole is meant.
    """

    file: str
    message: str
    path: DataPath = ()
    tip: str = ""
    line: int | None = None


class ProblemsError(Exception):
    """Raised with every problem that was found; nothing is built then."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__(f"{len(self.problems)} problems")


def show_path(path: DataPath) -> str:
    """Show a data path as an editor would write it: ``requires[2].actor``."""
    shown = ""
    for part in path:
        shown += f"[{part}]" if isinstance(part, int) else f"{'.' if shown else ''}{part}"
    return shown


def nearest(word: str, words: Iterable[str], lead: str = "Did you mean") -> str:
    """Suggest the known word most like ``word``, or say nothing."""
    close = difflib.get_close_matches(word, sorted(words), n=1, cutoff=0.6)
    end = "?" if lead == "Did you mean" else "."
    return f'{lead} "{close[0]}"{end}' if close else ""


def one_of(words: Sequence[str]) -> str:
    """Offer a short closed list: ``Use a, b or c.``."""
    *first, last = words
    return f"Use {', '.join(first)} or {last}." if first else f"Use {last}."


LineFinder = Callable[[Path, DataPath], int]


def report(problems: Sequence[Problem], root: Path, line_of: LineFinder) -> str:
    """Write all problems, one a line, sorted by file and line.

    Args:
        problems: What is wrong.
        root: The folder the problems' files are relative to.
        line_of: Finds the line of a data path in a YAML file; 0 if there is none.

    Returns:
        Lines such as ``data/visas/b-1.yml:12: uses[0].goals: ...``.
    """
    placed = []
    for problem in problems:
        line = problem.line
        if line is None:
            line = line_of(root / problem.file, problem.path) if problem.path else 1
        path = show_path(problem.path)
        where = f"{problem.file}:{line}" if line else problem.file
        what = f"{path}: " if path else ""
        words = f"{where}: {what}{problem.message} {problem.tip}".rstrip()
        placed.append((problem.file, line, path, words))
    return "\n".join(words for _, _, _, words in sorted(placed))


def count_problems(problems: Sequence[Problem]) -> str:
    """Say how many there are and where: ``2 problems in data/.``."""
    folders = sorted({problem.file.split("/")[0] for problem in problems})
    noun = "problem" if len(problems) == 1 else "problems"
    return f"{len(problems)} {noun} in {' and '.join(f'{folder}/' for folder in folders)}."
