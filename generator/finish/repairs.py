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
        "Labels in the menu have an empty tabindex, which is not valid.",
        re.compile(r'(<label class="md-nav__link"[^>]*) tabindex="">'),
        r"\1>",
        everywhere=False,
    ),
    Repair(
        "The skip link leads past the title to the first section, or is missing.",
        re.compile(r'(<div data-md-component="skip">).*?(</div>)', re.DOTALL),
        r'\1<a href="#main" class="md-skip">Skip to content</a>\2',
    ),
    Repair(
        "The content has no id for the skip link.",
        re.compile(r'(<div class="md-content" data-md-component="content")>'),
        r'\1 id="main" tabindex="-1">',
    ),
    Repair(
        "Checkboxes that work the menu have autocomplete, which is not valid.",
        re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off">'),
        r"\1>",
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
    if 'id="__toc"' not in html:  # outside the menu the theme leaves a label for a missing input
        html = html.replace(' for="__toc"', "")
    return html
