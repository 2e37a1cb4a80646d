"""The copy on a USB stick: opened from a disk, everything works but what is only online."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from generator.finish.offline import FOLDER, NAME
from tests.browser.test_quiz import STUDENT, go_through
from tests.sites import Built


@pytest.fixture(scope="module")
def stick(site: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stick")
    with zipfile.ZipFile(site.folder / NAME) as packed:
        packed.extractall(folder)
    return folder / FOLDER


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_it_is_light_enough_to_carry(site: Built) -> None:
    assert (site.folder / NAME).stat().st_size < 6_000_000


def test_no_link_inside_it_is_broken(stick: Path) -> None:
    copy = Built(stick)
    assert copy.broken_links() == []
    for page, root in copy.pages.items():
        links = [str(link) for link in root.xpath("//a/@href") if ":" not in link]
        assert [link for link in links if link.partition("#")[0].endswith("/")] == [], page


def test_every_page_says_that_it_is_a_copy_and_of_which_day(stick: Path) -> None:
    for page, root in Built(stick).pages.items():
        (said,) = root.xpath("//p[@class='ctp-copy']")
        assert re.search(r"a copy for reading offline, as of \d+ \w+ \d{4}\.", said.text), page


def test_it_is_searched_and_read(page: Page, stick: Path) -> None:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((stick / "index.html").as_uri())
    page.get_by_role("textbox", name="Search").press_sequentially("2113")
    first = page.locator(".md-search-result__item > a").first
    expect(first).to_contain_text("2113")
    first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2113")
    page.get_by_role("link", name="Glossary").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Glossary"))
    assert said == []


def test_the_quiz_answers(page: Page, stick: Path) -> None:
    page.clock.set_fixed_time("2026-02-01T12:00:00")
    page.goto((stick / "quiz/index.html").as_uri())
    go_through(page, STUDENT)
    results = page.locator('[data-group="open-if"] .ctp-card__title a')
    expect(results).to_have_count(1)
    results.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("student elective")


def test_tables_plans_and_checklists_work(page: Page, stick: Path) -> None:
    page.goto(f"{(stick / 'compare/visas/index.html').as_uri()}#cols=b-1,tn")
    expect(page.locator("[data-compare] thead th:visible")).to_have_count(3)
    plan = (stick / "california/plans/b-1-elective/index.html").as_uri()
    page.goto(f"{plan}#start=2028-03-01")
    with page.expect_download() as started:
        page.get_by_role("button", name="Calendar file of my dates").click()
    assert Calendar.from_ical(Path(started.value.path()).read_bytes()).walk("VEVENT")
    page.locator(".ctp-checklist input").first.check()
    expect(page.locator(".ctp-checklist input").first).to_be_checked()
    page.emulate_media(media="print")
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_what_is_only_online_is_no_dead_link(stick: Path) -> None:
    root = Built(stick).pages["visas/b-1/index.html"]
    (guide,) = [each for each in root.xpath("//a[@download]") if "A4" in each.text_content()][:1]
    assert guide.get("href") is None or guide.get("href").startswith("https://")
