from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.derive.changes import released, untold, written
from generator.derive.public_ids import public_ids
from generator.load import load
from generator.model.dataset import Dataset
from generator.yaml_file import parse_yaml
from tests.worlds import change, problems_in, write

V1, W2 = "data/visas/v-1.yml", "data/visas/w-2.yml"
RELEASE = date(2026, 3, 1)


def release(world: Path, day: date = RELEASE) -> None:
    made = released(load(world / "data"), {}, {}, day)
    write(world, "data/published.yml", written(made))


def meaning(world: Path, public_id: str) -> str:
    return public_ids(load(world / "data"))[public_id].meaning


def test_every_claim_record_question_and_option_has_a_public_id(tiny: Dataset) -> None:
    known = public_ids(tiny)
    for each in (
        *("v-1", "v-1/six-months", "v-1/invitation", "number", "number/first", "friends-only"),
        *("oldland/permit-7", "oldland/v-1-rotation", "law", "new-fee/amount"),
        *("question/stay", "question/stay/short", "country-list/friends"),
    ):
        assert each in known
    assert known["v-1/six-months"].says == "You can stay six months."
    assert known["oldland/v-1-rotation"].says == "V-1 with no license: rotation"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("law, at: § 1}]", "law, at: § 1}]  # a remark"),
        (
            "[{source: paper, at: t1/v-1/contact/1}, {source: law, at: § 1}]",
            "[{source: law, at: § 1}, {source: paper, at: t1/v-1/contact/1}]",
        ),
        ("says: The V-1 visa is for a", "says: The V-1 visa\n      is for a"),
        ("search_words: [visitor visa]", "search_words: [tourist]"),
    ],
)
def test_form_order_and_search_words_are_not_meaning(world: Path, old: str, new: str) -> None:
    before = meaning(world, "v-1"), meaning(world, "v-1/visit")
    change(world, V1, old, new)
    assert (meaning(world, "v-1"), meaning(world, "v-1/visit")) == before


@pytest.mark.parametrize(
    ("public_id", "old", "new"),
    [
        ("v-1/six-months", "stay six months", "stay seven months"),
        ("v-1/six-months", "{up_to: short, maybe: [long]}", "{up_to: long}"),
        ("v-1/six-months", "standing: disputed", "standing: corrected"),
        ("v-1/six-months", "The law says three.", "The law says four."),
        ("v-1/six-months", "at: § 5", "at: § 6"),
        ("v-1/hands-on", "{student: supervised}", "{student: observation}"),
        ("v-1/invitation", "actor: host", "actor: trainee"),
        ("v-1", "family: visitor", "family: worker"),
        ("v-1", "limits: [friends-only]", "limits: []"),
    ],
)
def test_words_rules_standing_sources_and_contact_are_meaning(
    world: Path, public_id: str, old: str, new: str
) -> None:
    write(
        world,
        "data/vocabularies/visa-families.yml",
        "visitor: {name: A, meaning: A}\nworker: {name: B, meaning: B}\n",
    )
    before = public_ids(load(world / "data"))
    change(world, V1, old, new)
    after = public_ids(load(world / "data"))
    assert [each for each in before if before[each].meaning != after[each].meaning] == [public_id]


def test_after_a_release_nothing_is_untold(world: Path) -> None:
    release(world)
    assert list(untold(load(world / "data"))) == []
    assert problems_in(world) == []


def test_a_changed_statement_needs_a_note_and_its_lines_can_be_pasted(world: Path) -> None:
    release(world)
    change(world, W2, "You can stay for years.", 'You can stay for "long".')
    head, *lines = problems_in(world)
    assert head.startswith(
        'data/visas/w-2.yml:21: stay[0]: "w-2/years" means something else than at the release of '
        "2026-03-01. Say why in data/changes/DAY.yml"
    )
    pasted = "\n".join(["notes:", *lines]).replace('why: ""', "why: The law changed.")
    expected = {
        "about": "w-2/years",
        "was": "You can stay for years.",
        "says": 'You can stay for "long".',
        "why": "The law changed.",
        "cites": [{"source": "unread-law", "at": "§ 3"}],
    }
    assert parse_yaml(pasted) == {"notes": [expected]}
    write(world, "data/changes/2026-03-01.yml", pasted)
    assert problems_in(world) == []


def test_a_note_from_before_the_release_tells_nothing_of_what_came_after(world: Path) -> None:
    release(world, date(2026, 3, 3))  # the tiny world's notes are of the day before
    change(world, V1, "at: § 5", "at: § 6")
    assert '"v-1/six-months" means something else' in problems_in(world)[0]


def test_the_newest_note_has_the_words_of_today(world: Path) -> None:
    release(world)
    note = "notes: [{about: w-2/years, says: You can stay for ever., why: So.}]"
    write(world, "data/changes/2026-03-03.yml", note)
    assert problems_in(world) == [
        'data/changes/2026-03-03.yml:1: notes[0].says: the newest note about "w-2/years" has other '
        'words. Now: "You can stay for years."'
    ]


def test_a_statement_that_is_new_in_a_released_record_needs_a_note(world: Path) -> None:
    release(world)
    note = "{id: more, says: More., standing: confirmed, cites: [{source: law, at: x}]}"
    write(world, W2, f"{(world / W2).read_text('utf-8')}notes: [{note}]\n")
    (found,) = untold(load(world / "data"))
    assert found.now is not None
    assert (found.now.id, found.released) == ("w-2/more", None)


def test_a_renamed_statement_needs_a_redirect_and_notes(world: Path) -> None:
    release(world)
    change(world, W2, "id: years", "id: some-years")
    said = "\n".join(problems_in(world))
    assert '"w-2/years" was released and is gone. Add w-2/years: {to: ...}' in said
    assert '"w-2/some-years" is new since the last release.' in said
    redirects = "old-visa: {to: v-1}\nw-2/years: {to: w-2/some-years}\n"
    write(world, "data/redirects.yml", redirects)
    said = "\n".join(problems_in(world))
    assert "was released and is gone" not in said
    assert '"w-2/years" is gone since the last release.' in said


def test_a_record_that_moves_takes_its_statements_along(world: Path) -> None:
    release(world)
    (world / "data/requirements/number.yml").rename(world / "data/requirements/tax-number.yml")
    for path in (world / "data").rglob("*.yml"):
        if path.name != "published.yml":
            words = path.read_text("utf-8")
            words = words.replace("[number]", "[tax-number]")
            path.write_text(words.replace("- number", "- tax-number"), "utf-8")
    lost = [each for each in problems_in(world) if "was released and is gone" in each]
    assert len(lost) == 1
    assert '"number" was released and is gone.' in lost[0]
    write(world, "data/redirects.yml", "old-visa: {to: v-1}\nnumber: {to: tax-number}\n")
    assert not [each for each in problems_in(world) if "was released and is gone" in each]


def test_a_release_keeps_the_day_of_what_still_means_the_same_and_what_moved(world: Path) -> None:
    release(world)
    change(world, W2, "You can stay for years.", "You can stay for long.")
    release(world, date(2026, 4, 1))
    published = load(world / "data").of("published")
    assert published["w-2/years"].since == date(2026, 4, 1)
    assert published["v-1/six-months"].since == RELEASE
    assert published["old-visa"].pages == ("visas/old-visa/",)
