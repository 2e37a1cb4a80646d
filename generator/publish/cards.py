"""The picture that other sites show beside a link: one for each family of pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.document import Page
from generator.publish.files import Files
from generator.publish.pdf.compile import compile_card

_SAYS = "US visas and California licenses for medical students and physicians from abroad."
_STOPS = {"visa": 0, "license": 1, "pathway": 2, "plan": 2, "level": 2, "figure": 2}
"""The stop of the chain that a family is about."""


def card_files(pages: Iterable[Page], site: str) -> Files:
    """Draw the picture of each family.

    Args:
        pages: The pages of the site.
        site: Its name.
    """
    titles: dict[str, str] = {}
    for page in pages:
        titles.setdefault(page.family, page.eyebrow.partition(",")[0])
    return {
        f"assets/cards/{family}.png": compile_card(_value(family, title, site))
        for family, title in titles.items()
    }


def _value(family: str, title: str, site: str) -> Mapping[str, str | int]:
    """What the template prints; a family without a word of its own shows the site's name large."""
    small = site if title else ""
    return {"site": small, "title": title or site, "says": _SAYS, "stop": _STOPS.get(family, -1)}
