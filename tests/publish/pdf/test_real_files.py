"""The guides as they are published: each of them, on each paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import Composed
from generator.derive.citations import credit_of
from generator.derive.freshness import newest_day
from generator.model.document import inside
from generator.model.guide import Guide
from generator.model.tables import Table
from generator.publish.pdf.document import document
from generator.publish.pdf.guides import guides_of
from generator.publish.pdf.surface import Imprint, Places
from tests.papers import words_in
from tests.printed import (
    accessibility_findings,
    blank_pages,
    bookmarks,
    contents_findings,
    font_findings,
    headings,
    layout_findings,
    link_findings,
    missing_words,
    opened,
    paper_findings,
    structure_findings,
    texts,
)
from tests.sites import Built

PAPERS = {"a4": (595.3, 841.9), "letter": (612.0, 792.0)}
KINDS = ("visas", "california/licenses", "california/pathways", "california/plans", "rest")
MOST_GUIDE, MOST_BOOKLET, MOST_HANDBOOK = 120_000, 250_000, 1_600_000
"""Bytes: of a guide about one thing, of one that joins many pages, and of the handbook."""


def guides_in(real: Composed) -> tuple[Guide, ...]:
    return guides_of(real.pages)


def files(site: Built, kind: str) -> list[Path]:
    folder = site.folder / "downloads"
    found = sorted(folder.rglob("*.pdf"))
    assert len(found) > 140
    named = [path for path in found if path.parent == folder / kind]
    others = [path for path in found if path.parent.relative_to(folder).as_posix() not in KINDS]
    return others if kind == "rest" else named


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "findings", [accessibility_findings, layout_findings, blank_pages], ids=lambda f: f.__name__
)
def test_no_file_has_a_fault_of_its_pages(
    findings: Callable[[Path], list[str]], kind: str, site: Built
) -> None:
    for path in files(site, kind):
        assert findings(path) == [], path.name


@pytest.mark.parametrize("kind", KINDS)
def test_no_file_has_a_fault_of_its_structure(kind: str, site: Built) -> None:
    for path in files(site, kind):
        pdf = opened(path)
        paper = PAPERS[path.stem.rpartition("-")[2]]
        faults = [*structure_findings(pdf), *link_findings(pdf), *font_findings(pdf)]
        assert [*faults, *paper_findings(pdf, paper)] == [], path.name
        assert [name for name, _ in bookmarks(pdf)] == headings(pdf), path.name


def test_every_document_is_there_and_its_words_are_on_paper(
    site: Built, real_composed: Composed
) -> None:
    dataset = real_composed.dataset
    sources = dataset.sources.values()
    imprint = Imprint("S", "", newest_day(dataset), "0", "", *credit_of(sources))
    every = real_composed.pages
    places = Places(
        {page.id: page.url for page in every},
        {each.id: each.address or "" for each in sources if each.linkable},
        {each.id: each.term for each in dataset.terms.values()},
    )
    for guide in guides_in(real_composed):
        value = document(guide, imprint, places)
        for paper in PAPERS:
            path = site.folder / f"downloads/{guide.id}-{paper}.pdf"
            assert missing_words(path, words_in(value)) == [], path.name


def test_there_is_a_guide_for_everything(real_composed: Composed) -> None:
    dataset = real_composed.dataset
    ids = {guide.id for guide in guides_in(real_composed)}
    urls = {page.id: page.url.rstrip("/") for page in real_composed.pages}
    for noun in ("visa", "license", "pathway", "stakeholder"):
        assert {urls[each] for each in dataset.of(noun)} <= ids, noun
    for level in dataset.of("level"):
        assert f"california/levels/{level}" in ids
    assert {"barriers-and-enablers", "comparisons", "handbook"} <= ids


def test_every_visa_license_and_pair_is_compared_on_paper(real_composed: Composed) -> None:
    compared = next(each for each in guides_in(real_composed) if each.id == "comparisons")
    tables = [each for each in inside(compared.parts) if isinstance(each, Table)]
    heads = {choice.link.to for table in tables for choice in table.choices}
    assert set(real_composed.dataset.visas) <= heads
    pages = {page.id for page in compared.pages}
    assert {"california/compare/licenses", "california/compare/pathways"} <= pages


def test_lists_of_contents_name_the_right_pages(site: Built) -> None:
    for name in ("handbook", "barriers-and-enablers", "comparisons"):
        for paper in PAPERS:
            path = site.folder / f"downloads/{name}-{paper}.pdf"
            assert contents_findings(path, opened(path)) == [], path.name


def test_every_page_says_where_it_is_from_of_which_day_and_version(site: Built) -> None:
    for path in files(site, "visas"):
        for number, words in enumerate(texts(path), 1):
            assert "As of 22 November 2026" in words, path.name
            assert re.search(rf"version \d.*{number} of \d+", words, re.DOTALL), path.name
        first = texts(path)[0]
        assert "CC BY 4.0" in first
        assert "10.5334/aogh.5020" in first


def test_the_handbook_has_its_parts(site: Built) -> None:
    pdf = opened(site.folder / "downloads/handbook-a4.pdf")
    names = [name for name, _ in bookmarks(pdf)]
    parts = ("Visas", "California licenses", "California pathways", "Requirements", "Barriers")
    ends = ("Glossary", "Sources", "Index of terms", "License and credit")
    assert [name for name in (*parts, *ends) if name not in names] == []


def test_files_are_small(site: Built, real_composed: Composed) -> None:
    for guide in guides_in(real_composed):
        most = MOST_GUIDE if len(guide.pages) == 1 else MOST_BOOKLET
        for paper in PAPERS:
            path = site.folder / f"downloads/{guide.id}-{paper}.pdf"
            limit = MOST_HANDBOOK if guide.whole else most
            assert path.stat().st_size < limit, path.name


def test_every_page_offers_what_belongs_to_it_and_says_its_size(site: Built) -> None:
    for name, root in site.pages.items():
        links = root.xpath("//section[@class='ctp-guides']//a")
        if name == "404.html" or name.startswith("embed/"):
            continue
        assert any("handbook-a4.pdf" in link.get("href") for link in links), name
        words = root.xpath("string(//section[@class='ctp-guides'])")
        assert "as of 22 November 2026" in words
    page = site.pages["visas/b-1/index.html"]
    hrefs = page.xpath("//section[@class='ctp-guides']//a/@href")
    assert hrefs[:2] == [f"../../downloads/visas/b-1-{paper}.pdf" for paper in PAPERS]
    path = site.folder / "downloads/visas/b-1-a4.pdf"
    said = f"PDF on A4 ({len(opened(path).pages)} pages, {path.stat().st_size // 1000} kB)"
    assert said in " ".join(page.xpath("string(//section[@class='ctp-guides'])").split())


def test_each_pathway_has_its_chain_as_a_picture(site: Built, real_composed: Composed) -> None:
    pictures = sorted((site.folder / "downloads").rglob("*.svg"))
    assert len(pictures) == len(real_composed.dataset.pathways)
    for path in pictures:
        words = path.read_text("utf-8")
        assert re.match(
            r"<svg [^>]*role=\"img\"><title>[^<]+</title><desc>Visa: [^<]+</desc>", words
        )
        assert ", then Patient contact: " in words
        assert not re.search(r"<(script|a|image|foreignObject)\b|https?://(?!www\.w3\.org)", words)
