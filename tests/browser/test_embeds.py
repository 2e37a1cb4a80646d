"""Embeds on other people's pages: another origin, sandboxed, with and without scripts."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FrameLocator, Page, ViewportSize, expect

from generator.model.document import Page as SitePage
from generator.render.links import Addresses
from generator.render.snippets import frame_in_quotation, snippets
from tests.browser.server import serving
from tests.browser.test_policy import watched
from tests.sites import Built

VISA, TABLE, QUIZ = "visas/b-1/", "compare/visas/student/", "quiz/"
TALL: ViewportSize = {"width": 1280, "height": 900}
Host = Callable[[str], str]

FAMILIES = {
    "visa": "visas/h-1b/",
    "license": "california/licenses/permit-2113/",
    "pathway": "california/pathways/b-1-elective/",
    "plan": "california/plans/j-1-scholar-2111/",
    "comparison": "compare/visas/",
    "matrix": "california/compare/pathways/img-3-plus/",
    "figure": "california/figures/img-3-plus/",
    "level": "california/levels/student/",
    "actor": "who-acts/trainee/",
    "topic": "topics/licensing/",
    "stakeholder": "stakeholders/img-under-3/",
    "hand-written": "host-guide/",
    "way into the quiz": "quiz/",
    "quiz": "quiz/questions/",
}


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """Another site: gives the address of a page of its own with some HTML in it."""
    with serving(tmp_path) as home:

        def page(html: str) -> str:
            (tmp_path / "index.html").write_text(f"<!doctype html><title>H</title>{html}", "utf-8")
            return home

        yield page


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=TALL)
    yield context.new_page()
    context.close()


def element(address: str, url: str, more: str = "") -> str:
    full = f"{address}{url.split('#', maxsplit=1)[0]}"
    return (
        f'<pathway-embed page="{url}" {more}><a href="{full}">The page</a></pathway-embed>'
        f'<script src="{address}assets/embed/embed.js" async></script>'
    )


def code(address: str, url: str, title: str = "The page") -> str:
    page = SitePage("", url, title, "", "visa", "")
    return snippets(page, Addresses(address), "1 May 2026").frame


def fits(page: Page) -> None:
    """Wait until the frame is exactly as high as what is in it."""
    frame = page.locator("iframe").first
    expect(frame.content_frame.locator("h1")).to_be_visible()
    inner = frame.content_frame.locator("body")
    page.wait_for_function(
        "height => document.querySelector('iframe').offsetHeight === height",
        arg=inner.evaluate("body => Math.ceil(body.getBoundingClientRect().height)"),
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("family", FAMILIES)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_frame(
    browser: Browser, address: str, family: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(f"{address}embed/{FAMILIES[family]}")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("url", [VISA, TABLE, QUIZ])
def test_the_frame_is_as_high_as_its_content_and_the_link_goes(
    page: Page, address: str, host: Host, url: str
) -> None:
    page.goto(host(element(address, url)))
    fits(page)
    expect(page.get_by_role("link", name="The page")).to_be_hidden()
    expect(page.locator("iframe")).to_have_attribute("title", "The page")


def test_a_plain_frame_of_ours_grows_too_where_the_script_is(
    page: Page, address: str, host: Host
) -> None:
    page.goto(host(f'<script src="{address}assets/embed/embed.js"></script>{code(address, VISA)}'))
    fits(page)


def test_it_follows_when_the_page_around_it_gets_narrow(
    page: Page, address: str, host: Host
) -> None:
    page.goto(host(element(address, VISA)))
    fits(page)
    before = page.locator("iframe").evaluate("frame => frame.offsetHeight")
    page.set_viewport_size({"width": 336, "height": 900})
    page.wait_for_function(
        "before => document.querySelector('iframe').offsetHeight > before", arg=before
    )
    fits(page)
    inner = page.frame_locator("iframe").locator("html")
    assert inner.evaluate("html => html.scrollWidth <= html.clientWidth")


def test_it_takes_the_colors_of_the_page_around_it(page: Page, address: str, host: Host) -> None:
    page.goto(host(element(address, VISA, 'theme="dark"')))
    inner = page.frame_locator("iframe").locator("html")
    expect(inner).to_have_css("background-color", "rgb(18, 24, 31)")
    page.evaluate("document.querySelector('pathway-embed').setAttribute('theme', 'light')")
    expect(inner).to_have_css("background-color", "rgb(255, 255, 255)")
    page.evaluate("document.querySelector('pathway-embed').setAttribute('theme', 'auto')")
    page.emulate_media(color_scheme="dark")
    expect(inner).to_have_css("background-color", "rgb(18, 24, 31)")


def test_it_changes_with_the_page_that_is_asked_for(page: Page, address: str, host: Host) -> None:
    page.goto(host(element(address, VISA)))
    inner = page.frame_locator("iframe")
    expect(inner.get_by_role("heading", level=1)).to_contain_text("B-1")
    page.evaluate("document.querySelector('pathway-embed').setAttribute('page', 'visas/tn/')")
    expect(inner.get_by_role("heading", level=1)).to_contain_text("TN")


def test_a_comparison_shows_the_columns_that_are_asked_for(
    page: Page, address: str, host: Host
) -> None:
    page.goto(host(element(address, f"{TABLE}#cols=b-1,f-1")))
    heads = page.frame_locator("iframe").locator("thead th:visible")
    expect(heads).to_have_text(["Visas", "B-1", "F-1"])


@pytest.mark.parametrize("wrong", ["", "../", "https://elsewhere.test/", "//elsewhere.test/x"])
def test_only_our_embeds_are_framed(page: Page, address: str, host: Host, wrong: str) -> None:
    page.goto(
        host(f'<pathway-embed id="w" page="{wrong}"></pathway-embed>{element(address, VISA)}')
    )
    fits(page)
    assert page.locator("#w iframe").count() == 0


def test_without_scripts_a_link_stands_there_and_a_plain_frame_reads(
    browser: Browser, address: str, host: Host
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 900})
    page = context.new_page()
    page.goto(host(f"{element(address, VISA)}{code(address, VISA)}"))
    expect(page.get_by_role("link", name="The page")).to_have_attribute("href", f"{address}{VISA}")
    inner = page.frame_locator("iframe")
    expect(inner.get_by_role("heading", level=1)).to_be_visible()
    expect(inner.locator(".ctp-credit")).to_contain_text("as of 22 November 2026")
    context.close()


def test_a_strict_policy_around_it_needs_our_address_twice(
    browser: Browser, address: str, host: Host
) -> None:
    page, said, _ = watched(browser)
    ours = address.rstrip("/")
    policy = f"default-src 'none'; script-src {ours}; frame-src {ours}"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    page.goto(host(f"{meta}{element(address, VISA)}"))
    fits(page)
    assert [each for each in said if "favicon" not in each] == []
    page.context.close()


def test_it_asks_nobody_but_us_and_can_keep_nothing(
    browser: Browser, address: str, host: Host
) -> None:
    page, said, asked = watched(browser)
    home = host(f'<link rel="icon" href="data:,">{element(address, VISA)}')
    page.goto(home)
    fits(page)
    inner = page.frame_locator("iframe").locator("html")
    refused = "() => { try { localStorage.length; return false } catch { return true } }"
    assert inner.evaluate(refused)
    assert {each for each in asked if not each.startswith((address, home, "data:"))} == set()
    assert len([each for each in asked if each.startswith(address)]) == 4
    assert said == []
    page.context.close()


def test_a_frame_far_below_is_fetched_when_it_is_reached(
    browser: Browser, address: str, host: Host
) -> None:
    page, _, asked = watched(browser)
    far = '<div style="height: 20000px"></div>'
    page.goto(host(f"{element(address, VISA)}{far}{element(address, TABLE)}"))
    fits(page)
    assert not [each for each in asked if f"embed/{TABLE}" in each]
    page.locator("pathway-embed").nth(1).scroll_into_view_if_needed()
    expect(page.frame_locator("iframe >> nth=1").locator("h1")).to_be_visible()
    page.context.close()


HEARD = "window.heard = []; addEventListener('message', ({ data }) => heard.push(data));"
"""Messages arrive in the order of sending: after the last one, all were heard."""


def height(page: Page) -> int:
    found: int = page.locator("iframe").first.evaluate("frame => frame.offsetHeight")
    return found


def test_forged_messages_change_nothing(page: Page, address: str, host: Host) -> None:
    page.goto(host(f"<script>{HEARD}</script>{element(address, VISA)}"))
    fits(page)
    own = height(page)
    page.evaluate("postMessage({ type: 'pathways:height', height: 777 }, '*')")
    page.evaluate("postMessage('end', '*')")
    page.wait_for_function("() => heard.includes('end')")
    assert height(page) == own


def test_a_message_of_another_frame_changes_nothing(page: Page, address: str, host: Host) -> None:
    page.goto(host(f"<script>{HEARD}</script>{element(address, VISA)}"))
    fits(page)
    own = height(page)
    page.evaluate(
        """() => {
            const frame = document.createElement("iframe");
            frame.setAttribute("sandbox", "allow-scripts");
            frame.srcdoc = "<script>parent.postMessage({ type: 'pathways:height', height: 4321 },"
                + "'*'); parent.postMessage('end', '*')</" + "script>";
            document.body.append(frame);
        }"""
    )
    page.wait_for_function("() => heard.includes('end')")
    assert height(page) == own
    assert page.locator("iframe").nth(1).evaluate("frame => frame.offsetHeight") < 4321


def test_our_own_frame_may_not_ask_for_any_height(page: Page, address: str, host: Host) -> None:
    page.goto(host(f"<script>{HEARD}</script>{element(address, VISA)}"))
    fits(page)
    own = height(page)
    page.frame_locator("iframe").locator("html").evaluate(
        """() => {
            for (const height of [1e9, -1, 5, "700px", 800.5]) {
                parent.postMessage({ type: "pathways:height", height }, "*");
            }
            parent.postMessage("end", "*");
        }"""
    )
    page.wait_for_function("() => heard.includes('end')")
    assert height(page) == own


def answer(inner: FrameLocator, value: str) -> None:
    field = inner.locator("fieldset:visible input[type=text]")
    if field.count() and not inner.locator(f"fieldset:visible input[value='{value}']").count():
        field.fill(value)
    else:
        inner.locator(f"fieldset:visible input[value='{value}']").check()
    inner.get_by_role("button", name="Continue").click()


@pytest.mark.parametrize("sandbox", ["ours", "allow-scripts"])
def test_the_quiz_works_inside_and_leaves_no_trace_in_the_history(
    page: Page, address: str, host: Host, sandbox: str
) -> None:
    frame = code(address, QUIZ)
    if sandbox != "ours":
        frame = re.sub('sandbox="[^"]*"', f'sandbox="{sandbox}"', frame)
    page.goto(host(frame))
    before = page.evaluate("history.length")
    inner = page.frame_locator("iframe")
    inner.get_by_role("link", name="Start").click()
    expect(inner.locator(".ctp-quiz--live")).to_be_visible()  # its scripts have run
    answer(inner, "Uganda")
    expect(inner.get_by_text("Question 2")).to_be_visible()
    inner.get_by_role("button", name="Back").click()
    expect(inner.get_by_text("Question 1")).to_be_visible()
    answer(inner, "Uganda")
    expect(inner.get_by_text("Question 2")).to_be_visible()
    for _ in range(20):
        if inner.get_by_role("heading", name="Your results").is_visible():
            break
        asked = inner.locator("fieldset:visible legend").inner_text()
        inner.locator("fieldset:visible input[type=radio]").first.check()
        inner.get_by_role("button", name="Continue").click()
        expect(inner.locator("legend:visible", has_text=asked)).to_have_count(0)
    expect(inner.get_by_role("heading", name="Your results")).to_be_visible()
    link = inner.get_by_role("link", name="Link to these answers")
    assert "../quiz/#rules=" in (link.get_attribute("href") or "")
    assert page.evaluate("history.length") == before


WORDPRESS = """
    addEventListener("message", ({ data, source }) => {
        if (!data || !data.secret || /[^a-zA-Z0-9]/.test(data.secret)) return;
        const frame = document.querySelector(`iframe[data-secret="${data.secret}"]`);
        const quotation = document.querySelector(`blockquote[data-secret="${data.secret}"]`);
        if (!frame || frame.contentWindow !== source) return;
        quotation.style.display = "none";
        frame.removeAttribute("style");
        const asked = parseInt(data.value, 10);
        if (data.message === "height") frame.height = Math.min(1000, Math.max(200, asked));
        if (data.message !== "link" || document.activeElement !== frame) return;
        if (new URL(data.value).host === new URL(frame.src).host) top.location.href = data.value;
    });
    addEventListener("DOMContentLoaded", () => {
        const frame = document.querySelector("iframe");
        frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*");
    });
