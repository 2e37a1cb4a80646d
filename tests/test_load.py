from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.load import load
from generator.model.claim import Cost, LeadTime, Requirement
from generator.model.dataset import PLACES, Dataset
from generator.problems import ProblemsError
from tests.worlds import change, problems_in, write


def test_file_names_become_ids(tiny: Dataset) -> None:
    assert list(tiny.visas) == ["v-1", "w-2"]
    assert "oldland/permit-7" in tiny.licenses
    assert tiny.licenses["oldland/permit-7"].state == "oldland"
    assert "oldland/w-2-students" in tiny.of("not-carried")


def test_every_noun_has_a_record_in_the_tiny_world(tiny: Dataset) -> None:
    assert [place.noun for place in PLACES if not tiny.of(place.noun)] == []


def test_a_requirement_carries_who_what_when_and_how_much(tiny: Dataset) -> None:
    number = tiny.requirements["number"]
    assert isinstance(number, Requirement)
    assert isinstance(number.lead_time, LeadTime)
    assert number.lead_time.days == (28, 42)
    assert isinstance(number.cost, Cost)
    assert number.cost.usd == (0.0, 30.0)
    invitation = tiny.visas["v-1"].uses[0].requires[0]
    assert isinstance(invitation, Requirement)
    assert invitation.lead_time == "unknown"
    assert invitation.cost == "unknown"


def test_a_condition_has_a_first_and_a_last_day(tiny: Dataset) -> None:
    limit = tiny.limits["friends-only"]
    assert (limit.from_, limit.until) == (date(2026, 1, 1), date(2027, 1, 1))


def test_a_record_cannot_be_changed(tiny: Dataset) -> None:
    with pytest.raises(ValueError, match="frozen"):
        setattr(tiny.visas["v-1"], "name", "other")  # noqa: B010 - what mypy would refuse


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError) as raised:
        load(tmp_path / "data")
    assert raised.value.problems[0].message == "there is no such folder."


def test_every_problem_in_every_file_is_told_at_once(world: Path) -> None:
    change(world, "data/visas/v-1.yml", "standing: confirmed", "standing: sure")
    change(world, "data/sources/law.yml", "opened: excerpt", "opened: maybe")
    change(world, "data/alerts/new-fee.yml", "affects: [v-1]", "affects: [v-9]")
    files = [line.split(":")[0] for line in problems_in(world)]
    assert files == ["data/alerts/new-fee.yml", "data/sources/law.yml", "data/visas/v-1.yml"]


def test_a_file_that_cannot_be_read_is_one_problem_not_one_for_each_mention(world: Path) -> None:
    write(world, "data/visas/v-1.yml", "name: [")
    assert len(problems_in(world)) == 1


def test_the_real_data_loads(real: Dataset) -> None:
    assert len(real.visas) == 11
