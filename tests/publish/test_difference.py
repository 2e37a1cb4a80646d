from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.build import draft
from generator.publish.difference import Edition, difference
from tests.worlds import change, problems_in, write

DAY = date(2026, 3, 3)
V1, W2 = "data/visas/v-1.yml", "data/visas/w-2.yml"


@pytest.fixture
def old(world: Path) -> Path:
    """The world as it was before the edit."""
    return Path(shutil.copytree(world, world.parent / "old"))


def edition(world: Path) -> Edition:
    composed, _ = draft(world / "data", world / "content")
    return Edition(composed.dataset, composed.pages)


def told(old: Path, new: Path) -> str:
    return difference(edition(old), edition(new), DAY)


def test_a_changed_rule_is_told_with_its_pages_and_whom_it_touches(old: Path, world: Path) -> None:
    change(world, V1, "You can stay six months.", "You can stay for long.")
    change(world, V1, "{up_to: short, maybe: [long]}", "{up_to: long}")
    said = told(old, world)
    assert (
        "Statements: 1 changed, 0 new, 0 gone.\n"
        "  changed: v-1/six-months\n"
        "    says was: You can stay six months.\n"
        "    says now: You can stay for long.\n"
        "    rule was: stay: up to short, perhaps long\n"
        "    rule now: stay: up to long\n"
    ) in said
    assert "  changed: /visas/v-1/\n" in said
    assert "  V-1 with no license: rotation (oldland/v-1-rotation)\n" in said
    assert "    not known -> open: " in said


def test_the_note_that_it_writes_is_taken_as_it_is_once_it_has_reasons(
    old: Path, world: Path
) -> None:
    change(world, W2, "You can stay for years.", "You can stay for long.")
    _, _, note = told(old, world).partition("To paste into data/changes/2026-03-03.yml")
    lines = note.partition("\n")[2].replace('why: ""', "why: The law changed.")
    write(world, "data/changes/2026-03-03.yml", lines)
    assert problems_in(world) == []
    assert told(old, world).endswith("Every change has its note.")


def test_standing_and_sources_are_told_where_the_words_stay(old: Path, world: Path) -> None:
    change(world, W2, "standing: unverified", "standing: confirmed")
    change(world, W2, "at: § 1", "at: § 1(a)")
    assert (
        "  changed: w-2/work\n"
        "    it says: The W-2 visa is for work.\n"
        "    standing was: unverified\n"
        "    standing now: confirmed\n"
        "    source, no more: source unread-law, at § 1\n"
        "    source, new: source unread-law, at § 1(a)\n"
    ) in told(old, world)


def test_what_is_new_and_what_is_gone_is_told_once_with_its_pages(old: Path, world: Path) -> None:
    (world / "data/states/newland/pathways/v-1-watching.yml").rename(
        world / "data/states/newland/pathways/v-1-looking.yml"
    )
    said = told(old, world)
    assert "Statements: 0 changed, 1 new, 1 gone.\n  new: newland/v-1-looking\n" in said
    assert "  gone: newland/v-1-watching\n" in said
    assert "  gone: /newland/pathways/v-1-watching/\n" in said
    assert "Outcomes: 0 pathways" in said


def test_nothing_differs_from_itself(old: Path, world: Path) -> None:
    assert told(old, world) == (
        "Statements: 0 changed, 0 new, 0 gone.\n\n"
        "Pages: 0 changed, 0 new, 0 gone.\n\n"
        "Outcomes: 0 pathways with another outcome for some profiles.\n\n"
        "Every change has its note."
    )
