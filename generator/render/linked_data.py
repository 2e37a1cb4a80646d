"""What a page tells search engines and reference managers about itself, in schema.org's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model.dataset import Dataset
from generator.model.document import Page
from generator.model.open_data import (
    DATA_PAGE,
    DUMP,
    LICENSE_ADDRESS,
    SCHEMA_VERSION,
    ZIP,
)
from generator.render.links import Addresses, numbers_of

Value = dict[str, Any]

MAKER = {"@type": "Organization", "name": "The Clinical Training Pathways contributors"}
FORMATS = {ZIP: "application/zip", DUMP: "application/json"}


@dataclass(frozen=True)
class Crumb:
    """A page as others name it on their way from the home page."""

    title: str
    url: str
    parent: str


@dataclass(frozen=True)
class Whole:
    """What a page may say of the whole site.

    Attributes:
        as_of: The day as of which the site speaks, as ``2026-11-22``.
        crumbs: Every page, by its id.
        papers: The address of each source whose every statement is mapped, by its id.
    """

    as_of: str = ""
    crumbs: Mapping[str, Crumb] = field(default_factory=dict)
    papers: Mapping[str, str] = field(default_factory=dict)


def whole_of(dataset: Dataset, pages: tuple[Page, ...], as_of: str) -> Whole:
    """Gather what pages may say of the whole site."""
    crumbs = {
        page.id: Crumb(page.short_title or page.title, page.url, page.parent) for page in pages
    }
    mapped = (each for each in dataset.sources.values() if each.parts)
    return Whole(as_of, crumbs, {each.id: each.address for each in mapped if each.address})


def linked_data(page: Page, whole: Whole, addresses: Addresses) -> Value:
    """A page as schema.org describes it; addresses of ours only if the site has one."""
    rests_on = [address for source, address in whole.papers.items() if source in numbers_of(page)]
    about: Value = {
        "@type": "WebPage",
        "name": page.title,
        "inLanguage": "en",
        "dateModified": page.checked.modified if page.checked else whole.as_of,
        "license": LICENSE_ADDRESS,
    }
    about |= {"isBasedOn": rests_on[0]} if rests_on else {}
    about |= {"url": f"{addresses.site}{page.url}"} if addresses.site else {}
    graph = [about, *_trail(page, whole, addresses), *_dataset(page, whole, addresses)]
    return {"@context": "https://schema.org", "@graph": graph}


def _trail(page: Page, whole: Whole, addresses: Addresses) -> Iterator[Value]:
    """The way from the home page, where there is one and the site has an address."""
    way = []
    above = whole.crumbs.get(page.parent)
    while above:
        way.append(above)
        above = whole.crumbs.get(above.parent)
    home = next((each for each in whole.crumbs.values() if not each.url), None)
    if not addresses.site or not page.url or home is None:
        return
    steps = [(home.title, ""), *((each.title, each.url) for each in reversed(way))]
    steps.append((page.short_title or page.title, page.url))
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": title,
                "item": f"{addresses.site}{url}",
            }
            for number, (title, url) in enumerate(steps, 1)
        ],
    }


def _dataset(page: Page, whole: Whole, addresses: Addresses) -> Iterator[Value]:
    """The data as a whole, on the page that is about it."""
    if page.id != DATA_PAGE:
        return
    files = [
        {
            "@type": "DataDownload",
            "encodingFormat": FORMATS[path],
            "contentUrl": f"{addresses.site}{path}",
        }
        for path in FORMATS
        if addresses.site
    ]
    yield {
        "@type": "Dataset",
        "name": "Clinical Training Pathways",
        "description": page.description,
        "creator": MAKER,
        "license": LICENSE_ADDRESS,
        "isBasedOn": list(whole.papers.values()),
        "version": SCHEMA_VERSION,
        "dateModified": whole.as_of,
        "isAccessibleForFree": True,
        **({"distribution": files} if files else {}),
    }
