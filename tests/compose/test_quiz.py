"""The page of the quiz, and the file beside it."""

from __future__ import annotations

import gzip
import json

from generator.build import Composed
from generator.derive.countries import country_name
from generator.model.blocks import Cards, Listing, Paragraph, Prose
from generator.model.dataset import Dataset
from generator.model.document import Page, inside
from generator.model.form import Form
from generator.model.inline import Ref, plain
from generator.publish.quiz import quiz_files
from tests.sites import Built

MOST_BYTES = 25_000


def the_page(composed: Composed) -> Page:
    return next(page for page in composed.pages if page.id == "quiz")


def the_form(composed: Composed) -> Form:
    return next(block for block in the_page(composed).lead if isinstance(block, Form))


def items(page: Page, section: str) -> list[str]:
    """The items of the lists of a section, in words."""
    found = next(each for each in page.sections if each.id == section)
    blocks = [block for block in inside(found) if isinstance(block, Prose)]
    lists = [part for block in blocks for part in block.parts if isinstance(part, Listing)]
    firsts = [item[0] for each in lists for item in each.items]
    return [plain(each.words) for each in firsts if isinstance(each, Paragraph)]


def test_the_lists_follow_the_order_of_the_compiled_quiz(real_composed: Composed) -> None:
    quiz, page = json.loads(the_form(real_composed).data), the_page(real_composed)
    dataset = real_composed.dataset
    conditions = items(page, "conditions")
    assert len(conditions) == len(quiz["conditions"])
    for words, condition in zip(conditions, quiz["conditions"], strict=True):
        record, _, claim = condition["id"].rpartition("/")
        if record in dataset.limits:
            assert words.startswith(dataset.limits[record].says), claim
        if record in dataset.requirements:
            assert words.startswith(dataset.requirements[record].name), claim
    assert len(items(page, "policy")) == len(quiz["alerts"])
    (cards,) = [block for block in inside(page) if isinstance(block, Cards)]
    assert [card.title.to for card in cards.cards] == [each["id"] for each in quiz["pathways"]]


def test_every_condition_stands_once_with_a_source_and_a_day(real_composed: Composed) -> None:
    conditions = items(the_page(real_composed), "conditions")
    with_claims = [each for each in conditions if not each.startswith(("Level: ", "Goal: "))]
    for words in with_claims:
        assert words.count("Source: ") == 1, words
        assert any(each in words for each in ("as of ", "not opened", "not known")), words


def test_every_country_can_be_typed(real: Dataset, real_composed: Composed) -> None:
    passport = the_form(real_composed).questions[0]
    quiz = json.loads(the_form(real_composed).data)
    options = list(quiz["questions"][0]["options"])
    assert [country_name(each) for each in options[:250]] == list(passport.typed)
    assert set(options[:250]) == set(real.of("country-list")["all"].codes)
    assert [each.id for each in passport.choices] == ["us-permanent-resident", "stateless-or-other"]
    assert len(set(passport.typed)) == 250
    names = {each.casefold() for each in passport.typed}
    assert not names & {each.label.casefold() for each in passport.also}


def test_the_questions_end_at_pages(real_composed: Composed) -> None:
    endings = the_form(real_composed).questions[0].endings
    assert {each.page.to for each in endings} == {"us-citizens", "permanent-residents"}
    refs = {each.to for each in inside(the_form(real_composed)) if isinstance(each, Ref)}
    assert refs <= real_composed.links.urls.keys()


def test_the_file_is_what_the_page_carries(site: Built, real_composed: Composed) -> None:
    written = (site.folder / "quiz.json").read_text("utf-8")
    assert quiz_files(real_composed.pages) == {"quiz.json": written}
    (carried,) = site.pages["quiz/index.html"].xpath("//@data-quiz")
    assert json.loads(carried) == json.loads(written)


def test_the_page_is_light(site: Built) -> None:
    def weight(page: str) -> int:
        return len(gzip.compress((site.folder / page).read_bytes(), 9))

    assert weight("quiz/index.html") - weight("us-citizens/index.html") <= MOST_BYTES


def test_results_lead_to_statements_that_are_there(site: Built) -> None:
    quiz = json.loads((site.folder / "quiz.json").read_text("utf-8"))
    questions = tuple(f"{each['id']}/" for each in quiz["questions"])
    for pathway in quiz["pathways"]:
        page = f"{pathway['id'].replace('/', '/pathways/')}/index.html"
        ids = set(site.pages[page].xpath("//@id"))
        assert {"steps", "contact"} <= ids
        for number in pathway["conditions"]:
            condition = quiz["conditions"][number]["id"]
            if condition.startswith(questions):
                continue
            own = condition.removeprefix(f"{pathway['id']}/")
            assert own.replace("/", "-") in ids, (page, condition)


def test_a_world_without_a_quiz_has_no_page_for_it(tiny_composed: Composed) -> None:
    assert quiz_files([page for page in tiny_composed.pages if page.id != "quiz"]) == {}
