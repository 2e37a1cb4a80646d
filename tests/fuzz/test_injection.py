"""Hostile words in every text field of every noun come out as they are, on every surface.

The checks refuse most of them already; the tests go around the checks, as the surfaces must be
safe by themselves.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest
from lxml import html
from playwright.sync_api import Browser, expect

from generator.publish.tables import FORMULA
from tests.browser.server import serving
from tests.conftest import ROOT, TINY
from tests.fuzz.hostile import REFUSED, SEEN
from tests.fuzz.surfaces import MARK, READERS, marks, misread
from tests.fuzz.texts import every_text_field, put_words
from tests.sites import with_settings
from tests.worlds import change, problems_in

UNCHECKED = """
import generator.build
generator.build.check = lambda dataset: ()
from generator.__main__ import main
main(["build"])
"""
PAGES = ("", "visas/v-1/", "quiz/", "compare/visas/", "alerts/new-fee/", "changes/", "no/page/")
ALL = " ".join(SEEN)


@dataclass(frozen=True)
class Hostile:
    """A site of hostile words: the folder, the words, and which of them each field holds."""

    site: Path
    words: tuple[str, ...]
    fields: dict[str, tuple[str, ...]]


class Attack:
    """All hostile words, each time another one first, and a mark to find them by."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def __call__(self, field: str) -> str:
        number = len(self.given)
        words = f"{SEEN[number % (len(SEEN) - 1)]} zq{number}zq {ALL}"
        if field == "Source.authors":  # a semicolon is between two authors
            words = words.replace(";", ",")
        self.given.append(words)
        return words


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    world = with_settings(copytree(TINY, tmp_path_factory.mktemp("hostile") / "world"))
    attack = Attack()
    fields = put_words(world / "data", attack)
    settings = {"PATHWAYS_PDF": "build", "SITE_URL": "https://site.test/"}
    done = subprocess.run(
        [sys.executable, "-c", UNCHECKED],
        cwd=world,
        env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return Hostile(world / "site", tuple(attack.given), fields)


def test_every_field_that_holds_words_is_attacked(attacked: Hostile) -> None:
    assert attacked.fields.keys() == every_text_field()


@pytest.mark.parametrize("kind", READERS)
def test_hostile_words_come_out_as_they_are(kind: str, attacked: Hostile) -> None:
    read: set[int] = set()
    words = attacked.words
    if kind == ".pdf":  # a sheet may end in the middle; elsewhere all is read
        words = tuple(each[each.index(" zq") - 1 : each.rindex("zq") + 11] for each in words)
    for path in sorted(attacked.site.rglob(f"*{kind}")):
        for text in READERS[kind](path):
            wrong = next(misread(text, words), None)
            assert wrong is None, f"{path.relative_to(attacked.site)}: {wrong}"
            read |= marks(text)
    assert read


def test_no_cell_is_a_formula(attacked: Hostile) -> None:
    cells = [cell for path in attacked.site.rglob("*.csv") for cell in READERS[".csv"](path)]
    assert [cell for cell in cells if cell.startswith(FORMULA) and MARK.search(cell)] == []
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)


def test_hostile_words_make_no_element_and_no_script(attacked: Hostile) -> None:
    for path in attacked.site.rglob("*.html"):
        root = html.parse(str(path)).getroot()
        assert root.xpath("//@*[starts-with(name(), 'on')]") == []
        assert root.xpath("//img[@src='x'] | //b[starts-with(., 'x')]") == []
        assert root.xpath("//@href[starts-with(., 'javascript:')]") == []
        running = root.xpath("//script[not(contains(@type, 'json'))]/text()")
        assert not any("alert(1)" in each for each in running), path


def test_no_page_runs_hostile_words(attacked: Hostile, browser: Browser) -> None:
    context = browser.new_context()
    context.add_init_script("window.alert = () => { window.attacked = true }")
    said: list[str] = []
    with serving(attacked.site) as home:
        for page_path in (
            "",
            "visas/v-1/",
            "quiz/",
            "compare/visas/",
            "alerts/new-fee/",
            "changes/",
        ):
            page = context.new_page()
            page.on("pageerror", lambda error: said.append(str(error)))
            page.goto(home + page_path)
            expect(page.locator("h1")).to_be_visible()
            assert page.evaluate("window.attacked") is None
            page.close()
    assert said == []
    context.close()


@pytest.mark.parametrize("words", REFUSED)
def test_words_that_cannot_be_seen_are_refused(words: str, world: Path) -> None:
    change(world, "data/visas/v-1.yml", "name: V-1 visitor", f'name: "{words}"')
    (problem,) = problems_in(world)
    assert problem.startswith("data/visas/v-1.yml:")
