"""Addresses: where each page lives, and how one page points to another."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from generator.model.blocks import Sources
from generator.model.document import Page
from generator.problems import Problem


@dataclass(frozen=True)
class Links:
    """The address of every page, by id."""

    urls: Mapping[str, str]

    def href(self, from_url: str, to: str, anchor: str = "") -> str:
        """The relative address of a page, seen from another one."""
        fragment = f"#{anchor}" if anchor else ""
        if fragment and self.urls[to] == from_url:
            return fragment
        return f"{_between(from_url, self.urls[to])}{fragment}"

    def file(self, from_url: str, path: str) -> str:
        """The relative address of a file inside the site, seen from a page."""
        folder, _, name = path.rpartition("/")
        way = _between(from_url, f"{folder}/" if folder else "")
        return f"{way}{name}".removeprefix("./")


@dataclass(frozen=True)
class Addresses:
    """Where the site and its sources live; what is empty is left out of the pages.

    Attributes:
        site: The address of the home page, with a slash at its end.
        repository: The address of the repository.
        name: The name of the site.
        cards: Whether the site has pictures to show beside a link.
        contact: A mail address or an https address, for people without an account there.
    """

    site: str = ""
    repository: str = ""
    name: str = ""
    cards: bool = False
    contact: str = ""

    def oembed(self, page: Page) -> str:
        """Where, inside the site, programs are told how to show a page."""
        return f"oembed/{page.url.rstrip('/')}.json"

    def edit(self, file: str) -> str:
        """Where a file of ours can be changed; empty if nobody knows."""
        root = self.repository.rstrip("/")
        return f"{root}/edit/main/{file}" if root and file else ""

    def report(self, claim: str) -> str:
        """Where a wrong claim can be reported, its id filled in; empty if nobody knows."""
        root = self.repository.rstrip("/")
        query = urlencode({"template": "wrong-fact.yml", "claim": claim})
        return f"{root}/issues/new?{query}" if root else ""

    def write(self, title: str) -> str:
        """How to write to us about a page; empty if nobody knows."""
        if "@" not in self.contact or self.contact.startswith("https:"):
            return self.contact
        return f"mailto:{self.contact}?{urlencode({'subject': title}, quote_via=quote)}"


def _between(here: str, there: str) -> str:
    """The way from one folder of the site to another: ``../c/``."""
    up, down = here.split("/")[:-1], there.split("/")[:-1]
    while up and down and up[0] == down[0]:
        up, down = up[1:], down[1:]
    return "../" * len(up) + "".join(f"{part}/" for part in down) or "./"


@dataclass(frozen=True)
class FileLinks(Links):
    """Addresses as an engine wants them that resolves links between Markdown files itself."""

    files: Mapping[str, str]

    def href(self, from_url: str, to: str, anchor: str = "") -> str:
        """The relative path of a page's file, seen from the file of another one."""
        here = self.files[from_url]
        path = posixpath.relpath(self.files[self.urls[to]], posixpath.dirname(here) or ".")
        return f"{path}#{anchor}" if anchor else path

    def file(self, from_url: str, path: str) -> str:
        """The relative path of a file, seen from the file of a page."""
        return posixpath.relpath(path, posixpath.dirname(self.files[from_url]) or ".")


def links_of(pages: Iterable[Page]) -> tuple[Links, tuple[Problem, ...]]:
    """Give every page its address; two pages with one address or one id are a problem."""
    urls: dict[str, str] = {}
    owners: dict[str, Page] = {}
    problems = []
    for page in pages:
        other = owners.setdefault(page.url, page)
        if other is not page:
            where = other.file or "an index page"
            message = f'its address "/{page.url}" belongs to {where}.'
            problems.append(Problem(page.file or other.file, message, tip="Rename one of them."))
        elif page.id in urls:
            message = f'its id "{page.id}" is the id of another page.'
            problems.append(Problem(page.file, message, tip="Rename it."))
        urls[page.id] = page.url
    return Links(urls), tuple(problems)


def numbers_of(page: Page) -> Mapping[str, int]:
    """Number the sources of a page: its list of sources has them in order of first mention."""
    blocks = (block for section in reversed(page.sections) for block in section.blocks)
    listed = next((block for block in blocks if isinstance(block, Sources)), Sources(()))
    return {item.source: number for number, item in enumerate(listed.items, 1)}
