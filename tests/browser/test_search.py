from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

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
    "quiz": "quiz/",
    "eligible": "quiz/",
    "Canada": "visas/tn/",
    "Australia": "visas/e-3/",
    "tenure": "california/licenses/permit-2168/",
    "brain drain": "recommendations/avoid-brain-drain/",
}


@pytest.fixture
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
    box.press_sequentially(query)
    page.locator(RESULTS).first.wait_for(timeout=10_000)
    page.wait_for_timeout(300)
    links = page.locator(RESULTS).evaluate_all("links => links.map(link => link.pathname)")
    return [str(link).lstrip("/") for link in links[:3]]


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
