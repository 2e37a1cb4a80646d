"""The menu and the search by keyboard, on small screens and large, and what they cost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    yield context.new_page()
    context.close()


def test_the_menu_of_a_small_screen_opens_by_keyboard(phone: Page, address: str) -> None:
    phone.goto(f"{address}visas/b-1/")
    menu = phone.get_by_role("button", name="Menu")
    link = phone.get_by_role("link", name="Enablers", exact=True)
    expect(link).to_be_hidden()
    phone.keyboard.press("Tab")
    phone.keyboard.press("Tab")
    expect(menu).to_be_focused()
    phone.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    for _ in range(4):
        phone.keyboard.press("Tab")
    expect(phone.get_by_role("link", name="Find your pathway").first).to_be_focused()
    phone.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(link).to_be_hidden()


def test_everything_in_the_menu_of_a_small_screen_is_seen(phone: Page, address: str) -> None:
    phone.goto(f"{address}visas/")
    phone.get_by_role("button", name="Menu").click()
    for link in phone.locator(".md-nav--primary .md-nav__link[href]").all():
        link.scroll_into_view_if_needed()
        expect(link).to_be_in_viewport()
    phone.get_by_role("link", name="Enablers", exact=True).click()
    expect(phone).to_have_url(f"{address}enablers/")


def test_a_small_screen_searches_by_keyboard(phone: Page, address: str) -> None:
    phone.goto(f"{address}visas/b-1/")
    phone.get_by_role("button", name="Search").press("Enter")
    expect(phone.get_by_role("textbox", name="Search")).to_be_focused()
    phone.keyboard.type("2111")
    first = phone.locator(".md-search-result__item > a").first
    expect(first).to_be_visible()
    phone.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("2111")


def test_the_menu_opens_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}visas/b-1/")
    page.get_by_role("checkbox", name="Menu").press("Space")
    page.get_by_role("link", name="Enablers", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Enablers")
    context.close()


def test_the_themes_script_waits_for_the_search(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.split("/")[-1].split(".")[0]))
    page.goto(f"{address}visas/b-1/", wait_until="networkidle")
    assert {"bundle", "worker", "search_index", "search_docs"}.isdisjoint(asked)
    page.get_by_role("textbox", name="Search").focus()
    page.wait_for_function("document.querySelector('script[src*=bundle]')")
    page.wait_for_load_state("networkidle")
    assert "bundle" in asked
    assert "search_docs" not in asked
    page.keyboard.type("2111")
    expect(page.locator(".md-search-result__item > a").first).to_be_visible()
    assert "search_docs" in asked
    context.close()


def test_what_was_typed_before_the_script_came_is_searched(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    held: list[Route] = []
    page.route("**/bundle.*.js", lambda route: held.append(route))  # noqa: PLW0108 - a builtin cannot be wrapped
    page.goto(f"{address}visas/b-1/")
    page.get_by_role("textbox", name="Search").press_sequentially("2113")
    page.wait_for_function("document.querySelector('script[src*=bundle]')")
    for route in held:
        route.continue_()
    expect(page.locator(".md-search-result__item > a").first).to_contain_text("2113")
    context.close()


def test_the_search_comes_back_when_the_line_does(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.route("**/bundle.*.js", lambda route: route.abort())
    page.goto(f"{address}visas/b-1/")
    box = page.get_by_role("textbox", name="Search")
    with page.expect_event("requestfailed"):
        box.focus()
    page.unroute("**/bundle.*.js")
    box.press_sequentially("2113")
    expect(page.locator(".md-search-result__item > a").first).to_contain_text("2113")
    context.close()
