from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.conditions import (
    NO,
    UNKNOWN,
    YES,
    Options,
    compile_rule,
    evaluate,
    options_of,
)
from generator.derive.outcomes import possible, rules_of
from generator.model.dataset import Dataset
from generator.model.predicate import AllOf, AnyOf, Not, Predicate, Test, parse_predicate

OPTIONS = Options(
    {"a": ("x", "y", "z"), "b": ("p", "q"), "land": ("AA", "BB", "CC")}, {"friends": ("AA", "BB")}
)


def says(rule: Mapping[str, object], **answers: str) -> int:
    tree = compile_rule(parse_predicate(dict(rule)), OPTIONS)
    return evaluate(tree, {q: OPTIONS.bits(q, tuple(each.split())) for q, each in answers.items()})


def test_an_answer_meets_a_rule_or_does_not() -> None:
    assert says({"a": "x"}, a="x") == YES
    assert says({"a": "x"}, a="y") == NO


def test_what_was_not_asked_is_unknown_never_no() -> None:
    assert says({"a": "x"}) == UNKNOWN
    assert says({"a": "x"}, a="x y z") == UNKNOWN


def test_where_the_law_is_unsure_the_answer_is_unknown() -> None:
    rule = {"a": {"up_to": "x", "maybe": ["y"]}}
    assert [says(rule, a=each) for each in "xyz"] == [YES, UNKNOWN, NO]


def test_not_turns_yes_into_no_and_keeps_doubt() -> None:
    rule = {"not": {"a": {"up_to": "x", "maybe": ["y"]}}}
    assert [says(rule, a=each) for each in "xyz"] == [NO, UNKNOWN, YES]


def test_a_country_list_is_read() -> None:
    assert says({"land": {"in": "friends"}}, land="BB") == YES
    assert says({"not": {"land": {"in": "friends"}}}, land="BB") == NO


def test_and_is_the_least_or_the_greatest() -> None:
    both: dict[str, object] = {"a": "x", "b": "p"}
    assert says(both, a="x") == UNKNOWN
    assert says(both, a="y") == NO
    either: dict[str, object] = {"any": [{"a": "x"}, {"b": "p"}]}
    assert says(either, a="x") == YES
    assert says(either, a="y") == UNKNOWN


def single_tests() -> st.SearchStrategy[Predicate]:
    return st.builds(
        lambda q, n: Test(q, tuple(OPTIONS.of[q][:n])),
        st.sampled_from(["a", "b"]),
        st.integers(min_value=1, max_value=2),
    )


RULES = st.recursive(
    single_tests(),
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(AllOf, st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(AnyOf, st.lists(inner, min_size=1, max_size=3).map(tuple))
    ),
    max_leaves=8,
)


def plainly(rule: Predicate, a: str, b: str) -> bool:
    """The rule read as two-valued logic, for answers that are all known."""
    match rule:
        case Test(question, options):
            return {"a": a, "b": b}[question] in options
        case Not(part):
            return not plainly(part, a, b)
        case AllOf(parts):
            return all(plainly(part, a, b) for part in parts)
        case AnyOf(parts):
            return any(plainly(part, a, b) for part in parts)


@given(RULES)
def test_with_every_answer_known_a_rule_is_plain_logic(rule: Predicate) -> None:
    tree = compile_rule(rule, OPTIONS)
    for a, b in product(OPTIONS.of["a"], OPTIONS.of["b"]):
        answers = {"a": OPTIONS.bits("a", (a,)), "b": OPTIONS.bits("b", (b,))}
        assert evaluate(tree, answers) == (YES if plainly(rule, a, b) else NO)


@given(RULES, st.integers(1, 7), st.integers(1, 3))
def test_knowing_more_never_turns_a_yes_or_a_no_around(rule: Predicate, a: int, b: int) -> None:
    tree = compile_rule(rule, OPTIONS)
    vague = evaluate(tree, {"a": a, "b": b})
    for bit_a, bit_b in product((1, 2, 4), (1, 2)):
        if bit_a & a and bit_b & b and vague != UNKNOWN:
            assert evaluate(tree, {"a": bit_a, "b": bit_b}) == vague


@given(st.lists(RULES, min_size=1, max_size=3))
def test_the_search_for_an_open_profile_agrees_with_trying_them_all(rules: list[Predicate]) -> None:
    trees = [compile_rule(rule, OPTIONS) for rule in rules]
    tried = any(
        all(evaluate(tree, {"a": 1 << i, "b": 1 << j}) == YES for tree in trees)
        for i, j in product(range(3), range(2))
    )
    assert possible(trees, OPTIONS) == tried


def test_a_pathway_brings_its_levels_goals_and_conditions(tiny: Dataset) -> None:
    rules = rules_of(tiny, tiny.pathways["oldland/v-1-rotation"], options_of(tiny))
    assert [rule.id for rule in rules] == ["level", "friends-only/friends-only", "v-1/six-months"]


@pytest.mark.parametrize("visa", ["b-1", "visa-waiver"])
@pytest.mark.parametrize("level", ["img-under-3", "img-3-plus"])
def test_a_graduate_on_a_visitor_visa_never_gets_past_watching(
    real: Dataset, visa: str, level: str
) -> None:
    options = options_of(real)
    graduate = {"level": options.bits("level", (level,))}
    hands_on = [
        pathway
        for pathway in real.pathways.values()
        if pathway.visa == visa and pathway.contact != "observation"
    ]
    assert hands_on
    for pathway in hands_on:
        levels = rules_of(real, pathway, options)[0]
        assert evaluate(levels.tree, graduate) == NO
