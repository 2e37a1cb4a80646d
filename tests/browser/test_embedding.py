"""The page that makes codes for other people's pages: what it offers works there."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.test_embeds import TABLE, VISA, Host, host, page

__all__ = ["host", "page"]


def test_the_codes_that_are_offered_work_elsewhere(page: Page, address: str, host: Host) -> None:
    page.goto(f"{address}embedding/?page={VISA[:-1]}")
    preview = page.frame_locator("pathway-embed iframe")
    expect(preview.get_by_role("heading", level=1)).to_contain_text("B-1")
    page.get_by_label("Colors").select_option("dark")
    frame = page.locator("textarea[name=frame]").input_value()
    made = page.locator("textarea[name=element]").input_value()
    assert f'src="{address}embed/{VISA}#theme=dark"' in frame
    page.goto(host(made))
    expect(page.frame_locator("iframe").locator("html")).to_have_attribute("data-theme", "dark")
    page.goto(host(frame))
    expect(page.frame_locator("iframe").locator("html")).to_have_attribute("data-theme", "dark")


def test_the_copy_keeps_heading_table_day_sources_and_links_and_nothing_that_is_removed(
    page: Page, address: str
) -> None:
    page.goto(f"{address}embedding/?page={TABLE[:-1]}")
    field = page.locator("textarea[name=copy]")
    expect(field).to_have_value(re.compile("<table>"))
    words = field.input_value()
    assert "<h1>Compare visas: medical student" in words
    assert "as of 22 November 2026" in words
    assert f'href="{address}{TABLE}"' in words
    assert "<h2>Sources</h2>" in words
    assert {*re.findall(r"<([a-z0-9]+)", words)} <= {
        *("h1", "h2", "h3", "p", "a", "ul", "ol", "li", "dl", "dt", "dd", "strong", "em"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    }
    assert {*re.findall(r' ([a-z-]+)="', words)} <= {"href", "scope"}
    assert 'href="#' not in words


def test_a_code_is_copied(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}embedding/?page={VISA[:-1]}")
    expect(page.locator("textarea[name=frame]")).to_have_value(re.compile(VISA))
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("textarea[name=frame]").input_value()
    context.close()


def test_without_scripts_the_codes_have_blanks_to_fill_in(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}embedding/")
    assert 'src="SITE/embed/PAGE"' in page.locator("textarea[name=frame]").input_value()
    expect(page.get_by_text("For PAGE write")).to_be_visible()
    expect(page.get_by_label("Colors")).to_be_hidden()
    context.close()
