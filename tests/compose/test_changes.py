from __future__ import annotations

from pathlib import Path

from generator.build import Composed, compose
from generator.model.blocks import Paragraph
from generator.model.document import Page, inside
from generator.model.inline import Ref, plain
from tests.worlds import change


def find(composed: Composed, page_id: str) -> Page:
    return next(page for page in composed.pages if page.id == page_id)


def lines(part: object) -> list[str]:
    return [plain(each.words) for each in inside(part) if isinstance(each, Paragraph)]


def test_a_page_tells_at_its_foot_what_changed_in_it(tiny_composed: Composed) -> None:
    page = find(tiny_composed, "v-1")
    (section,) = [each for each in page.sections if each.id == "what-changed"]
    assert lines(section) == [
        "2 March 2026",
        "Was: You can stay a year.",
        "Now: You can stay six months.",
        "Why: The law was read. It holds since February 2026. Source: The law, § 5.",
    ]
    assert [each.id for each in page.sections][-3:] == ["what-changed", "links-here", "sources"]


def test_a_page_of_which_nothing_changed_says_nothing(tiny_composed: Composed) -> None:
    ids = [each.id for each in find(tiny_composed, "w-2").sections]
    assert "what-changed" not in ids


def test_every_change_stands_on_one_page_by_day(tiny_composed: Composed) -> None:
    page = find(tiny_composed, "changes")
    assert [each.title for each in page.sections] == ["2 March 2026"]
    said = lines(page.sections)
    assert said[0] == "V-1"
    assert "V-0, now V-1" in said
    assert "It is gone." in said
    first = next(each for each in inside(page.sections) if isinstance(each, Ref))
    assert (first.to, first.anchor) == ("v-1", "six-months")


def test_the_home_page_has_the_latest_of_both_kinds(tiny_composed: Composed) -> None:
    said = lines(find(tiny_composed, "index").lead)
    assert "February 2026: New fee." in said
    assert "2 March 2026: V-1. The law was read." in said


def test_before_the_first_change_the_pages_say_so(world: Path) -> None:
    (world / "data/changes/2026-03-02.yml").unlink()
    (world / "data/published.yml").unlink()
    (world / "data/redirects.yml").unlink()
    composed = compose(world / "data", world / "content")
    for page in ("changes", "index"):
        nothing = "Nothing has changed since the first publication."
        assert nothing in lines(find(composed, page).lead)


def test_the_old_anchor_of_a_statement_leads_to_what_took_its_place(world: Path) -> None:
    change(world, "data/redirects.yml", "old-visa", "v-1/a-year: {to: v-1/six-months}\nold-visa")
    page = find(compose(world / "data", world / "content"), "v-1")
    (section,) = [each for each in page.sections if each.id == "what-changed"]
    (moved,) = section.sections
    assert moved.id == "a-year"
    (ref,) = [each for each in inside(moved) if isinstance(each, Ref)]
    assert (ref.to, ref.anchor, ref.text) == ("v-1", "six-months", "You can stay six months.")
