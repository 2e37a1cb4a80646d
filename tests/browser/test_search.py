from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.load import load
from tests.conftest import ROOT

RESULTS = ".md-search-result__item > a"

QUERIES = {
    "J1": "visas/j-1-scholar/",
    "J 1": "visas/j-1-student/",
    "J-1 scholar": "visas/j-1-scholar/",
    "H 1B": "visas/h-1b/",
    "H1B": "visas/h-1b/",
    "h-1b": "visas/h-1b/",
    "B1": "visas/b-1/",
    "O1": "visas/o-1a/",
    "TN": "visas/tn/",
    "E3": "visas/e-3/",
    "ESTA": "visas/visa-waiver/",
    "waiver": "visas/visa-waiver/",
    "2111": "california/licenses/permit-2111/",
    "2112": "california/licenses/permit-2112/",
    "2113": "california/licenses/permit-2113/",
    "2168": "california/licenses/permit-2168/",
    "elective": "visas/b-1/",
    "clerkship": "visas/b-1/",
    "observership": "visas/b-1/",
    "residency": "visas/j-1-physician/",
    "USMLE": "california/licenses/full-license/",
    "step 2 cs": "requirements/ecfmg-certificate/",
    "DS-2019": "requirements/ds-2019/",
    "I-20": "requirements/i-20/",
    "SSN": "requirements/ssn-or-itin/",
    "ITIN": "requirements/ssn-or-itin/",
    "fingerprints": "requirements/fingerprints/",
    "Live Scan": "requirements/fingerprints/",
    "malpractice": "barriers/insurance-gaps/",
    "stipend": "barriers/salary-and-stipend/",
    "travel ban": "alerts/entry-limits-",
    "bond": "alerts/visa-bonds/",
    "Canada": "visas/tn/",
    "Australia": "visas/e-3/",
    "tenure": "california/licenses/permit-2168/",
    "brain drain": "recommendations/avoid-brain-drain/",
    "special permit": "california/licenses/permit-21",
    "hands on": "california/levels/student/",
    "fellowship": "visas/j-1-physician/",
    "ECFMG": "requirements/ecfmg-certificate/",
    "Intealth": "requirements/ecfmg-certificate/",
    "Mexico": "visas/tn/",
    "moonlighting": "visas/j-1-physician/",
    "medical student": "california/levels/student/",
}
"""What people type, and a page that must be among the first three."""

DATA = load(ROOT / "data")
OTHER_NAMES = {
    name: record.id.rpartition("/")[2]
    for noun in ("visa", "license", "requirement")
    for record in DATA.of(noun).values()
    for name in record.other_names
}
"""Every other name of every record that text may mention, and the end of its address."""


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def ask(page: Page, query: str) -> list[str]:
    """Type a query; the addresses of the first three results."""
    box = page.get_by_role("textbox", name="Search")
    box.click()
    for words in ("", query):
        box.fill(words)
        box.press("End")  # the theme listens for keys
        page.locator(RESULTS).first.wait_for(state="attached" if words else "detached")
    before, found = None, shown(page)
    while found != before:
        page.wait_for_timeout(200)
        before, found = found, shown(page)
    return found


def shown(page: Page) -> list[str]:
    links = page.locator(RESULTS).evaluate_all("links => links.map(link => link.pathname)")
    return [str(link).lstrip("/") for link in links[:3]]


@pytest.mark.parametrize("name", OTHER_NAMES)
def test_a_record_is_found_by_each_of_its_names(page: Page, name: str) -> None:
    found = ask(page, name)
    assert any(link.endswith(f"/{OTHER_NAMES[name]}/") for link in found), found


def test_a_search_without_results_says_what_to_try(page: Page) -> None:
    box = page.get_by_role("textbox", name="Search")
    box.click()
    box.fill("zzzqqq")
    box.press("End")
    page.get_by_text("Nothing found. Try one word").wait_for()


@pytest.mark.parametrize("query", QUERIES)
def test_people_find_pages_by_their_own_spelling(page: Page, query: str) -> None:
    found = ask(page, query)
    assert any(QUERIES[query] in link for link in found), found


def test_search_documents_are_fetched_at_the_first_letter(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    page.get_by_role("textbox", name="Search").click()
    page.wait_for_timeout(500)
    assert not any("search_docs" in url or "workers/search" in url for url in asked)
    ask(page, "visa")
    assert sum("search_docs" in url for url in asked) == 1
    context.close()
