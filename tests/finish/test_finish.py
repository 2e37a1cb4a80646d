from __future__ import annotations

from pathlib import Path

import pytest

from generator.finish.errors import FinishError
from generator.finish.policy import policy_of, with_policy
from generator.finish.repairs import repair
from generator.finish.search import with_late_theme, with_own_worker

PAGE = Path("index.html")


def test_the_policy_names_the_hash_of_every_inline_script_and_no_other() -> None:
    html = (
        "<script>alert(1)</script><script src='a.js'></script>"
        '<script type="application/json">{}</script>'
    )
    policy = policy_of({PAGE: html.replace("'", '"')})
    assert policy.count("sha256-") == 1
    assert "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='" in policy


INLINE = (
    '<a onclick="x()">',
    '<p style="color: red">',
    '<b  onload = "x">',
    "<p style=x>",
    "<i onclick=x()>",
)


@pytest.mark.parametrize("tag", INLINE)
def test_an_inline_handler_or_style_stops_the_build(tag: str) -> None:
    with pytest.raises(FinishError, match="inline"):
        policy_of({PAGE: tag})


def test_the_policy_comes_right_after_the_character_set() -> None:
    html = with_policy('<head><meta charset="utf-8"><title>T</title>', "default-src 'none'")
    assert html.startswith(
        '<head><meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"'
    )


def test_a_theme_that_changed_stops_the_build() -> None:
    with pytest.raises(FinishError, match="the theme changed"):
        repair("<html></html>")
    with pytest.raises(FinishError, match="the theme changed"):
        with_own_worker("<html></html>", PAGE)
    with pytest.raises(FinishError, match="the theme changed"):
        with_late_theme("<html></html>", PAGE)


def test_the_themes_script_is_named_for_ours_to_fetch() -> None:
    theirs = '<script src="../assets/javascripts/bundle.12ab.min.js"></script>'
    html = with_late_theme(f'{theirs}<script src="../assets/theme.js"></script>', PAGE)
    assert html == (
        '<script src="../assets/theme.js" '
        'data-theme="../assets/javascripts/bundle.12ab.min.js" defer></script>'
    )
    with pytest.raises(FinishError, match="nothing could search"):
        with_late_theme(theirs, PAGE)


def test_words_that_look_like_an_attribute_are_let_be() -> None:
    html = '<p title="with style = more">on = off, style = yes</p>'
    assert policy_of({PAGE: html}).startswith("default-src 'none'")
