"""Which question comes next, and how many there are."""

from __future__ import annotations

from itertools import product

import pytest
from playwright.sync_api import Page

from generator.derive.quiz import next_question, study
from tests.quiz.enumeration import Quiz
from tests.quiz.transcripts import options_of, people, walk
from tests.quiz.twins import call

IN_BROWSER = """
window.replay = (quiz, transcripts) => transcripts.map((given) => {
  const answers = {};
  const asked = [];
  for (let id = Pathways.next(quiz, answers); id; id = Pathways.next(quiz, answers)) {
    if (!(id in given)) return "asks " + id;
    answers[id] = given[id];
    asked.push(id);
  }
  return asked.join(" ");
});
"""
STUDENTS_AND_OBSERVERS = 8
MOST = 12


@pytest.mark.parametrize("seed", range(4))
def test_both_engines_ask_ten_thousand_people_the_same(
    engine: Page, deciding: Quiz, seed: int
) -> None:
    transcripts = list(people(deciding, 2500, seed))
    engine.add_script_tag(content=IN_BROWSER)
    assert call(engine, "replay", deciding, transcripts) == [" ".join(each) for each in transcripts]


def test_nobody_is_asked_twice_or_out_of_order(deciding: Quiz) -> None:
    order = [each["id"] for each in deciding["questions"]]
    for given in people(deciding, 300, 9):
        places = [order.index(each) for each in given]
        assert places == sorted(set(places)), given


def longest(quiz: Quiz, **known: str) -> int:
    """Questions for somebody who knows this and is unsure of the rest: knowing more asks less."""
    return len(walk(quiz, lambda question: known.get(question, "unsure")))


def test_who_knows_passport_level_and_goal_answers_twelve_at_most(deciding: Quiz) -> None:
    options = options_of(deciding)
    known = ("citizenship", "level", "goal")
    for answers in product(*(options[each][:-1] for each in known)):
        profile = dict(zip(known, answers, strict=True))
        most = longest(deciding, **profile)
        assert most <= MOST, profile
        if profile["level"] == "student" or profile["goal"] == "observe":
            assert most <= STUDENTS_AND_OBSERVERS, profile


def test_knowing_more_never_asks_more(deciding: Quiz) -> None:
    for given in people(deciding, 300, 5):
        known = {each: given.get(each, "unsure") for each in ("citizenship", "level", "goal")}
        assert len(given) <= longest(deciding, **known)


def test_not_sure_never_closes(deciding: Quiz) -> None:
    for given in people(deciding, 200, 6):
        before = study(deciding, given)
        for question in given:
            after = study(deciding, {**given, question: "unsure"})
            for pathway, finding in after.items():
                if finding.outcome == "closed":
                    assert before[pathway].outcome == "closed", (given, question, pathway)


def test_who_is_unsure_of_everything_is_told_no_about_nothing(quiz: Quiz) -> None:
    answers = walk(quiz, lambda _: "unsure")
    assert len(answers) == len(quiz["questions"])
    assert {each.outcome for each in study(quiz, answers).values()} == {"need-facts"}


@pytest.mark.parametrize("passport", ["US", "us-permanent-resident"])
def test_for_some_answers_the_questions_end_at_a_page(quiz: Quiz, passport: str) -> None:
    answers = {"citizenship": passport}
    assert next_question(quiz, answers) is None
    assert {each.outcome for each in study(quiz, answers).values()} == {"closed"}


def test_when_nothing_is_left_to_ask_nothing_would_change_an_outcome(deciding: Quiz) -> None:
    options = options_of(deciding)
    for given in people(deciding, 60, 7):
        said = {name: each.outcome for name, each in study(deciding, given).items()}
        for question in options.keys() - given.keys():
            for option in options[question]:
                now = study(deciding, {**given, question: option})
                assert {name: each.outcome for name, each in now.items()} == said
