from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.build import Composed, compose
from generator.derive.freshness import aged, in_force, review_by
from generator.model.base import PartialDate
from generator.model.dataset import Dataset
from generator.model.document import Page
from generator.model.guidance import Alert
from tests.conftest import TINY

PAPER_DUE = date(2027, 1, 8)  # 8 January 2026 and the 365 days of its kind


def test_a_claim_is_due_when_the_first_of_its_sources_is(tiny: Dataset) -> None:
    assert review_by(tiny, ["paper"]) == PAPER_DUE
    assert review_by(tiny, ["paper", "law"]) == date(2008, 1, 1)
    assert review_by(tiny, ["unread-law"]) is None


def test_on_its_review_day_it_holds_and_the_day_after_it_says_check_again(tiny: Dataset) -> None:
    assert aged(tiny, "as of 2026", ["paper"], PAPER_DUE).shown == "as of 2026"
    after = date(2027, 1, 9)
    assert aged(tiny, "as of 2026", ["paper"], after).shown == "as of 2026, check again"
    assert aged(tiny, "", ["paper"], after).shown == " (check again)"


def test_without_a_known_day_nothing_is_called_due(tiny: Dataset) -> None:
    found = aged(tiny, "source not opened", ["unread-law"], date(2099, 1, 1))
    assert (found.shown, found.review_by) == ("source not opened", "")


@pytest.mark.parametrize(
    ("from_", "until", "words"),
    [
        (None, None, None),
        ("2026-01-01", None, None),
        ("2026-06-01", None, "from 1 June 2026"),
        ("2026-01-01", "2026-12-01", ""),
        ("2026-01-01", "2026-03-02", ""),
        ("2026-01-01", "2026-03-01", "past its planned end"),
    ],
)
def test_a_policy_change_says_what_lies_ahead_or_behind(
    from_: str | None, until: str | None, words: str | None
) -> None:
    given: dict[str, Any] = {"from": from_, "until": until}
    dated = {name: PartialDate(day).first for name, day in given.items() if day}
    alert = Alert.model_construct(
        id="x",
        name="X",
        affects=(),
        claims=(),
        known_as_of=PartialDate("2026"),
        from_=dated.get("from"),
        until=dated.get("until"),
    )
    found = in_force(alert, date(2026, 3, 2))
    assert [each.words for each in found] == ([] if words is None else [words])


def _page(composed: Composed, page_id: str) -> Page:
    return next(each for each in composed.pages if each.id == page_id)


def test_a_page_counts_what_is_due_on_the_day_of_the_site(tiny_composed: Composed) -> None:
    checked = _page(tiny_composed, "v-1").checked
    assert checked is not None
    assert (checked.day, checked.early) == ("2026-03-02", False)
    earlier = compose(TINY / "data", TINY / "content", date(2007, 6, 1))
    before = _page(earlier, "v-1").checked
    assert before is not None
    assert before.early
    assert (checked.due > 0, before.due) == (True, 0)
