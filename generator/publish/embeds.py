"""Pages for other people's sites: each in a frame of theirs, and a description that finds it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from generator.derive.citations import credit_of
from generator.derive.freshness import review_by
from generator.model.base import show_day
from generator.model.dataset import Dataset
from generator.model.document import Page
from generator.model.form import Form
from generator.model.inline import joined
from generator.publish.excerpt import Excerpt, excerpt, shorter
from generator.publish.files import Files
from generator.render.embed import QUESTIONS, Credit, Framed, render_embed
from generator.render.links import Addresses, Links
from generator.render.snippets import HEIGHT, frame_in_quotation

MOST_BYTES = 7_750
"""What the HTML of an embed may weigh, compressed: with its style and script 12 kB."""
WIDTH = 720
A_DAY = 86_400


def credit_in(dataset: Dataset, day: date) -> Credit:
    """What every embed says of the site: its day, whose work it rests on, what it must read again.

    Args:
        dataset: The data.
        day: The day as of which the site speaks.
    """
    whose = credit_of(dataset.sources.values())
    return Credit(show_day(day), *whose, day, partial(review_by, dataset))


def embed_files(pages: Iterable[Page], links: Links, addresses: Addresses, credit: Credit) -> Files:
    """The embed of every page that has one, and its oEmbed answer if the site has an address.

    Args:
        pages: Every page of the site.
        links: Where each lives.
        addresses: Where the site lives; without that nobody can be told where an embed is.
        credit: What every embed says of the site.
    """
    files: dict[str, str] = {}
    for page in pages:
        if page.embed:
            files |= _embeds(page, links, addresses, credit)
            if addresses.site:
                files[addresses.oembed(page)] = _oembed(page, addresses)
    return files


def _embeds(
    page: Page, links: Links, addresses: Addresses, credit: Credit
) -> Iterator[tuple[str, str]]:
    """An embed by its path; the quiz has two, the way in and the questions."""
    found = excerpt(page)
    if not any(isinstance(each, Form) for each in page.lead):
        alone = replace(found, page=replace(found.page, scripts=(), styles=()))
        yield f"{page.embed}index.html", _fitting(alone, links, addresses, credit)
        return
    whole = replace(found.page, styles=(*found.page.styles, "embed/quiz.css"))
    surface = Framed(whole, links, addresses, QUESTIONS)
    yield f"{page.embed}{QUESTIONS}index.html", render_embed(surface, credit)
    lead = tuple(each for each in found.page.lead if not isinstance(each, Form))
    first = replace(found.page, lead=lead, sections=(), scripts=(), styles=())
    surface = Framed(first, links, addresses)
    yield f"{page.embed}index.html", render_embed(surface, credit, start=QUESTIONS)


def _fitting(found: Excerpt, links: Links, addresses: Addresses, credit: Credit) -> str:
    """As much of a page as its frame may weigh."""
    surface = Framed(found.page, links, addresses)
    while True:
        out = joined(((each,) for each in found.left_out), "; ")
        html = render_embed(surface, credit, out)
        less = shorter(found) if len(zlib.compress(html.encode(), 9)) > MOST_BYTES else None
        if less is None:
            return html
        found, surface = less, surface.cut(less.page)


def _oembed(page: Page, addresses: Addresses) -> str:
    """What a program is told that asks how to show a page (oembed.com)."""
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": page.title,
        "provider_name": addresses.name,
        "provider_url": addresses.site,
        "cache_age": A_DAY,
        "html": frame_in_quotation(page, addresses),
        "width": WIDTH,
        "height": HEIGHT,
    }
    return f"{json.dumps(answer, ensure_ascii=False)}\n"
