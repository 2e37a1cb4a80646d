"""Guides -> files, each compiled once: a file is kept under the hash of all that it is made of."""

from __future__ import annotations

import hashlib
import importlib.metadata
import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pikepdf import Pdf

from generator.model.guide import Guide
from generator.problems import ProblemsError
from generator.publish.pdf.compile import PAPERS, PrintError, compile_pdf
from generator.publish.pdf.culprit import problem_of
from generator.publish.pdf.document import Imprint, Places, document
from generator.render.html import TEMPLATES

TOOLS = ("typst", "pikepdf", "segno")
WORKERS = 2


@dataclass(frozen=True)
class Printed:
    """A finished file: where it is kept, and its name below ``downloads/``."""

    guide: Guide
    paper: str
    kept: Path
    pages: int
    size: int

    @property
    def name(self) -> str:
        """Its name below ``downloads/``, such as ``visas/b-1-a4.pdf``."""
        return f"{self.guide.id}-{self.paper}.pdf"


def print_guides(
    guides: Sequence[Guide], imprint: Imprint, places: Places, kept: Path
) -> tuple[Printed, ...]:
    """Print every guide on every paper; what has not changed is taken from where it is kept.

    Args:
        guides: What to print.
        imprint: What every document says of itself.
        places: Where things are that they may point to.
        kept: The folder of files from earlier builds, under the hash of what they are made of.

    Raises:
        ProblemsError: With every record and block that cannot be printed.
    """
    kept.mkdir(parents=True, exist_ok=True)
    known = {path.name.partition(".")[0]: path for path in kept.glob("*.pdf")}
    problems = []

    def make(guide: Guide) -> tuple[Printed, ...]:
        try:
            return tuple(_print(guide, imprint, places, known, kept))
        except PrintError as error:
            problems.append(problem_of(guide, imprint, places, error))
            return ()

    with ThreadPoolExecutor(WORKERS) as workers:
        made = list(workers.map(make, sorted(guides, key=lambda each: -len(each.pages))))
    if problems:
        raise ProblemsError(problems)
    order = {guide.id: number for number, guide in enumerate(guides)}
    return tuple(
        each for some in sorted(made, key=lambda some: order[some[0].guide.id]) for each in some
    )


def _print(
    guide: Guide, imprint: Imprint, places: Places, known: Mapping[str, Path], kept: Path
) -> Iterator[Printed]:
    value = document(guide, imprint, places)
    words = json.dumps(value, sort_keys=True)
    for paper in PAPERS:
        key = _hash(toolchain(), paper, words)
        path = known.get(key)
        if path is None:
            path = _keep(compile_pdf(value, paper, imprint.as_of), key, kept)
        pages = int(path.name.split(".")[1])
        yield Printed(guide, paper, path, pages, path.stat().st_size)


def _keep(made: bytes, key: str, kept: Path) -> Path:
    """Write a file beside the others, whole or not at all; its name says its pages."""
    with Pdf.open(io.BytesIO(made)) as pdf:
        path = kept / f"{key}.{len(pdf.pages)}.pdf"
    partial = path.with_suffix(f".{os.getpid()}.partial")
    partial.write_bytes(made)
    partial.replace(path)
    return path


def forget(kept: Path, printed: Iterable[Printed]) -> None:
    """Remove the files that this build did not use."""
    used = {each.kept.name for each in printed}
    for path in kept.iterdir():
        if path.name not in used:
            path.unlink()


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


@cache
def toolchain() -> str:
    """A hash of everything but the data that decides a file's bytes."""
    files = [path for path in sorted(TEMPLATES.rglob("*")) if path.suffix in {".typ", ".ttf"}]
    files += [Path(__file__).parent / name for name in ("compile.py", "tags.py")]
    looks = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    return _hash(*looks, *(importlib.metadata.version(tool) for tool in TOOLS))
