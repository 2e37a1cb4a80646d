"""Accessibility repairs of the theme's HTML; each names its defect, and fails when it is gone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.finish.errors import FinishError


@dataclass(frozen=True)
class Repair:
    """A defect of the theme, how to find it, and what to put there."""

    defect: str
    find: re.Pattern[str]
    put: str
    everywhere: bool = True
    """Whether every page must have it."""


NOTHING_FOUND = (
    "Nothing found. Try one word: a visa (J-1), a permit number (2111) or a paper (DS-2019). "
    "A to Z, in the menu, lists every name."
)

_INSIDE = r"(?:(?!</?nav\b).)*"
for _ in range(3):  # contents of contents of contents
    _INSIDE = rf"(?:(?!</?nav\b).|<nav\b{_INSIDE}</nav>)*"

REPAIRS = (
    Repair(
        "A search without results does not say what to try.",
        re.compile(r'("search\.result\.none": ")[^"]*(")'),
        rf"\g<1>{NOTHING_FOUND}\g<2>",
    ),
    Repair(
        "The search dialog has no name.",
        re.compile(r'(<div class="md-search" data-md-component="search" role="dialog")>'),
        r'\1 aria-label="Search">',
    ),
    Repair(
        "The skip link leads past the title to the first section, or is missing.",
        re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL),
        "",
    ),
    Repair(
        "On small screens no key opens the menu or the search, and what opens them has no name.",
        re.compile(
            r'(<input class="md-toggle" data-md-toggle="drawer" [^>]*) autocomplete="off">'
            r'(\s*<input class="md-toggle" data-md-toggle="search" [^>]*) autocomplete="off">'
        ),
        '<div data-md-component="skip"><a href="#main" class="md-skip">Skip to content</a></div>'
        r'\1 aria-label="Menu">\2 aria-label="Search">',
    ),
    Repair(
        "The contents of a page stand twice, once in the menu.",
        re.compile(
            r'<input class="md-nav__toggle md-toggle" type="checkbox" id="__toc">'
            r'(?:\s*<label class="md-nav__link md-nav__link--active" for="__toc">.*?</label>)?'
            rf'(\s*<a [^>]*>.*?</a>)(?:\s*<nav class="md-nav md-nav--secondary"{_INSIDE}</nav>)?',
            re.DOTALL,
        ),
        r"\1",
        everywhere=False,
    ),
    Repair(
        "The menu does not say to those who do not see it where they are.",
        re.compile(r'(<a [^>]*class="md-nav__link md-nav__link--active")>'),
        r'\1 aria-current="page">',
        everywhere=False,
    ),
    Repair(
        "Sections of the menu open by a label, which no key reaches.",
        re.compile(
            r'<input class="md-nav__toggle [^>]*>\s*<label class="md-nav__link" for="\w+" '
            r'(id="\w+")[^>]*>(.*?)</label>'
            r'(\s*<nav class="md-nav" [^>]*?) aria-expanded="\w+">\s*'
            r'<label class="md-nav__title" [^>]*>.*?</label>',
            re.DOTALL,
        ),
        r'<span class="md-nav__link" \1>\2</span>\3>',
    ),
    Repair(
        "The heading of the contents is the label of nothing.",
        re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL),
        r'<p class="md-nav__title">\1</p>',
        everywhere=False,
    ),
    Repair(
        "The content has no id for the skip link.",
        re.compile(r'(<div class="md-content" data-md-component="content")>'),
        r'\1 id="main" tabindex="-1">',
    ),
)


def repair(html: str) -> str:
    """Apply every repair to a page.

    Raises:
        FinishError: If a page lacks what a repair is for: the theme changed.
    """
    for each in REPAIRS:
        html, count = each.find.subn(each.put, html)
        if each.everywhere and not count:
            raise FinishError(f"the theme changed, look again: {each.defect}")
    return html
