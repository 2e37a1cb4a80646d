"""Old addresses that lead on: a page at each, and one list for hosts that read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from generator.checks.finding import problem
from generator.derive.changes import moved_to
from generator.derive.public_ids import Public, public_ids
from generator.model.dataset import Dataset
from generator.model.document import Page
from generator.problems import Problem, nearest
from generator.publish.files import Files
from generator.render.environment import environment
from generator.render.links import Addresses, Links


def released_pages(
    dataset: Dataset, pages: Iterable[Page]
) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, str]]:
    """The addresses that a release publishes, and the titles, by public id or else by page id.

    The pages that one record's file makes go by its id: where it leads, they lead.
    """
    owners = {
        file: record_id
        for (noun, record_id), file in dataset.files.items()
        if dataset.public(record_id) is not None and noun != "state"
    }
    found: dict[str, tuple[str, ...]] = {}
    titles: dict[str, str] = {}
    for page in pages:
        owner = page.id if dataset.public(page.id) else owners.get(page.file, page.id)
        if page.url:  # the home page cannot move
            found[owner] = (*found.get(owner, ()), page.url)
            titles.setdefault(owner, page.short_title or page.title)
    return found, titles


def redirect_problems(dataset: Dataset, links: Links) -> Iterator[Problem]:
    """Redirects that lead nowhere, and pages that were released and are gone."""
    known, served = public_ids(dataset), {*links.urls.values()}
    for redirect in dataset.of("redirect").values():
        if not moved_to(dataset, known, redirect.to) and redirect.to not in links.urls:
            message = f'"{redirect.to}" is neither a public id nor a page.'
            tip = nearest(redirect.to, links.urls)
            yield problem(dataset, redirect, ("to",), message, tip)
    for released in dataset.of("published").values():
        lost = [each for each in released.pages if each not in served]
        found = released.id in links.urls or moved_to(dataset, known, released.id)
        if lost and not found and not released.meaning:
            message = f'the page "/{lost[0]}" was released and is gone.'
            tip = f"Add {released.id}: {{to: ...}} to {dataset.folder}/redirects.yml."
            yield problem(dataset, released, (), message, tip)


def moves(dataset: Dataset, links: Links) -> Mapping[str, str]:
    """Each address that was released and is gone, and the address it leads to."""
    known, served = public_ids(dataset), {*links.urls.values()}
    found = {}
    for released in dataset.of("published").values():
        address = where(dataset, known, links, released.id)
        for url in released.pages:
            if address and url not in served:
                found[url] = address
    return found


def where(dataset: Dataset, known: Mapping[str, Public], links: Links, public_id: str) -> str:
    """The address where a public id, or what took its place, is shown; empty if on no page."""
    to = public_id if public_id in links.urls else moved_to(dataset, known, public_id)
    owner, _, claim = to.rpartition("/")
    if to in links.urls:
        return links.urls[to]
    return f"{links.urls[owner]}#{claim}" if owner in links.urls else ""


def redirect_files(
    dataset: Dataset, pages: Iterable[Page], links: Links, addresses: Addresses
) -> Files:
    """A page at every address that is gone, and ``_redirects`` for hosts that read one.

    Args:
        dataset: The data.
        pages: The pages of the site.
        links: Where each lives.
        addresses: Where the site lives; if it is not known there is no canonical address.
    """
    found = moves(dataset, links)
    titles = {page.url: page.title for page in pages}
    template = environment().get_template("moved.html.j2")
    files = {
        f"{old}index.html": template.render(
            href=links.file(old, new),
            canonical=f"{addresses.site}{new}" if addresses.site else "",
            title=titles[new.partition("#")[0]],
        )
        for old, new in found.items()
    }
    root = urlsplit(addresses.site).path.rstrip("/")
    lines = [f"{root}/{old} {root}/{new} 301\n" for old, new in found.items()]
    return {**files, **({"_redirects": "".join(lines)} if lines else {})}