"""


def in_wordpress(address: str, url: str, title: str) -> str:
    """What WordPress makes of our answer: quotation and frame with a secret, and its script."""
    page = SitePage("", url, title, "", "visa", "")
    html = frame_in_quotation(page, Addresses(address))
    html = html.replace("<blockquote", '<blockquote class="wp-embedded-content" data-secret="aB3"')
    html = re.sub(r'src="([^"]*)"', r'src="\1#?secret=aB3" data-secret="aB3"', html)
    more = 'class="wp-embedded-content" sandbox="allow-scripts" security="restricted"'
    html = html.replace("<iframe", f'<iframe {more} style="position: absolute; visibility: hidden"')
    return f"<script>{WORDPRESS}</script>{html}"


def test_wordpress_shows_the_frame_at_its_height_and_follows_its_links(
    page: Page, address: str, host: Host
) -> None:
    page.goto(host(in_wordpress(address, QUIZ, "Find your pathway")))
    inner = page.frame_locator("iframe")
    expect(inner.get_by_role("heading", level=1)).to_be_visible()
    content = inner.locator("body").evaluate("body => body.getBoundingClientRect().height")
    expect(page.locator("iframe")).to_have_attribute("height", str(math.ceil(content)))
    expect(page.locator("blockquote")).to_be_hidden()
    inner.get_by_role("link", name="Open the full page").click()
    expect(page).to_have_url(f"{address}quiz/")


def test_wordpress_cuts_a_long_frame_which_scrolls(page: Page, address: str, host: Host) -> None:
    page.goto(host(in_wordpress(address, VISA, "B-1")))
    page.wait_for_function("document.querySelector('iframe').height === '1000'")
    inner = page.frame_locator("iframe")
    inner.get_by_role("heading", name="Sources").scroll_into_view_if_needed()
    expect(inner.get_by_role("heading", name="Sources")).to_be_in_viewport()


def test_canvas_is_told_the_height_in_its_own_words(page: Page, address: str, host: Host) -> None:
    frame = code(address, VISA).replace(f"embed/{VISA}", f"embed/{VISA}#host=canvas")
    page.goto(host(f"<script>{HEARD}</script>{frame}"))
    page.wait_for_function("() => heard.some((each) => each.subject === 'lti.frameResize')")
    inner = page.frame_locator("iframe").locator("body")
    content = inner.evaluate("body => body.getBoundingClientRect().height")
    said = page.evaluate("heard.filter((each) => each.subject === 'lti.frameResize').pop()")
    assert said == {"subject": "lti.frameResize", "height": math.ceil(content)}


def test_a_link_opens_beside_the_page_around_it(page: Page, address: str, host: Host) -> None:
    home = host(code(address, VISA))
    page.goto(home)
    with page.context.expect_page() as opened:
        page.frame_locator("iframe").get_by_role("link", name="Open the full page").click()
    expect(opened.value).to_have_url(f"{address}{VISA}")
    expect(page).to_have_url(home)


def test_a_number_leads_to_its_source_inside_the_frame(
    page: Page, address: str, host: Host
) -> None:
    page.goto(host(code(address, VISA)))
    inner = page.frame_locator("iframe")
    inner.locator(".ctp-cite a").first.click()
    expect(inner.locator(".ctp-sources > li").first).to_be_in_viewport()


def test_a_reader_is_told_when_its_statements_are_past_their_day(
    page: Page, address: str, site: Built
) -> None:
    fresh = "//p[@class='ctp-stale' and @hidden]/@data-review-by"
    days = {url: root.xpath(fresh) for url, root in site.embeds.items()}
    where, day = next((url, found[0]) for url, found in days.items() if found)
    words = page.get_by_text("past the day by which we meant to check")
    page.clock.set_fixed_time(f"{day}T12:00:00Z")
    page.goto(address + where)
    expect(words).to_be_hidden()
    page.clock.set_fixed_time(f"{date.fromisoformat(day) + timedelta(1)}T12:00:00Z")
    page.reload()
    expect(words).to_be_visible()


def test_what_was_past_its_day_already_says_so_without_scripts(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}embed/{VISA}")
    expect(page.get_by_text("past the day by which we meant to check")).to_be_visible()
    context.close()
