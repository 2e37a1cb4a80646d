from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.build import compose
from generator.derive.as_of import on_day
from generator.derive.freshness import newest_day
from generator.derive.pathways import conditions_of
from generator.model.dataset import Dataset
from generator.problems import ProblemsError
from tests.conftest import ROOT, TINY


def test_as_of_the_newest_day_nothing_is_left_out(tiny: Dataset, real: Dataset) -> None:
    for dataset in (tiny, real):
        assert on_day(dataset, newest_day(dataset)).records == dataset.records


def test_what_began_later_is_left_out_wherever_it_is_named(tiny: Dataset) -> None:
    early = on_day(tiny, date(2025, 12, 31))
    assert early.alerts == {}
    assert early.limits == {}
    assert early.of("changes") == {}
    assert not any("friends-only" in visa.limits for visa in early.visas.values())
    for pathway in early.pathways.values():
        assert all(each.owner.id != "friends-only" for each in conditions_of(early, pathway))


def test_a_policy_change_is_there_once_it_has_begun_or_was_announced(real: Dataset) -> None:
    bond, fee, hold = "visa-bonds", "medical-board-fee", "uscis-hold"

    def there(day: date) -> set[str]:
        return {bond, fee, hold} & {*on_day(real, day).alerts}

    assert there(date(2024, 12, 31)) == set()
    assert there(date(2025, 8, 19)) == {fee}, "announced in 2025, for 2027"
    assert there(date(2025, 8, 20)) == {bond, fee}
    assert there(date(2026, 1, 1)) == {bond, fee, hold}, "begun, though last known later"


def test_words_that_speak_for_later_days_say_so(tiny: Dataset) -> None:
    composed = compose(TINY / "data", TINY / "content", date(2006, 1, 1))
    page = next(each for each in composed.pages if each.id == "v-1")
    assert "as of 2007, later than the day of this site" in str(page)


@pytest.mark.parametrize("day", [date(2025, 1, 1), date(2025, 9, 21), date(2026, 1, 15)])
def test_the_real_data_composes_as_of_any_day(day: date) -> None:
    composed = compose(ROOT / "data", ROOT / "content", day)
    assert composed.as_of == day
    assert all(page.checked and page.checked.early for page in composed.pages)


def test_a_day_later_than_the_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError) as caught:
        compose(TINY / "data", TINY / "content", date(2026, 3, 3))
    assert [each.message for each in caught.value.problems] == [
        "nothing in it is newer than 2 March 2026."
    ]
