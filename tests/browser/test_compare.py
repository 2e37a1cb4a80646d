"""Comparison tables in a real browser: pick, filter, differ, sort, share, go back, print."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

VISAS = "compare/visas/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def columns(page: Page) -> list[str]:
    return page.locator("[data-compare] thead th:visible").all_inner_texts()[1:]


def status(page: Page) -> str:
    return page.locator("[data-status=table]").inner_text()


def test_picked_columns_stand_in_the_address_and_back_undoes(page: Page, address: str) -> None:
    page.goto(address + VISAS)
    page.get_by_text("Choose columns, filter and sort").click()
    page.get_by_label("B-1", exact=True).check()
    page.get_by_label("J-1 scholar", exact=True).check()
    assert columns(page) == ["B-1", "J-1 scholar"]
    expect(page).to_have_url(f"{address}{VISAS}#cols=b-1,j-1-scholar")
    assert status(page) == "2 of 11 visas are shown."
    heads = page.locator("[data-compare] thead th:visible")
    page.go_back()
    expect(heads).to_have_count(2)
    assert columns(page) == ["B-1"]
    page.go_back()
    expect(heads).to_have_count(12)


def test_four_columns_are_the_most(page: Page, address: str) -> None:
    page.goto(f"{address}{VISAS}#cols=b-1,e-3,f-1,h-1b,tn")
    assert len(columns(page)) == 4
    assert page.get_by_label("TN", exact=True).is_disabled()
    assert page.get_by_text("Four are picked").is_visible()


def test_a_shared_link_shows_the_same_table(page: Page, address: str) -> None:
    page.goto(f"{address}{VISAS}#cols=b-1,visa-waiver&diff=1")
    assert columns(page) == ["B-1", "Visa waiver"]
    assert page.get_by_label("Only rows that differ").is_checked()
    hidden = page.locator("[data-compare] tbody tr[hidden]")
    assert f"{hidden.count()} rows are hidden, because they say the same." in status(page)
    for row in hidden.all():
        cells = row.locator("td:not([hidden])").evaluate_all(
            "cells => cells.map(cell => { const c = cell.cloneNode(true);"
            " c.querySelectorAll('.ctp-cite').forEach(e => e.remove());"
            " return c.textContent.trim(); })"
        )
        assert len(set(cells)) == 1


def test_filters_keep_what_fits_and_count_what_is_left(page: Page, address: str) -> None:
    page.goto(address + VISAS)
    page.get_by_text("Choose columns, filter and sort").click()
    page.get_by_label("Trainee level").select_option("student")
    assert columns(page) == ["B-1", "F-1", "J-1 student", "Visa waiver"]
    host = page.locator("select[name=pay] option[value=paid-by-host]").inner_text()
    page.get_by_label("Who may pay you").select_option("paid-by-host")
    assert host.endswith(f"({len(columns(page))})")
    page.locator("select[name=contact]").select_option("within-license")
    assert "Nothing fits all of that" in status(page)
    page.get_by_role("button", name="Show everything again").click()
    expect(page.locator("[data-compare] thead th:visible")).to_have_count(12)


def test_sorting_puts_the_longest_stay_first(page: Page, address: str) -> None:
    page.goto(f"{address}{VISAS}#sort=stay")
    assert columns(page)[:3] == ["J-1 scholar", "B-1", "Visa waiver"]
    texts = page.locator("[data-compare] tbody tr:first-child td").all_inner_texts()
    assert texts[:2] == ["Student and exchange visitor", "Self-sponsored"]


def test_what_the_address_does_not_know_is_ignored(page: Page, address: str) -> None:
    page.goto(f"{address}{VISAS}#cols=z-9,b-1&level=nobody&sort=luck&x=<b>")
    assert columns(page) == ["B-1"]


def test_everything_works_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + VISAS)
    summary = page.locator(".ctp-controls summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert columns(page) == ["B-1"]
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert columns(page) == ["B-1", "E-3"]


def test_a_small_screen_has_a_list_for_each_column(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 900})
    page = context.new_page()
    page.goto(f"{address}{VISAS}#cols=b-1,tn")
    assert not page.locator("[data-compare] table").is_visible()
    heads = page.locator(".ctp-compare__lists h3:visible").all_inner_texts()
    assert heads == ["B-1", "TN"]
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()


def test_without_scripts_the_whole_table_stands(browser: Browser, address: str) -> None:
    for width in (320, 1280):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=False
        )
        page = context.new_page()
        page.goto(address + VISAS)
        shown = "thead th:visible" if width == 1280 else ".ctp-compare__lists h3:visible"
        assert page.locator(f"[data-compare] {shown}").count() == 11 + (width == 1280)
        assert not page.locator(".ctp-controls").is_visible()
        assert page.get_by_role("link", name="Medical student", exact=True).is_visible()
        context.close()


def test_the_matrix_lets_its_licenses_be_picked(page: Page, address: str) -> None:
    page.goto(f"{address}california/compare/pathways/img-3-plus/#cols=permit-2111,permit-2113")
    heads = page.locator("[data-compare] thead th:visible").all_inner_texts()
    assert heads == ["Visa", "Permit 2111", "Permit 2113"]


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_it_prints_across(page: Page, address: str, paper: str) -> None:
    page.goto(f"{address}{VISAS}#cols=b-1,tn")
    page.emulate_media(media="print")
    assert page.locator("[data-compare] table").is_visible()
    assert not page.locator(".ctp-controls").is_visible()
    data = page.pdf(format=paper, prefer_css_page_size=True)
    assert b"/MediaBox [0 0 792" in data or b"/MediaBox [0 0 842" in data or b"841" in data
