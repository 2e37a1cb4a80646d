"""Plans and checklists in a real browser: dates, files, ticks kept only when asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from generator.publish.calendars import calendar
from tests.derive.test_plan import CASES
from tests.publish.test_calendars import day_of

ELECTIVE = "california/plans/b-1-elective/"
SCHOLAR = "california/plans/j-1-scholar-2111/"
BOX = ".ctp-checklist input"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def last_column(page: Page) -> list[str]:
    return page.locator(".ctp-table table").first.locator("tr > :last-child").all_inner_texts()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "Africa/Kampala"])
def test_the_browser_counts_days_as_python_does(browser: Browser, address: str, zone: str) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.goto(address + SCHOLAR)
    for first, days, meant in CASES:
        assert page.evaluate("([day, days]) => Plan.before(day, days)", [first, days]) == meant
    assert page.evaluate("() => Plan.before('2027-02-29', 1)") is None
    assert page.evaluate("() => Plan.before('soon', 1)") is None
    context.close()


def test_the_browser_writes_the_same_calendar(page: Page, address: str, site: object) -> None:
    page.goto(address + SCHOLAR)
    data = page.locator("[data-plan]").get_attribute("data-plan") or ""
    for start in ("2027-07-01", "2028-03-01"):
        words = page.evaluate(
            "start => Plan.calendar(JSON.parse(document.querySelector('[data-plan]')"
            ".dataset.plan), start)",
            start,
        )
        assert words == calendar(json.loads(data), date.fromisoformat(start))


def test_a_student_plans_an_elective(page: Page, address: str) -> None:
    page.clock.set_fixed_time("2027-01-15T12:00:00Z")
    page.goto(address + ELECTIVE)
    page.get_by_label("I begin on").fill("2027-04-01")
    page.get_by_text("Fill in times that are not known").click()
    page.get_by_label("Offer of an elective: weeks").fill("12")
    page.get_by_label("Visa interview: weeks").fill("4")
    page.get_by_role("button", name="Count back").click()
    column = last_column(page)
    assert column[0] == "Latest start, to begin on 1 April 2027"
    assert "Before 10 December 2026 (already past)" in column
    assert any(each.startswith(("By 4 March 2027", "Before 4 March 2027")) for each in column)
    assert (
        "Steps that should have begun already: 1." in page.get_by_role("status").first.inner_text()
    )
    expect(page).to_have_url(f"{address}{ELECTIVE}#start=2027-04-01")


def test_a_calendar_of_ones_own_dates_can_be_saved(page: Page, address: str) -> None:
    page.goto(f"{address}{SCHOLAR}#start=2028-03-01")
    with page.expect_download() as started:
        page.get_by_role("button", name="Calendar file of my dates").click()
    assert started.value.suggested_filename == "j-1-scholar-2111-2028-03-01.ics"
    read = Calendar.from_ical(Path(started.value.path()).read_bytes())
    assert day_of(read.walk("VEVENT")[-1]) == date(2028, 3, 1)


def test_ticks_are_gone_unless_the_reader_keeps_them(page: Page, address: str) -> None:
    page.goto(address + ELECTIVE)
    page.locator(BOX).first.check()
    page.reload()
    assert not page.locator(BOX).first.is_checked()
    assert page.evaluate("localStorage.length") == 0


def test_kept_ticks_come_back_and_erase_erases(page: Page, address: str) -> None:
    page.goto(address + ELECTIVE)
    page.get_by_label("Keep my ticks on this device").check()
    page.locator(BOX).first.check()
    page.reload()
    assert page.locator(BOX).first.is_checked()
    assert page.get_by_label("Keep my ticks on this device").is_checked()
    page.goto(address + SCHOLAR)
    page.locator(BOX).nth(1).check()
    page.get_by_role("button", name="Erase all ticks").click()
    assert not page.locator(f"{BOX}:checked").count()
    assert page.evaluate("localStorage.length") == 0
    page.goto(address + ELECTIVE)
    assert not page.locator(BOX).first.is_checked()


def test_ticks_travel_by_file(page: Page, browser: Browser, address: str) -> None:
    page.goto(address + ELECTIVE)
    page.locator(BOX).nth(2).check()
    with page.expect_download() as started:
        page.get_by_role("button", name="Save as a file").click()
    file = started.value.path()
    context = browser.new_context()
    other = context.new_page()
    other.goto(address + ELECTIVE)
    other.get_by_label("Load from a file").set_input_files(file)
    other.get_by_text("The ticks of the file are set.").wait_for()
    assert other.locator(BOX).nth(2).is_checked()
    wrong = {"name": "x.json", "mimeType": "application/json", "buffer": b"[1"}
    other.get_by_label("Load from a file").set_input_files(wrong)  # type: ignore[arg-type]
    other.get_by_text("That file does not hold ticks of ours.").wait_for()
    context.close()


def test_where_nothing_may_be_kept_the_page_says_so(page: Page, address: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    page.goto(address + ELECTIVE)
    page.get_by_label("Keep my ticks on this device").click()
    page.get_by_text("This browser lets nothing be kept").wait_for()
    assert not page.get_by_label("Keep my ticks on this device").is_checked()
    page.locator(BOX).first.check()
    assert page.locator(BOX).first.is_checked()


def test_a_coordinator_prints_one_list(page: Page, address: str) -> None:
    page.goto(address + SCHOLAR)
    page.get_by_label("Show").select_option("host-department")
    shown = page.locator("section:has(> .ctp-checklist):visible h3").all_inner_texts()
    assert [each.rstrip("#") for each in shown] == ["Host department"]
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print what is shown").click()
    page.emulate_media(media="print")
    assert not page.locator("#timeline").is_visible()
    assert not page.locator(".ctp-tools").first.is_visible()
    assert page.locator(f"{BOX}:visible").count()


@pytest.mark.parametrize("width", [320, 1280])
def test_without_scripts_everything_stands(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(address + SCHOLAR)
    assert not page.locator(".ctp-tools").first.is_visible()
    assert "Latest start, to begin on 1 July 2027" in page.content()
    page.locator(f"{BOX}:visible").first.check()
    context.close()
