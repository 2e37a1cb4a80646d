"""Guides -> files, each compiled once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model.blocks import Chain
from generator.model.guide import Guide
from generator.model.inline import Text, plain
from generator.problems import ProblemsError
from generator.publish.pdf.compile import PAPERS, PrintError, compile_chain, compile_pdf
from generator.publish.pdf.culprit import problem_of
from generator.publish.pdf.document import document
from generator.publish.pdf.kept import PICTURE, Kept
from generator.publish.pdf.surface import Imprint, Places, Surface, Value

WORKERS = 2


@dataclass(frozen=True)
class Printed:
    """A finished file.

    Attributes:
        guide: What it prints, or whose chain it draws.
        name: Its name below ``downloads/``, such as ``visas/b-1-a4.pdf``.
        form: What readers call its form.
        kept: Where it is kept.
        size: Its bytes.
        pages: How many it has; none for a picture.
    """

    guide: Guide
    name: str
    form: str
    kept: Path
    size: int
    pages: int = 0


def print_guides(
    guides: Sequence[Guide], imprint: Imprint, places: Places, kept: Kept
) -> tuple[Printed, ...]:
    """Print every guide on every paper; what has not changed is taken from where it is kept.

    Args:
        guides: What to print.
        imprint: What every document says of itself.
        places: Where things are that they may point to.
        kept: Files from earlier builds.

    Raises:
        ProblemsError: With every record and block that cannot be printed.
    """
    problems = []

    def make(guide: Guide) -> tuple[Printed, ...]:
        try:
            return tuple(_print(guide, imprint, places, kept))
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


def _print(guide: Guide, imprint: Imprint, places: Places, kept: Kept) -> Iterator[Printed]:
    value = document(guide, imprint, places)
    words = json.dumps(value, sort_keys=True)
    for paper, form in PAPERS.items():
        path = kept.get(paper, words) or kept.put(
            compile_pdf(value, paper, imprint.as_of), paper, words
        )
        name, pages = f"{guide.id}-{paper}.pdf", int(path.name.split(".")[1])
        yield Printed(guide, name, form, path, path.stat().st_size, pages)
    chain = next((block for block in guide.pages[0].lead if isinstance(block, Chain)), None)
    if chain and len(guide.pages) == 1:
        picture = Surface(guide, imprint, places).value(_without_links(chain))
        yield _draw(guide, picture, kept)


def _draw(guide: Guide, chain: Value, kept: Kept) -> Printed:
    """The chain of a guide as a picture."""
    words = json.dumps([guide.title, chain])
    path = kept.get(PICTURE, words) or kept.put(compile_chain(chain, guide.title), PICTURE, words)
    name = f"{guide.id}-chain.svg"
    return Printed(guide, name, "chain as SVG", path, path.stat().st_size)


def _without_links(chain: Chain) -> Chain:
    """A picture leads nowhere: its links are words."""
    stops = {
        name: replace(stop, words=(Text(plain(stop.words)),), note=(Text(plain(stop.note)),))
        for name in ("visa", "license", "contact")
        if (stop := getattr(chain, name))
    }
    return replace(chain, **stops)
