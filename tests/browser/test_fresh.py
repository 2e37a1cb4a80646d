"""What is overdue says so by the reader's clock, without a new build."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.model.inline import CHECK_AGAIN
from tests.sites import Built

BUILT, LATER = "2026-11-22T12:00", "2028-03-01T12:00"
MARKS = ".ctp-due"
PAGES = ("visas/tn/", "california/compare/licenses/", "compare/visas/", "sources/")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def at(page: Page, day: str, address: str) -> int:
    """Open a page on a day, and count its marks."""
    page.clock.set_fixed_time(day)
    page.goto(address)
    return page.locator(MARKS).count()


@pytest.mark.parametrize("path", PAGES)
def test_what_is_overdue_says_so_later_and_is_counted(page: Page, address: str, path: str) -> None:
    now = at(page, BUILT, address + path)
    later = at(page, LATER, address + path)
    assert later > now
    for mark in page.locator(MARKS).all_text_contents():
        assert mark.count(CHECK_AGAIN) == 1, mark
    notice = page.locator(".ctp-fresh")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("1 March 2028")
    expect(notice.locator("b")).to_have_text(str(later))


def test_a_claim_turns_on_the_day_after_its_review_day(page: Page, address: str) -> None:
    page.clock.set_fixed_time(BUILT)
    page.goto(f"{address}visas/tn/")
    claim = page.locator(".ctp-claim:has([data-review-by])").first
    day = claim.locator("[data-review-by]").first.get_attribute("data-review-by")
    name = claim.get_attribute("id")
    for hour, due in ((f"{day}T23:00", 0), (f"{day}T24:00", 1)):
        page.clock.set_fixed_time(hour)
        page.reload()
        expect(page.locator(f"#{name} .ctp-age .ctp-due")).to_have_count(due)


def test_the_quiz_says_it_in_its_results(page: Page, address: str) -> None:
    link = f"{address}quiz/#v=&citizenship=UG&level=student&goal=short-rotation"
    page.clock.set_fixed_time(BUILT)
    page.goto(link)
    results = page.locator(".ctp-results")
    expect(results).to_be_visible()
    before = results.locator(MARKS).count()
    page.clock.set_fixed_time(LATER)
    page.reload()
    expect(results).to_be_visible()
    assert results.locator(MARKS).count() > before


def test_policy_changes_begin_and_end_by_the_readers_day(page: Page, address: str) -> None:
    fee = "tr:has(a[href*='medical-board-fee']) .ctp-in-force"
    page.clock.set_fixed_time("2026-12-31T12:00")
    page.goto(f"{address}alerts/")
    expect(page.locator(fee)).to_have_text("(from 1 January 2027)")
    page.clock.set_fixed_time("2027-01-01T12:00")
    page.reload()
    expect(page.locator(fee)).to_be_empty()
    ended = page.locator("tr:has(a[href*='visa-bonds']) .ctp-in-force")
    expect(ended).to_have_text("(past its planned end)")


def test_without_scripts_the_page_speaks_for_the_day_of_the_site(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}visas/h-1b/")
    expect(page.locator(".ctp-fresh")).to_contain_text("22 November 2026")
    expect(page.locator(".ctp-claim .ctp-due").first).to_contain_text(CHECK_AGAIN)
    context.close()


def test_the_script_is_small(site: Built) -> None:
    script = (site.folder / "assets/fresh/fresh.js").read_bytes()
    assert len(gzip.compress(script, 9)) < 1000
