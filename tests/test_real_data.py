"""What the real data must say, in the field's words."""

from __future__ import annotations

import pytest

from generator.derive.conditions import NO, UNKNOWN, YES, compile_rule, evaluate, options_of
from generator.model.dataset import Dataset


def says(real: Dataset, limit: str, **answers: str) -> int:
    options = options_of(real)
    rule = real.limits[limit].met_when
    assert rule is not None
    bits = {question: options.bits(question, (answer,)) for question, answer in answers.items()}
    return evaluate(compile_rule(rule, options), bits)


@pytest.mark.parametrize(
    ("passport", "full", "partial"),
    [
        ("UG", YES, YES),
        ("NG", YES, NO),
        ("AF", NO, YES),
        ("PS", NO, YES),
        ("stateless-or-other", UNKNOWN, YES),
    ],
)
def test_entry_limits_hold_for_listed_passports_only(
    real: Dataset, passport: str, full: int, partial: int
) -> None:
    answers = {"citizenship": passport, "entry_exception": "no"}
    assert says(real, "entry-limits-full", **answers) == full
    assert says(real, "entry-limits-partial", **answers) == partial


@pytest.mark.parametrize("passport", ["AF", "NG", "PS"])
def test_an_exception_lifts_the_entry_limits(real: Dataset, passport: str) -> None:
    answers = {"citizenship": passport, "entry_exception": "yes"}
    assert says(real, "entry-limits-full", **answers) == YES
    assert says(real, "entry-limits-partial", **answers) == YES


def test_who_does_not_know_about_an_exception_is_not_told_no(real: Dataset) -> None:
    assert says(real, "entry-limits-full", citizenship="AF") == UNKNOWN


def test_the_lists_have_the_members_their_sources_count(real: Dataset) -> None:
    counts = {each.id: len(each.codes) for each in real.of("country-list").values()}
    assert counts == {
        "all": 250,
        "vwp": 42,
        "e-3": 1,
        "tn": 2,
        "entry-limits-full": 19,
        "entry-limits-full-documents": 1,
        "entry-limits-partial": 19,
        "visa-bond": 38,
    }


def test_every_code_of_a_policy_is_a_country(real: Dataset) -> None:
    lists = real.of("country-list")
    for each in lists.values():
        assert set(each.codes) <= set(lists["all"].codes), each.id
        assert len(set(each.codes)) == len(each.codes), each.id


def test_step_2_cs_is_never_asked(real: Dataset) -> None:
    labels = [option.label for each in real.questions.values() for option in each.options]
    assert not any("CS" in label for label in labels)


def test_the_fifteen_questions_are_asked_in_their_order(real: Dataset) -> None:
    assert real.of("quiz")["quiz"].order == (
        *("citizenship", "entry_exception", "level", "goal", "stay", "pay", "enrollment"),
        *("esta_bars", "offer", "school_recognized", "exams", "us_training"),
        *("license_abroad", "renown", "prior_j1"),
    )


def test_permits_were_issued_as_the_paper_counts(real: Dataset) -> None:
    issued = {each.number: each.issued.count for each in real.licenses.values() if each.issued}
    assert issued == {"2168": 6, "2111": 21, "2112": 1, "2113": 7}


def test_there_are_eleven_visas_eight_licenses_and_forty_three_pathways(real: Dataset) -> None:
    mine = [each for each in real.licenses.values() if each.state == "california"]
    assert (len(real.visas), len(mine), len(real.pathways)) == (11, 8, 43)


def test_two_more_states_are_mapped_in_part(real: Dataset) -> None:
    coverage = {each.id: each.coverage for each in real.states.values()}
    assert coverage == {"california": "full", "ohio": "partial", "tennessee": "partial"}
