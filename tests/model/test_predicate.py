from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from generator.model.predicate import AllOf, AnyOf, Not, Test, each_test, parse_predicate


def test_a_mapping_is_and_a_list_is_or() -> None:
    rule = parse_predicate({"level": "img-3-plus", "pay": ["unpaid", "funded-elsewhere"]})
    assert rule == AllOf(
        (Test("level", ("img-3-plus",)), Test("pay", ("unpaid", "funded-elsewhere")))
    )


def test_lists_of_countries_spans_and_doubts() -> None:
    assert parse_predicate({"citizenship": {"in": "vwp"}}) == Test(
        "citizenship", country_list="vwp"
    )
    rule = parse_predicate({"stay": {"up_to": "3-years", "maybe": ["5-years"]}})
    assert rule == Test("stay", up_to="3-years", maybe=("5-years",))


def test_any_all_and_not_nest() -> None:
    rule = parse_predicate({"any": [{"a": "x"}, {"not": {"all": [{"b": "y"}, {"c": "z"}]}}]})
    assert rule == AnyOf((Test("a", ("x",)), Not(AllOf((Test("b", ("y",)), Test("c", ("z",)))))))
    assert [test.question for test in each_test(rule)] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "raw",
    [
        [],
        "word",
        {},
        {"any": []},
        {"any": "x"},
        {"q": {}},
        {"q": []},
        {"q": {"in": "a", "up_to": "b"}},
    ],
)
def test_what_is_no_rule_is_refused_with_words(raw: object) -> None:
    with pytest.raises(PydanticCustomError):
        parse_predicate(raw)
