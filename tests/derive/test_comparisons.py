from __future__ import annotations

from generator.derive.comparisons import (
    compared,
    contact_by_level,
    ordered_questions,
    possible_options,
)
from generator.derive.conditions import options_of
from generator.derive.matrix import pairing
from generator.model.dataset import Dataset


def test_a_column_has_the_conditions_of_every_use(real: Dataset) -> None:
    column = compared(real, real.visas["b-1"])
    assert {term.use for term in column.terms} == {"", "elective", "observership"}
    assert {"stay", "pay", "enrollment", "offer"} <= column.questions


def test_an_answer_is_possible_if_one_use_allows_it(real: Dataset) -> None:
    options = options_of(real)
    assert possible_options(compared(real, real.visas["b-1"]), "pay", options) == (
        "unpaid",
        "funded-elsewhere",
    )
    assert possible_options(compared(real, real.visas["h-1b"]), "pay", options) == ("paid-by-host",)


def test_where_the_law_is_unsure_the_answer_stays_possible(tiny: Dataset) -> None:
    found = possible_options(compared(tiny, tiny.visas["v-1"]), "stay", options_of(tiny))
    assert found == ("short", "long")


def test_a_visa_is_not_excluded_by_a_question_that_it_does_not_ask(real: Dataset) -> None:
    column = compared(real, real.visas["o-1a"])
    assert "exams" not in column.questions
    options = options_of(real)
    assert possible_options(column, "exams", options) == options.of["exams"]


def test_only_what_a_rule_limits_from_above_has_an_order(real: Dataset) -> None:
    assert ordered_questions(real) == {"stay"}


def test_contact_is_the_most_of_every_use(real: Dataset) -> None:
    ladder = list(real.of("contact"))
    assert contact_by_level(real.visas["b-1"], ladder) == {
        "student": "supervised",
        "img-under-3": "observation",
        "img-3-plus": "observation",
    }


def test_every_pair_is_a_pathway_or_a_reason_or_counted_as_not_assessed(real: Dataset) -> None:
    found = [
        pairing(real, visa, license_, level)
        for visa in real.visas.values()
        for license_ in real.licenses.values()
        if real.states[license_.state].coverage == "full"
        for level in real.of("level")
    ]
    assert sum(len(each.pathways) for each in found) == sum(
        len(pathway.levels) for pathway in real.pathways.values()
    )
    kinds = [bool(each.pathways) + bool(each.reason) + bool(each.unserved) for each in found]
    assert set(kinds) <= {0, 1}
    assert sum(kind == 0 for kind in kinds) == 13


def test_where_a_pair_has_two_pathways_the_most_contact_comes_first(real: Dataset) -> None:
    pair = pairing(real, real.visas["h-1b"], real.licenses["california/permit-2113"], "img-3-plus")
    assert [each.contact for each in pair.pathways] == ["within-license", "incidental"]


def test_a_reason_for_one_license_says_nothing_of_another(real: Dataset) -> None:
    visa = real.visas["j-1-scholar"]
    full = pairing(real, visa, real.licenses["california/full-license"], "img-3-plus")
    assert full.reason is not None
    assert full.reason.licenses == ("california/full-license",)
    assert pairing(real, visa, real.licenses["california/permit-2111"], "img-3-plus").pathways
