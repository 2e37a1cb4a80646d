"""People go through the questions: by mouse, by keyboard, without scripts, on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_policy import watched
from tests.sites import Built

STUDENT = {
    "citizenship": "Uganda",
    "level": "student",
    "goal": "short-rotation",
    "stay": "90-days",
    "pay": "unpaid",
    "enrollment": "abroad-final-years",
    "offer": "none",
}
TODAY = "2026-02-01T12:00:00"
WARNING = "This link shows your answers, nationality included."


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.clock.set_fixed_time(TODAY)
    page.goto(f"{address}quiz/")
    yield page
    context.close()


def asked(page: Page) -> str | None:
    """The question that is shown, if one is."""
    shown = page.locator(".ctp-quiz__view:visible")
    return shown.get_attribute("data-question") if shown.count() else None


def expect_asked(page: Page, question: str) -> None:
    """Wait until a question is shown."""
    expect(page.locator(f'.ctp-quiz__view[data-question="{question}"]')).to_be_visible()


def answer(page: Page, option: str) -> None:
    """Answer the question that is shown."""
    if asked(page) == "citizenship" and option != "unsure":
        page.get_by_label("Type the name of the country").fill(option)
    else:
        page.locator(f'.ctp-quiz__view:visible input[value="{option}"]').check()
    page.get_by_role("button", name="Continue").click()


def go_through(page: Page, answers: dict[str, str]) -> list[str]:
    """Answer what is asked, "Not sure" where nothing is given; the questions in order."""
    seen = []
    while question := asked(page):
        seen.append(question)
        answer(page, answers.get(question, "unsure"))
    return seen


def group(page: Page, outcome: str) -> list[str]:
    """The pathways of one group of the results."""
    titles = page.locator(f'[data-group="{outcome}"] .ctp-card__title a')
    return [str(each).split("/")[-2] for each in titles.evaluate_all("all => all.map(a => a.href)")]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def test_a_student_is_led_to_an_elective(page: Page) -> None:
    assert go_through(page, STUDENT) == list(STUDENT)
    assert focused(page) == "Your results"
    assert group(page, "open-if") == ["b-1-elective"]
    assert len(group(page, "closed")) == 42
    card = page.locator('[data-group="open-if"] .ctp-card')
    expect(card.locator(".ctp-result__first")).to_contain_text("Offer of an elective")
    expect(card.locator(".ctp-chain")).to_contain_text("Supervised contact")
    card.get_by_text("What it asks").click()
    expect(card.locator(".ctp-result__all")).to_contain_text("Home dean's letter")
    expect(card.locator("[data-alerts]")).to_contain_text("Visa bonds")
    card.get_by_text("What would change this").click()
    expect(card.locator("[data-changes] li")).to_contain_text("An elective at a hospital")


def test_every_link_in_the_results_leads_to_a_statement(page: Page, site: Built) -> None:
    go_through(page, STUDENT)
    links = page.locator(".ctp-results a").evaluate_all("all => all.map(a => a.href)")
    home = page.url.split("quiz/")[0]
    inside = {each for each in links if each.startswith(home) and "=" not in each}
    assert len(inside) > 200
    for link in inside:
        path, _, anchor = link.removeprefix(home).partition("#")
        ids = site.pages[f"{path}index.html"].xpath("//@id")
        assert not anchor or anchor in ids, link


def test_a_name_that_is_no_country_is_refused_and_the_field_says_so(page: Page) -> None:
    answer(page, "Wakanda")
    field = page.get_by_label("Type the name of the country")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    error = page.get_by_role("alert").filter(visible=True)
    expect(error).to_contain_text("Choose a name from the list")
    assert error.get_attribute("id") == field.get_attribute("aria-describedby")
    field.fill("UGANDA")
    page.keyboard.press("Enter")
    expect_asked(page, "level")


@pytest.mark.parametrize("typed", ["TÜRKIYE", "turkiye", "Turkey", "tr"])
def test_a_country_is_known_by_how_people_write_it(page: Page, typed: str) -> None:
    answer(page, typed)
    expect_asked(page, "level")
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.get_by_label("Type the name of the country")).to_have_value("Türkiye")


def test_a_question_needs_an_answer_and_not_sure_is_one(page: Page) -> None:
    answer(page, "unsure")
    page.get_by_role("button", name="Continue").click()
    error = page.get_by_role("alert").filter(visible=True)
    expect(error).to_contain_text("Choose an answer")
    assert page.evaluate("document.activeElement.type") == "radio"
    assert page.title().startswith("Error: ")
    answer(page, "unsure")
    expect_asked(page, "level")


def test_who_needs_no_visa_is_sent_to_another_page(page: Page) -> None:
    answer(page, "USA")
    expect(page.get_by_role("link", name="Read what holds for you")).to_be_visible()
    assert focused(page) == "United States"
    page.get_by_role("button", name="Back", exact=True).click()
    expect_asked(page, "citizenship")


def test_back_of_the_browser_goes_one_question_back_and_keeps_the_answers(page: Page) -> None:
    answer(page, "Uganda")
    answer(page, "student")
    expect_asked(page, "goal")
    page.go_back()
    expect_asked(page, "level")
    assert page.locator('input[value="student"]').is_checked()
    page.go_back()
    expect_asked(page, "citizenship")
    page.go_forward()
    expect_asked(page, "level")


def test_results_can_be_seen_after_the_fifth_answer(page: Page) -> None:
    now = page.get_by_role("button", name="Show results now")
    for number, question in enumerate(STUDENT):
        assert now.is_visible() == (number >= 5), question
        if number == 5:
            break
        answer(page, STUDENT[question])
    now.click()
    assert group(page, "need-facts") == ["b-1-elective"]
    page.get_by_role("button", name="Answer the other questions").click()
    expect_asked(page, "enrollment")


def test_one_answer_changes_and_the_rest_stay(page: Page) -> None:
    go_through(page, STUDENT)
    page.get_by_role("button", name="Change: What do you want to do?").click()
    expect_asked(page, "goal")
    answer(page, "observe")
    expect(page.locator(".ctp-quiz__view:visible")).to_have_count(0)
    assert group(page, "open-if") == ["b-1-observership"]
    shown = page.locator("[data-answer]:visible").evaluate_all(
        "all => all.map(row => row.dataset.answer)"
    )
    assert shown == ["citizenship", "level", "goal", "stay", "pay", "offer"]


def test_a_link_holds_the_answers_and_says_what_it_shows(page: Page, address: str) -> None:
    go_through(page, STUDENT)
    assert "UG" not in page.url
    expect(page.get_by_text(WARNING)).to_be_visible()
    link = page.get_by_role("link", name="Link to these answers").get_attribute("href")
    assert link
    assert "citizenship=UG" in link
    page.goto("about:blank")
    page.goto(f"{address}quiz/{link}")
    assert group(page, "open-if") == ["b-1-elective"]
    expect(page.locator("[data-old]")).to_be_hidden()
    old = link.replace("rules=", "rules=0").replace("open-if=", "open=")
    page.goto("about:blank")
    page.goto(f"{address}quiz/{old}&no-such=1&level=no-such")
    expect(page.get_by_text("The rules have changed since")).to_be_visible()
    moved = page.locator("[data-moved] li")
    assert moved.count() == 1
    words = "B-1 with student exemption: student elective: Open then, Open if now"
    assert moved.inner_text().split() == words.split()


def test_what_may_be_open_can_be_compared(page: Page, address: str) -> None:
    watching = {**STUDENT, "citizenship": "Germany", "goal": "observe", "offer": "observership"}
    go_through(page, {**watching, "esta_bars": "no"})
    assert group(page, "open") == ["b-1-observership", "visa-waiver-observership"]
    page.get_by_role("link", name="Compare these visas side by side").click()
    expect(page).to_have_url(f"{address}compare/visas/#cols=b-1,visa-waiver")


def test_start_again_erases_everything(page: Page, address: str) -> None:
    go_through(page, STUDENT)
    page.get_by_role("link", name="Link to these answers").click()
    expect(page).to_have_url(re.compile("citizenship=UG"))
    page.get_by_role("button", name="Start again").click()
    expect_asked(page, "citizenship")
    expect(page).to_have_url(f"{address}quiz/")
    expect(page.get_by_label("Type the name of the country")).to_have_value("")
    assert page.locator("input:checked:visible").count() == 0


def test_the_nearest_come_first_when_nothing_is_possible(page: Page) -> None:
    early = {**STUDENT, "enrollment": "abroad-earlier-years"}
    go_through(page, early)
    assert group(page, "open") == group(page, "open-if") == []
    expect(page.get_by_text("The nearest come first")).to_be_visible()
    first = page.locator('[data-group="closed"] .ctp-card').first
    expect(first.locator("[data-fit]:visible")).to_have_count(1)
    closing = page.locator('[data-group="closed"] .ctp-card').evaluate_all(
        "all => all.map(card => card.querySelectorAll('.ctp-result__first li').length)"
    )
    assert closing == sorted(closing)


def test_another_plan_is_never_called_impossible(page: Page) -> None:
    go_through(page, STUDENT)
    page.get_by_text("Show them").click()
    observe = page.locator(".ctp-card", has_text="B-1 with no license")
    expect(observe.locator("[data-fit]:visible")).to_have_text("Not for this goal.")
    assert "cannot" not in page.locator(".ctp-result__fit:visible").all_inner_texts().__str__()


def test_entry_limits_close_while_they_are_fresh_and_then_ask_to_be_checked(
    page: Page, address: str
) -> None:
    answers = {
        "citizenship": "Nigeria",
        "entry_exception": "no",
        "level": "student",
        "goal": "degree",
    }
    go_through(page, answers)
    assert "f-1-degree" in group(page, "closed")
    page.clock.set_fixed_time("2026-11-22T12:00:00")
    page.goto("about:blank")
    page.goto(f"{address}quiz/")
    go_through(page, answers)
    assert "f-1-degree" in group(page, "need-facts")
    card = page.locator('[data-group="need-facts"] .ctp-card').first
    expect(card.locator(".ctp-result__first")).to_contain_text("look at today's list")


def test_the_keyboard_is_enough(page: Page) -> None:
    page.get_by_label("Type the name of the country").focus()
    page.keyboard.type("Uganda")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    assert focused(page) == "What will you be on the day you start?"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert focused(page) == "What do you want to do?"


def test_nothing_is_asked_kept_or_complained_about(browser: Browser, address: str) -> None:
    page, said, sent = watched(browser)
    page.goto(f"{address}quiz/", wait_until="networkidle")
    page.get_by_role("textbox", name="Search").blur()
    before = len(sent)
    go_through(page, STUDENT)
    page.get_by_role("button", name="Change: Who pays you?").click()
    page.go_back()
    page.get_by_role("button", name="Start again").click()
    asked = [each for each in sent[before:] if not each.endswith("favicon.png")]  # by the browser
    assert asked == []
    assert said == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]
    page.context.close()


def test_it_works_from_a_folder_without_a_server(browser: Browser, site: Built) -> None:
    page = browser.new_page()
    page.goto((site.folder / "quiz/index.html").as_uri())
    assert go_through(page, STUDENT) == list(STUDENT)
    assert group(page, "open-if") == ["b-1-elective"]
    page.close()


def test_without_scripts_the_lists_hold_every_rule(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 900})
    page = context.new_page()
    page.goto(f"{address}quiz/")
    expect(page.get_by_text("The lists below hold the same rules in words.")).to_be_visible()
    assert page.locator("#pathways ~ .ctp-cards > .ctp-card:visible").count() == 43
    expect(
        page.get_by_text("You are in the third, fourth or final clinical year").first
    ).to_be_visible()
    expect(
        page.get_by_text("Met by: “A school abroad, in the final clinical years”.").first
    ).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_any_state(
    browser: Browser, address: str, width: int, scheme: Literal["dark", "light"]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()

    def check(state: str) -> None:
        found = Axe().run(page)
        assert found.violations_count == 0, f"{state}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, state

    page.goto(f"{address}quiz/")
    page.get_by_role("button", name="Continue").click()
    check("error")
    answer(page, "US")
    check("end")
    page.get_by_role("button", name="Back", exact=True).click()
    answer(page, "Uganda")
    check("question")
    go_through(page, STUDENT)
    if width > 320:
        page.get_by_text("Show them").click()
    for summary in page.locator('[data-group="open-if"] summary').all():
        summary.click()
    check("results")
    context.close()


@pytest.mark.parametrize("answers", [STUDENT, {}], ids=["a student", "unsure of everything"])
def test_on_paper_it_is_two_pages(page: Page, answers: dict[str, str], tmp_path: Path) -> None:
    go_through(page, {"citizenship": "unsure", **answers})
    printed = page.pdf(format="A4")
    assert printed.count(b"/Type /Page\n") <= 2


def test_what_shows_first_does_not_move(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(
        """window.moved = 0;
        new PerformanceObserver(list => {
            for (const each of list.getEntries()) window.moved += each.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(f"{address}quiz/", wait_until="networkidle")
    assert page.evaluate("window.moved") <= 0.05
    page.close()


def test_the_home_page_leads_to_the_quiz(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.get_by_role("article").get_by_role("link", name="Find your pathway").click()
    expect_asked(page, "citizenship")
    page.close()


def test_the_published_file_is_what_the_page_asks(page: Page, address: str) -> None:
    quiz = json.loads(page.request.get(f"{address}quiz.json").text())
    assert [each["id"] for each in quiz["questions"]] == page.locator(
        ".ctp-quiz__view"
    ).evaluate_all("all => all.map(view => view.dataset.question)")
