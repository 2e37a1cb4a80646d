"""What becomes of a broken world: a list of problems, or a site that is whole."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

from generator.build import build
from generator.problems import ProblemsError, report
from generator.render.links import Addresses
from generator.yaml_file import line_of

ADDRESSES = Addresses("https://site.test/", "https://site.test/repo", "The site", False, "a@b.test")
SECONDS = 10.0
"""What one broken world may cost, in processor time."""
RUNS = "//script[not(@type) and not(@src)] | //@*[starts-with(name(), 'on')] | //iframe | //object"


@dataclass(frozen=True)
class Outcome:
    """How it ended.

    Attributes:
        problems: What an editor reads, a line each; none if there is a site.
        wrong: What must never happen, if it did.
        seconds: Processor time that it took.
    """

    problems: tuple[str, ...]
    wrong: str
    seconds: float


def outcome(root: Path) -> Outcome:
    """Build a world in this process, all but the theme and the guides."""
    problems: tuple[str, ...] = ()
    wrong, start = "", time.process_time()
    try:
        wrong = _site(root)
    except ProblemsError as error:
        problems = tuple(report(error.problems, root, line_of).splitlines())
        wrong = _speech(error)
    except BaseException as error:
        wrong = f"{type(error).__name__}: {error}"
    seconds = time.process_time() - start
    return Outcome(problems, wrong or ("too slow" if seconds > SECONDS else ""), seconds)


def _site(root: Path) -> str:
    """What is wrong with the site of a world that has no problem."""
    for made in build(root / "data", root / "content", ADDRESSES).pages:
        page: Any = html.fromstring(f"<main>{made.html}</main>")
        ids = page.xpath("//@id")
        if page.xpath(RUNS):
            return f"{made.page.url} runs what nobody wrote"
        if len(ids) != len(set(ids)):
            return f"{made.page.url} has an id twice"
    return ""


def _speech(error: ProblemsError) -> str:
    """What is wrong with a list of problems: each names a file that can be mended, and says why."""
    for each in error.problems:
        if not each.file.startswith(("data/", "content/")) or not each.message.strip():
            return f"no editor can mend this: {each}"
    return "" if error.problems else "refused without a word"
