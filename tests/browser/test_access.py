"""axe finds nothing on each family of pages; keyboards and small screens get everything."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

FAMILIES = {
    "home": "",
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("family", FAMILIES)
def test_axe_finds_nothing(
    browser: Browser, address: str, family: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(address + FAMILIES[family])
    for summary in page.locator(".ctp-alert summary").all():
        summary.click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


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
