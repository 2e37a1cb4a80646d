"""What a first visit loads, as a static host sends it with gzip: a budget for every page."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.sites import Built

KB = 1000
PAGE, QUIZ, EMBED = 55 * KB, 75 * KB, 12 * KB
"""Promised are 80, 100 and 12: what is left is the reserve of somebody who adds a feature."""
QUESTIONS = "embed/quiz/questions/index.html"
"""What the embed of the quiz loads when a reader starts: docs/adr/0014-embeds-are-cut-to-fit.md."""
REQUESTS = 14
LOADED = "//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src"


@cache
def size(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def first_visit(site: Built, page: str) -> tuple[int, int]:
    """Bytes and requests of a page and all that it loads by itself."""
    links = {urljoin(site.address(page), str(link)) for link in site.pages[page].xpath(LOADED)}
    inside = {
        unquote(urlsplit(link).path).removeprefix(site.base)
        for link in links
        if "data:" not in link
    }
    files = [site.folder / page, *(site.folder / each for each in sorted(inside))]
    return sum(map(size, files)), len(files)


def budget(page: str) -> int:
    if page.startswith("embed/") and page != QUESTIONS:
        return EMBED
    return QUIZ if page in {"quiz/index.html", QUESTIONS} else PAGE


def test_every_page_stays_within_its_budget(site: Built) -> None:
    visits = {page: first_visit(site, page) for page in site.pages}
    heavy = {page: bytes_ for page, (bytes_, _) in visits.items() if bytes_ > budget(page)}
    many = {page: requests for page, (_, requests) in visits.items() if requests > REQUESTS}
    assert heavy == {}
    assert many == {}


def test_no_stylesheet_brings_a_font_or_asks_elsewhere(site: Built) -> None:
    for path in site.folder.rglob("*.css"):
        css = path.read_text("utf-8")
        assert "@font-face" not in css, path
        assert re.findall(r"url\((?![\"']?data:)[^)]*\)|@import", css) == [], path


def test_the_documents_of_the_search_are_not_with_its_settings(site: Built) -> None:
    assert size(site.folder / "search/search_index.json") < KB
