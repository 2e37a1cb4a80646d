"""Every block is printed, and its words come out as they are."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.model.blocks import Block, Claims, Listing, Paragraph, Prose
from generator.model.document import Page, Section
from generator.model.guide import Part
from generator.model.inline import Ref
from generator.model.tables import Cell, Choice, Controls, Table
from generator.publish.pdf.compile import PAPERS, PrintError, compile_pdf
from generator.render.environment import TEMPLATES
from tests.papers import (
    AS_OF,
    HOSTILE,
    claim,
    every_block,
    guide_of,
    page_of,
    printed,
    text,
    value_of,
)
from tests.papers import words_in as words_of
from tests.printed import (
    accessibility_findings,
    blank_pages,
    elements,
    layout_findings,
    link_findings,
    missing_words,
    opened,
    paper_findings,
    structure_findings,
    texts,
)

A4 = (595.3, 841.9)


def test_every_block_has_a_jinja_template_and_a_typst_function() -> None:
    names = {kind.__name__.lower() for kind in Block.__args__}
    folder = TEMPLATES / "blocks"
    assert names == {file.name.split(".")[0] for file in folder.glob("*.html.j2")}
    assert names == {file.stem for file in folder.glob("*.typ")}
    for name in names:
        assert "\n#let print(b" in (folder / f"{name}.typ").read_text("utf-8"), name


def test_the_made_up_page_has_a_block_of_every_kind() -> None:
    assert {type(block) for block in every_block("x")} == set(Block.__args__)


def test_a_guide_prints_its_day_and_where_to_look_for_a_newer_one(tmp_path: Path) -> None:
    path = printed(guide_of(page_of(*every_block("word"))), tmp_path / "guide.pdf")
    first = " ".join(texts(path)[0].split())
    assert "As of 22 November 2026, version 1.0." in first
    assert "Check for a newer version before you rely on it: site.test/a/" in first


def test_templates_fetch_nothing_and_evaluate_nothing() -> None:
    for file in TEMPLATES.rglob("*.typ"):
        words = file.read_text("utf-8")
        assert "@preview" not in words
        assert "@local" not in words
        assert "eval(" not in words
        imports = re.findall(r"import (.*)", words)
        assert all(each.startswith('"') for each in imports), file


def test_every_word_of_every_block_is_on_paper(tmp_path: Path) -> None:
    guide = guide_of(page_of(*every_block("Quite a word")))
    path = printed(guide, tmp_path / "a.pdf")
    assert missing_words(path, words_of(value_of(guide))) == []


def test_hostile_words_come_out_as_words(tmp_path: Path) -> None:
    for number, words in enumerate(HOSTILE):
        guide = guide_of(page_of(*every_block(words), title=words))
        path = printed(guide, tmp_path / f"{number}.pdf")
        assert missing_words(path, words_of(value_of(guide))) == [], words
        assert accessibility_findings(path) == [], words
        assert layout_findings(path) == [], words


@pytest.mark.parametrize("paper", PAPERS)
def test_every_block_is_accessible_and_stays_on_its_sheet(paper: str, tmp_path: Path) -> None:
    blocks = every_block("A sentence of some length that has to be broken over lines somewhere.")
    path = printed(guide_of(page_of(*blocks)), tmp_path / "a.pdf", paper)
    assert accessibility_findings(path) == []
    assert structure_findings(opened(path)) == []
    assert layout_findings(path) == []
    assert link_findings(opened(path)) == []
    assert blank_pages(path) == []


def wide_table(rows: int) -> Table:
    columns = ("Topic", *(f"Visa {number}" for number in range(1, 12)))
    row = tuple(
        Cell(text(f"Cell {number}: no pay from the host")) for number, _ in enumerate(columns)
    )
    return Table("Visas compared", columns, (row,) * rows)


@pytest.mark.parametrize("rows", [3, 60])
def test_a_section_with_a_wide_table_is_on_turned_sheets_the_rest_stays_upright(
    rows: int, tmp_path: Path
) -> None:
    before, after = (
        Section(words, words, (Prose((Paragraph(text(f"{words} the table.")),)),))
        for words in ("Before", "After")
    )
    wide = Section("wide", "Compared", (wide_table(rows),))
    page = replace(page_of(), sections=(before, wide, after))
    path = printed(guide_of(page), tmp_path / "a.pdf")
    pdf = opened(path)
    turned = [float(sheet.mediabox[2]) > float(sheet.mediabox[3]) for sheet in pdf.pages]
    assert (turned[0], turned[1], turned[-1]) == (False, True, False)
    assert paper_findings(pdf, A4) == []
    assert layout_findings(path) == []
    assert accessibility_findings(path) == []
    sheets = [words for words, wide in zip(texts(path), turned, strict=True) if wide]
    assert "Compared" in sheets[0]
    assert all("Topic" in words and "Visa 11" in words for words in sheets)


def test_a_long_table_has_its_heads_on_every_page(tmp_path: Path) -> None:
    row = (Cell(text("A cell of a few words")), Cell(text("Another one of them")))
    table = Table("Long", ("First head", "Second head"), (row,) * 120)
    path = printed(guide_of(page_of(table)), tmp_path / "a.pdf")
    with_rows = [words for words in texts(path) if "Another one" in words]
    assert len(with_rows) > 2
    assert all("Second head" in words for words in with_rows)
    assert layout_findings(path) == []


def test_a_row_higher_than_a_page_is_broken_not_lost(tmp_path: Path) -> None:
    long = " ".join(f"Word{number}" for number in range(3000))
    table = Table("High", ("One", "Two"), ((Cell(text("Head")), Cell(text(long))),))
    path = printed(guide_of(page_of(table)), tmp_path / "a.pdf")
    assert missing_words(path, [long.split()[-1]]) == []
    assert layout_findings(path) == []


def test_the_head_of_a_row_is_marked(tmp_path: Path) -> None:
    row = (Cell(text("Head of row")), Cell(text("Cell")))
    path = printed(guide_of(page_of(Table("T", ("A", "B"), (row,)))), tmp_path / "a.pdf")
    kinds = [str(each.S) for each in elements(opened(path)) if str(each.S) in {"/TH", "/TD"}]
    assert kinds.count("/TD") >= 1
    assert kinds.count("/TH") >= 3


def test_claims_are_a_list_and_steps_are_numbered(tmp_path: Path) -> None:
    items = tuple(claim(f"Statement {number} of three.") for number in range(1, 4))
    guide = guide_of(page_of(Claims(items), Claims(items, numbered=True)))
    pdf = opened(printed(guide, tmp_path / "a.pdf"))
    kinds = [str(each.S) for each in elements(pdf)]
    assert kinds.count("/L") == 3  # statements, steps, sources
    assert kinds.count("/LI") == 3 + 3 + 1


def test_links_lead_to_chapters_inside_and_to_the_web_outside(tmp_path: Path) -> None:
    items = tuple((Paragraph((each,)),) for each in (Ref("q", "Inside"), Ref("other", "Out")))
    links = Prose((Listing(items),))
    parts = (Part("", (page_of(links),)), Part("More", (page_of(page_id="q", title="Q"),)))
    guide = guide_of(parts=parts)
    path = printed(guide, tmp_path / "a.pdf")
    assert link_findings(opened(path)) == []
    assert re.search(r"Inside, page 1", texts(path)[0])
    pdf = opened(path)
    annotations: Any = pdf.pages[0].Annots
    addresses = [str(each.A.URI) for each in annotations if "/URI" in each.get("/A", {})]
    assert "https://site.test/a/other/" in addresses


def test_what_only_a_screen_can_do_is_a_sentence_with_the_address(tmp_path: Path) -> None:
    block = Controls("t", "visa", (Choice("a", "A hidden choice"),))
    words = texts(printed(guide_of(page_of(block)), tmp_path / "a.pdf"))[0]
    assert "On the web you can choose what this shows: https://site.test/a/p/" in words
    assert "hidden" not in words


def test_a_letter_that_no_font_has_is_refused() -> None:
    guide = guide_of(page_of(Prose((Paragraph(text("中")),))))
    with pytest.raises(PrintError, match="could not be displayed"):
        compile_pdf(value_of(guide), "a4", AS_OF)


def test_a_page_without_alerts_chain_or_claims_is_printed(tmp_path: Path) -> None:
    page = Page(
        "p",
        "p/",
        "Bare",
        "Words.",
        "visa",
        "data/p.yml",
        lead=(Prose((Paragraph(text("Only this.")),)),),
    )
    path = printed(guide_of(page), tmp_path / "a.pdf")
    assert accessibility_findings(path) == []
