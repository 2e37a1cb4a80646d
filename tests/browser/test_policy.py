"""The strict policy holds while the site is used, and nothing leaves the device."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.test_search import ask
from tests.sites import Built

PAGES = (
    "",
    "visas/b-1/",
    "california/pathways/h-1b-2113-teaching/",
    "sources/akey-2026/",
    "no/such/page/",
)


def watched(browser: Browser) -> tuple[Page, list[str], list[str]]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    context.on("request", lambda request: asked.append(request.url))
    return page, said, asked


def test_using_the_site_breaks_no_rule_and_asks_nobody_else(browser: Browser, address: str) -> None:
    page, said, asked = watched(browser)
    for path in PAGES:
        page.goto(address + path)
        ask(page, "permit")
        page.keyboard.press("Escape")
    page.goto(f"{address}california/pathways/b-1-elective/")
    page.locator(".ctp-alert summary").first.click()
    assert page.locator(".ctp-alert .ctp-claim").first.is_visible()
    lost = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    assert [each for each in said if each != lost] == []
    assert {url for url in asked if not url.startswith((address, "data:"))} == set()
    page.context.close()


def test_every_tool_keeps_the_policy(browser: Browser, address: str) -> None:
    page, said, asked = watched(browser)
    page.goto(f"{address}compare/visas/")
    page.get_by_text("Choose columns, filter and sort").click()
    page.get_by_label("B-1", exact=True).check()
    page.get_by_label("Trainee level").select_option("student")
    page.goto(f"{address}california/plans/b-1-elective/")
    page.get_by_label("I begin on").fill("2028-04-01")
    page.get_by_role("button", name="Count back").click()
    with page.expect_download():
        page.get_by_role("button", name="Calendar file of my dates").click()
    page.locator(".ctp-checklist input").first.check()
    with page.expect_download():
        page.get_by_role("button", name="Save as a file").click()
    page.goto(f"{address}quiz/")
    page.get_by_label("Type the name of the country").fill("Uganda")
    page.get_by_role("button", name="Continue").click()
    page.locator(".ctp-quiz__view:visible input").first.check()
    page.get_by_role("button", name="Continue").click()
    page.goto(f"{address}embedding/")
    page.locator('select[name="page"]').select_option("visas/b-1/")
    expect(page.frame_locator("iframe").first.locator("h1, h2").first).to_be_visible()
    page.goto(f"{address}quality/")
    assert said == []
    assert {url for url in asked if not url.startswith((address, "data:", "blob:"))} == set()
    page.context.close()


def test_nothing_is_kept_on_the_device(browser: Browser, address: str) -> None:
    page, _, _ = watched(browser)
    page.goto(f"{address}visas/b-1/")
    ask(page, "permit")
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie.length]")
    assert kept == [0, 0, 0]
    page.context.close()


def test_what_is_injected_does_not_run(browser: Browser, address: str) -> None:
    page, said, _ = watched(browser)
    page.goto(address)
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.injected = true";
            document.body.append(script);
            const styled = "<p style='color: red' id='styled'>x</p>";
            document.body.insertAdjacentHTML("beforeend", styled);
        }"""
    )
    refused = page.evaluate("fetch('https://example.org/').then(() => false, () => true)")
    assert refused
    assert page.evaluate("window.injected === undefined")
    assert (
        page.evaluate("getComputedStyle(document.getElementById('styled')).color")
        != "rgb(255, 0, 0)"
    )
    assert any("Content Security Policy" in each for each in said)
    page.context.close()


def test_every_script_is_ours_or_the_themes(site: Built) -> None:
    sources = {src for root in site.pages.values() for src in root.xpath("//script/@src")}
    ours = re.compile(r"[./]*assets/(copy|theme|(compare|embed|fresh|plan|quiz)/[a-z]+)\.js")
    assert [src for src in sources if not ours.fullmatch(src)] == []
