"""axe finds nothing on each family of pages; keyboards and small screens get everything."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

FAMILIES = {
    "home": "",
    "quiz": "quiz/",
    "how to read": "how-to-read/",
    "visas": "visas/",
    "visa": "visas/h-1b/",
    "licenses": "california/licenses/",
    "license": "california/licenses/permit-2113/",
    "pathways": "california/pathways/",
    "pathway": "california/pathways/b-1-elective/",
    "level": "california/levels/img-3-plus/",
    "comparison": "compare/visas/",
    "comparison of a few": "compare/visas/student/#cols=b-1,f-1&diff=1",
    "matrix": "california/compare/pathways/",
    "matrix of a level": "california/compare/pathways/img-3-plus/",
    "figure": "california/figures/img-3-plus/",
    "plan": "california/plans/j-1-scholar-2111/#start=2027-01-01",
    "who acts": "who-acts/",
    "actor": "who-acts/host-department/",
    "topic": "topics/licensing/",
    "host guide": "host-guide/",
    "a to z": "a-to-z/",
    "requirements": "requirements/",
    "requirement": "requirements/ds-160/",
    "barriers": "barriers/",
    "barrier": "barriers/number-before-permit/",
    "enabler": "enablers/student-electives-as-visitors/",
    "recommendations": "recommendations/",
    "stakeholder": "stakeholders/students/",
    "topics": "topics/",
    "policy changes": "alerts/",
    "policy change": "alerts/visa-bonds/",
    "glossary": "glossary/",
    "sources": "sources/",
    "source": "sources/akey-2026/",
    "lost": "no/such/page/",
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, color_scheme="light", reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def nothing_is_found(page: Page, *, colors_only: bool = False) -> None:
    only = {"runOnly": ["color-contrast"]} if colors_only else None
    found = Axe().run(page, options=only)
    assert found.violations_count == 0, found.generate_report()


def nothing_is_found_in_forced_colors(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    nothing_is_found(page, colors_only=True)
    page.emulate_media(forced_colors="none")


def nothing_sticks_out(page: Page) -> None:
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1]


@pytest.mark.parametrize("family", FAMILIES)
def test_axe_finds_nothing(page: Page, address: str, family: str) -> None:
    page.goto(address + FAMILIES[family])
    for summary in page.locator(".ctp-alert summary").all():
        summary.click()
    nothing_is_found(page)
    nothing_is_found_in_forced_colors(page)
    page.evaluate("document.documentElement.style.fontSize = '250%'")  # twice the theme's 125 %
    nothing_sticks_out(page)
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size({"width": 320, "height": 900})
    page.emulate_media(color_scheme="dark")  # `make audit` has every size in every color
    nothing_is_found(page)
    nothing_sticks_out(page)


STATES = {
    "search open": ("visas/b-1/", 1280, 'input[name="query"]', "2111"),
    "search open on a small screen": ("visas/b-1/", 320, '[data-opens="__search"]', "2111"),
    "nothing found": ("visas/b-1/", 1280, 'input[name="query"]', "zzzqqq"),
    "menu open": ("visas/b-1/", 320, '[data-opens="__drawer"]', ""),
    "columns to pick": ("compare/visas/", 1280, ".ctp-controls summary", ""),
    "columns to pick on a small screen": ("compare/visas/", 320, ".ctp-controls summary", ""),
    "times to fill in": ("california/plans/b-1-elective/", 1280, ".ctp-tools summary", ""),
    "steps ticked": ("california/plans/b-1-elective/", 320, ".ctp-checklist input", ""),
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(page: Page, address: str, state: str) -> None:
    path, width, opener, words = STATES[state]
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    page.locator(opener).first.click()
    if words:
        page.keyboard.type(words)
        expect(page.locator(".md-search-result__meta")).to_have_text(
            re.compile(r"matching documents|Nothing found")
        )
    page.wait_for_timeout(400)  # the theme slides things in
    page.emulate_media(color_scheme="dark")
    nothing_is_found(page)
    nothing_is_found_in_forced_colors(page)


def test_the_first_tab_skips_to_the_content(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}visas/b-1/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_single_letters_do_nothing(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.keyboard.press("s")
    page.keyboard.press("/")
    page.wait_for_timeout(200)
    assert not page.evaluate("document.getElementById('__search').checked")
    page.close()


def test_the_site_reads_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 900})
    page = context.new_page()
    page.goto(f"{address}california/pathways/b-1-elective/")
    assert page.get_by_role("heading", level=1).is_visible()
    page.locator(".ctp-alert summary").first.click()
    assert page.locator(".ctp-alert .ctp-claim").first.is_visible()
    context.close()
