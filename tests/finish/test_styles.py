from __future__ import annotations

from pathlib import Path

import pytest

from generator.finish.errors import FinishError
from generator.finish.styles import rules, selectors, slim_styles

PAGE = '<html dir="ltr"><p class="seen also">Words</p></html>'


def slimmed(folder: Path, css: str, script: str = "") -> str:
    sheet = folder / "assets/stylesheets/theme.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(css, "utf-8")
    (folder / "assets/script.js").write_text(script, "utf-8")
    slim_styles(folder, [PAGE])
    return sheet.read_text("utf-8")


def test_rules_for_what_stands_nowhere_are_left_out(tmp_path: Path) -> None:
    css = ".seen{color:red}.unseen{color:blue}p .also,.unseen p{top:0}"
    assert slimmed(tmp_path, css) == ".seen{color:red}p .also{top:0}"


def test_what_a_script_may_add_stays(tmp_path: Path) -> None:
    css = ".later{color:red}"
    assert slimmed(tmp_path, css, 'e.classList.add("later")') == css


def test_what_a_rule_excludes_does_not_count(tmp_path: Path) -> None:
    css = "p:not(.unseen,:is(.other)){color:red}a:is(.unseen,.seen){top:0}"
    assert slimmed(tmp_path, css) == css


def test_media_rules_are_looked_into_and_dropped_when_empty(tmp_path: Path) -> None:
    css = "@media print{.unseen{top:0}}@media screen{.seen{top:0}.unseen{top:1px}}"
    assert slimmed(tmp_path, css) == "@media screen{.seen{top:0}}"


def test_another_direction_of_writing_is_left_out(tmp_path: Path) -> None:
    css = "[dir=rtl] p{left:0}[dir=ltr] p{right:0}"
    assert slimmed(tmp_path, css) == "[dir=ltr] p{right:0}"


def test_custom_properties_that_nothing_asks_for_are_left_out(tmp_path: Path) -> None:
    css = ":root{--md-a:url(x);--md-b:1px}p{top:var(--md-b)}"
    assert slimmed(tmp_path, css) == ":root{--md-b:1px}p{top:var(--md-b)}"


def test_a_picture_in_a_property_is_one_value(tmp_path: Path) -> None:
    css = ":root{--md-a:url('data:image/svg+xml;charset=utf-8,<svg>(;)</svg>');--md-b:1px}"
    assert slimmed(tmp_path, css + "p{top:var(--md-b)}") == ":root{--md-b:1px}p{top:var(--md-b)}"


def test_font_faces_and_keyframes_stay(tmp_path: Path) -> None:
    css = "@font-face{font-family:x}@keyframes y{0%{top:0}to{top:1px}}"
    assert slimmed(tmp_path, css) == css


def test_a_stylesheet_that_is_not_closed_stops_the_build() -> None:
    with pytest.raises(FinishError, match="not closed"):
        list(rules(".seen{color:red"))


def test_commas_in_parentheses_split_nothing() -> None:
    assert selectors("a:is(b,c),d") == ["a:is(b,c)", "d"]
