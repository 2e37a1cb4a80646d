"""``make bench``: every number is a ratio, or stands beside the limit it must keep."""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.growth import growth
from bench.plain_markdown import write_stock_site
from bench.printing import printing
from bench.timing import ours, place, stock
from generator.build import compose
from generator.derive.quiz_rules import compile_quiz, rules_of_quiz
from generator.load import load
from tests.browser.chromium import chromium
from tests.quiz.twins import load_engine
from tests.sites import ROOT
from tests.test_serve import serving, wait_for
from tests.worlds import change

RUNS = 5
RATIO_TO_STOCK, EDIT_SECONDS = 0.6, 1.5
EVALUATION_MS = 1.0
ONE_EVALUATION = """([text, runs]) => {
    const quiz = JSON.parse(text);
    const answers = {};
    for (const { id, options } of quiz.questions) answers[id] = Object.keys(options)[0];
    const start = performance.now();
    for (let run = 0; run < runs; run += 1) Pathways.evaluate(quiz, answers, quiz.as_of);
    return (performance.now() - start) / runs;
}"""


def beside_stock(work: Path) -> bool:
    """Our whole build beside a stock one of the same pages as Markdown, turn by turn."""
    made = compose(ROOT / "data", ROOT / "content")
    mine = place(work / "ours", ROOT / "data", ROOT / "content")
    theirs = work / "stock"
    write_stock_site(made.pages, made.links, theirs)
    pairs = [(ours(mine), stock(theirs)) for _ in range(RUNS)]
    ratio = statistics.median(a / b for a, b in pairs)  # each pair saw the same machine
    words = " ".join(f"{a:.2f}/{b:.2f}" for a, b in pairs)
    return told(f"{len(made.pages)} pages, ours / stock Markdown", ratio, RATIO_TO_STOCK, words)


def edits(work: Path) -> bool:
    """From saving a file to the page that shows it, under `make serve`, at the real size."""
    world = work / "served"
    shutil.copytree(ROOT / "data", world / "data")
    shutil.copytree(ROOT / "content", world / "content")
    place(world, world / "data", world / "content")
    found = []
    with serving(world) as home:
        page = f"{home}visas/b-1/"
        wait_for(page, "B-1 business visitor")
        before = "name: B-1 business visitor"
        for number in range(7):
            after = f"name: B-1 business visitor, edit {number}"
            change(world, "data/visas/b-1.yml", before, after)
            start = time.perf_counter()
            wait_for(page, f"edit {number}")
            found.append(time.perf_counter() - start)
            before = after
    words = " ".join(f"{each:.2f}" for each in found)
    return told(
        "seconds until an edit shows, median", statistics.median(found), EDIT_SECONDS, words
    )


def one_evaluation(_: Path) -> bool:
    """All pathways for one profile, in the engine that ships, in a real browser."""
    dataset = load(ROOT / "data")
    quiz = compile_quiz(dataset, rules_of_quiz(dataset))
    with chromium() as browser:
        page = browser.new_page()
        load_engine(page)
        found = page.evaluate(ONE_EVALUATION, [json.dumps(quiz), 2000])
    return told("milliseconds for one evaluation of all pathways", found, EVALUATION_MS, "")


def told(what: str, found: float, limit: float, words: str) -> bool:
    good = found <= limit
    print(f"{'ok  ' if good else 'FAIL'} {what}: {found:.2f} (at most {limit}) {words}".rstrip())
    return good


def main() -> None:
    parts: tuple[Callable[[Path], bool], ...] = (
        beside_stock,
        lambda work: growth(work, told),
        edits,
        one_evaluation,
        lambda work: printing(work, told),
    )
    with tempfile.TemporaryDirectory() as work:
        results = [part(Path(work)) for part in parts]
    sys.exit(not all(results))


if __name__ == "__main__":
    main()
