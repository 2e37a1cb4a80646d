from __future__ import annotations

from datetime import date
from pathlib import Path

from lxml import html

from generator.build import compose
from generator.derive.changes import released, written
from generator.load import load
from generator.publish.redirects import released_pages
from generator.render.links import Addresses
from tests.worlds import problems_in, write


def test_a_page_that_moved_leads_on_from_its_old_address(world: Path) -> None:
    files = compose(world / "data", world / "content").files(Addresses("https://site.test/a/"))
    page = html.fromstring(str(files["visas/old-visa/index.html"]).removeprefix("<!doctype html>"))
    assert page.xpath("string(//meta[@http-equiv='refresh']/@content)") == "0; url=../v-1/"
    assert page.xpath("string(//link[@rel='canonical']/@href)") == "https://site.test/a/visas/v-1/"
    assert page.xpath("string(//a/@href)") == "../v-1/"
    assert page.xpath("boolean(//a[contains(., 'V-1 visitor')])")
    assert files["_redirects"] == "/a/visas/old-visa/ /a/visas/v-1/ 301\n"


def test_without_an_address_there_is_no_canonical_one(world: Path) -> None:
    files = compose(world / "data", world / "content").files()
    assert "canonical" not in str(files["visas/old-visa/index.html"])
    assert files["_redirects"] == "/visas/old-visa/ /visas/v-1/ 301\n"


def test_an_address_that_changed_leads_to_the_new_one_by_itself(world: Path) -> None:
    before = released(load(world / "data"), {"v-1": ("old/v-1/",)}, {}, date(2026, 3, 1))
    write(world, "data/published.yml", written(before))
    files = compose(world / "data", world / "content").files()
    assert "url=../../visas/v-1/" in str(files["old/v-1/index.html"])


def test_a_redirect_to_a_statement_leads_to_its_anchor(world: Path) -> None:
    write(world, "data/redirects.yml", "old-visa: {to: v-1/six-months}\n")
    files = compose(world / "data", world / "content").files()
    assert "url=../v-1/#six-months" in str(files["visas/old-visa/index.html"])


def test_a_page_that_no_record_makes_is_missed_too(world: Path) -> None:
    line = "topics/gone: {since: 2026-01-01, pages: [topics/gone/], says: Gone}\n"
    write(world, "data/published.yml", line)
    write(world, "data/redirects.yml", "unused: {to: v-1}\n")
    change_note = "notes: [{about: v-1/six-months, says: You can stay six months., why: So.}]"
    write(world, "data/changes/2026-03-02.yml", change_note)
    assert problems_in(world) == [
        'data/published.yml:1: topics/gone: the page "/topics/gone/" was released and is gone. '
        "Add topics/gone: {to: ...} to data/redirects.yml."
    ]
    write(world, "data/redirects.yml", "topics/gone: {to: topics}\n")
    assert problems_in(world) == []


def test_a_release_names_every_page_once(world: Path) -> None:
    made = compose(world / "data", world / "content")
    pages, titles = released_pages(made.dataset, made.pages)
    addresses = [each for found in pages.values() for each in found]
    assert sorted(addresses) == sorted(page.url for page in made.pages if page.url)
    assert pages["oldland/v-1-rotation"] == (
        "oldland/pathways/v-1-rotation/",
        "oldland/plans/v-1-rotation/",
    )
    assert titles["changes"] == "What changed"


def test_a_chain_of_moves_leads_to_its_end(world: Path) -> None:
    write(world, "data/redirects.yml", "old-visa: {to: newer}\nnewer: {to: v-1}\n")
    files = compose(world / "data", world / "content").files()
    assert "url=../v-1/" in str(files["visas/old-visa/index.html"])


def test_a_ring_of_moves_is_a_problem(world: Path) -> None:
    write(world, "data/redirects.yml", "old-visa: {to: newer}\nnewer: {to: old-visa}\n")
    said = problems_in(world)
    assert any('"old-visa" was released and is gone.' in each for each in said)
    assert any('newer.to: "old-visa" is neither a public id nor a page.' in each for each in said)
