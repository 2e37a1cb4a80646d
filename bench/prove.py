"""``make prove``: the five largest pathways, every option of every question, in both engines.

The tests do the same with one option for all that a pathway does not tell apart. This takes most of
an hour of processor time, shared by two processes; it is for releases and for changes of an engine.
"""

from __future__ import annotations

import json
import sys
import time
from math import prod
from multiprocessing import Pool

from generator.derive.quiz_rules import compile_quiz, rules_of_quiz
from generator.load import load
from tests.browser.chromium import chromium
from tests.quiz.enumeration import Quiz, alone, choices
from tests.quiz.twins import differs, load_engine
from tests.sites import ROOT

LARGEST = 5


def size(quiz: Quiz, pathway: str) -> int:
    """How many combinations of options a pathway has."""
    return prod(len(options) for _, options in choices(alone(quiz, pathway), collapse=False))


def prove(task: tuple[Quiz, str]) -> tuple[str, int, str, float]:
    """Compare the engines on one pathway: its id, its size, the first difference, the seconds."""
    quiz, pathway = task
    start = time.perf_counter()
    with chromium() as browser:
        page = browser.new_page()
        load_engine(page)
        found = differs(page, alone(quiz, pathway), collapse=False)
    return pathway, size(quiz, pathway), found, time.perf_counter() - start


def main() -> None:
    dataset = load(ROOT / "data")
    quiz: Quiz = json.loads(json.dumps(compile_quiz(dataset, rules_of_quiz(dataset))))
    ids = sorted((each["id"] for each in quiz["pathways"]), key=lambda each: -size(quiz, each))
    good = True
    with Pool(2) as pool:
        for pathway, count, found, seconds in pool.imap_unordered(
            prove, [(quiz, each) for each in ids[:LARGEST]]
        ):
            good &= not found
            print(f"{'FAIL' if found else 'ok  '} {pathway}: {count:,} in {seconds:,.0f} s {found}")
    sys.exit(not good)


if __name__ == "__main__":
    main()
