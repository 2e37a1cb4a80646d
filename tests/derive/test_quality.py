from __future__ import annotations

from datetime import date

from generator.build import Composed
from generator.derive.quality import claims_of, gaps_of, quality_of
from generator.model.dataset import Dataset
from generator.model.document import inside
from generator.model.inline import Ref
from generator.model.tables import Chart, Table

ON = date(2026, 3, 2)


def test_every_claim_has_one_standing_and_one_age(real: Dataset) -> None:
    claims = [claim for record in real.everything() for claim in claims_of(record)]
    found = quality_of(real, claims, date(2026, 11, 22))
    assert sum(found.standings.values()) == found.claims == len(claims)
    assert found.due + found.fresh + found.undated + found.unopened == found.claims
    assert 0 < found.primary < found.claims


def test_a_claim_rests_on_law_if_one_of_its_laws_was_opened(tiny: Dataset) -> None:
    visit, work = tiny.visas["v-1"].purpose[0], tiny.visas["w-2"].purpose[0]
    assert quality_of(tiny, [visit], ON).primary == 1
    assert quality_of(tiny, [work], ON).primary == 0, "the law it cites was not opened"
    assert quality_of(tiny, [work], ON).unopened == 1
    assert quality_of(tiny, [visit], ON).due == 1
    assert quality_of(tiny, [visit], date(2007, 12, 31)).fresh == 1


def test_gaps_name_the_records_where_something_is_missing(tiny: Dataset) -> None:
    gaps = {gap.name: gap.records for gap in gaps_of(tiny)}
    assert gaps["Sources named and not opened"] == ("unread-law",)
    assert "number" not in gaps["Steps whose time is not known"]


def test_bars_are_shares_of_a_whole_and_never_show_some_as_none(real_composed: Composed) -> None:
    page = next(each for each in real_composed.pages if each.id == "quality")
    charts = [each for each in inside(page.sections) if isinstance(each, Chart)]
    assert len(charts) == 5
    for chart in charts:
        assert all(bar.count and bar.share for bar in chart.bars), chart.caption
        assert abs(sum(bar.share for bar in chart.bars) - 100) <= len(chart.bars)
    shown = {bar.name: bar.count for bar in charts[0].bars}
    assert sum(shown.values()) == sum(bar.count for bar in charts[1].bars)


def test_every_record_with_claims_has_a_row(real_composed: Composed) -> None:
    page = next(each for each in real_composed.pages if each.id == "quality")
    tables = [each for each in inside(page.sections[-1]) if isinstance(each, Table)]
    named = {ref.to for table in tables for ref in inside(table.rows) if isinstance(ref, Ref)}
    assert {*real_composed.dataset.visas, *real_composed.dataset.licenses} <= named
    assert {*real_composed.dataset.alerts, *real_composed.dataset.requirements} <= named
