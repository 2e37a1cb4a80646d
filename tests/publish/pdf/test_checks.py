"""The checks of PDFs are checked: each seeded defect must be found by one of them."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from generator.model.guide import Part
from generator.model.tables import Cell, Table
from generator.publish.pdf import compile as compiling
from generator.render.environment import TEMPLATES
from tests.papers import every_block, guide_of, page_of, printed, text
from tests.printed import (
    accessibility_findings,
    address_in_code,
    blank_pages,
    bookmarks,
    contents_findings,
    elements,
    font_findings,
    headings,
    layout_findings,
    link_findings,
    missing_words,
    opened,
    structure_findings,
    texts,
)

Break = Callable[[Any], None]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    parts = (
        Part("One", (page_of(*every_block("Quite a word")),)),
        Part("More", (page_of(page_id="q", title="Another chapter"),)),
    )
    return printed(guide_of(parts=parts), tmp_path_factory.mktemp("good") / "good.pdf")


def every_finding(path: Path) -> list[str]:
    pdf = opened(path)
    names = [name for name, _ in bookmarks(pdf)]
    return [
        *accessibility_findings(path),
        *structure_findings(pdf),
        *layout_findings(path),
        *blank_pages(path),
        *link_findings(pdf),
        *font_findings(pdf),
        *contents_findings(path, pdf),
        *([] if names == headings(pdf) else ["bookmarks are not the headings"]),
    ]


def test_the_good_file_has_no_fault(good: Path) -> None:
    assert every_finding(good) == []


def first(pdf: Pdf, kind: str) -> Any:
    return next(each for each in elements(pdf) if str(each.S) == f"/{kind}")


def link(pdf: Pdf) -> Any:
    pages: Any = pdf.pages
    return pages[0].Annots[0]


def no_scope(pdf: Pdf) -> None:
    for each in elements(pdf):
        if each.S == Name.TH:
            del each["/A"]


def no_heads(pdf: Pdf) -> None:
    for each in elements(pdf):
        if each.S == Name.TH:
            each.S = Name.TD


def font_of(pdf: Pdf) -> Any:
    return next(
        each
        for each in pdf.objects
        if isinstance(each, Dictionary) and each.get("/Subtype") == Name.Type0
    )


def no_font_file(pdf: Pdf) -> None:
    descriptor = font_of(pdf).DescendantFonts[0].FontDescriptor
    for key in ("/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


def other_font(pdf: Pdf) -> None:
    font_of(pdf).BaseFont = Name("/ABCDEF+Helvetica")


def no_title(pdf: Pdf) -> None:
    with pdf.open_metadata() as data:
        del data["dc:title"]


def no_tab_order(pdf: Pdf) -> None:
    for page in pdf.pages:
        if "/Tabs" in page:
            del page["/Tabs"]


def no_part(pdf: Pdf) -> None:
    with pdf.open_metadata() as data:
        del data["pdfuaid:part"]


def dead_link(pdf: Pdf) -> None:
    found = next(
        each for sheet in pdf.pages for each in sheet.get("/Annots", []) if "/Dest" in each
    )
    found.Dest = String("nowhere")


def plain_link(pdf: Pdf) -> None:
    found = next(
        each
        for sheet in pdf.pages
        for each in sheet.get("/Annots", [])
        if "/URI" in each.get("/A", {})
    )
    found.A.URI = String("http://site.test/")


def wrong_bookmark(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.pop()


def moved_bookmark(pdf: Pdf) -> None:
    """A heading that is elsewhere than the list of contents says."""
    pages: Any = pdf.pages
    with pdf.open_outline() as outline:
        for item in outline.root:
            item.destination = Array([pages[-1].obj, Name.Fit])


def blank_page(pdf: Pdf) -> None:
    pdf.add_blank_page()


def untagged_text(pdf: Pdf) -> None:
    pages: Any = pdf.pages
    stream = pages[0].Contents.read_bytes()
    pages[0].Contents = pdf.make_stream(stream + b"\nBT /f0 10 Tf 1 0 0 1 100 100 Tm <0003> Tj ET")


def text_off_the_sheet(pdf: Pdf) -> None:
    pages: Any = pdf.pages
    pages[0].MediaBox = Array([0, 0, 300, 841.89])


DEFECTS: dict[str, Break] = {
    "no words for the figure": lambda pdf: first(pdf, "Figure").__delitem__("/Alt"),
    "no language": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "no title": no_title,
    "no claim of PDF/UA": no_part,
    "not marked as tagged": lambda pdf: pdf.Root.MarkInfo.__setitem__("/Marked", False),
    "text without a tag": untagged_text,
    "no scope of a head": no_scope,
    "a table without heads": no_heads,
    "a link without a description": lambda pdf: link(pdf).__delitem__("/Contents"),
    "a level of headings left out": lambda pdf: first(pdf, "H2").__setattr__("S", Name.H4),
    "no order of links": no_tab_order,
    "title not shown": lambda pdf: pdf.Root.ViewerPreferences.__setitem__(
        "/DisplayDocTitle", False
    ),
    "letters that cannot be copied": lambda pdf: font_of(pdf).__delitem__("/ToUnicode"),
    "a font left out": no_font_file,
    "a font that is not ours": other_font,
    "a link without its tag": lambda pdf: first(pdf, "Link").__setattr__("S", Name.Span),
    "a row without its role": lambda pdf: first(pdf, "TR").__setattr__("S", Name.Div),
    "a dead link": dead_link,
    "a link without TLS": plain_link,
    "a bookmark left out": wrong_bookmark,
    "contents with wrong numbers": moved_bookmark,
    "a blank page": blank_page,
    "text off the sheet": text_off_the_sheet,
    "a script": lambda pdf: pdf.Root.__setitem__(
        "/OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    ),
    "an attachment": lambda pdf: pdf.attachments.__setitem__("a.txt", b"words"),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_seeded_defect_is_found(defect: str, good: Path, tmp_path: Path) -> None:
    with Pdf.open(io.BytesIO(good.read_bytes())) as pdf:
        DEFECTS[defect](pdf)
        pdf.save(tmp_path / "bad.pdf")
    assert every_finding(tmp_path / "bad.pdf") != []


def broken_template(tmp_path: Path, file: str, old: str, new: str) -> Path:
    """Our templates with a mistake in one."""
    folder = tmp_path / "templates"
    shutil.copytree(TEMPLATES, folder)
    words = (folder / file).read_text("utf-8")
    assert old in words
    (folder / file).write_text(words.replace(old, new), "utf-8")
    return folder


def high_row() -> Table:
    long = " ".join(f"Word{number}" for number in range(3000))
    return Table("High", ("One", "Two"), ((Cell(text("Head")), Cell(text(long))),))


def long_table() -> Table:
    row = (Cell(text("A cell of a few words")), Cell(text("Another one of them")))
    return Table("Long", ("One", "Two"), (row,) * 150)


OVERFLOWS = {
    "a row that may not break": (
        "blocks/table.typ",
        "breakable: not short",
        "breakable: false",
        high_row(),
    ),
    "a table that may not break": (
        "guide.typ",
        "set block(breakable: true)",
        "set block(breakable: false)",
        long_table(),
    ),
}


@pytest.mark.parametrize("name", OVERFLOWS)
def test_what_typst_squashes_in_silence_is_found(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, old, new, block = OVERFLOWS[name]
    folder = broken_template(tmp_path, file, old, new)
    monkeypatch.setattr(compiling, "TEMPLATES", folder)
    monkeypatch.setattr(compiling, "_COMPILERS", compiling._Compilers())
    path = printed(guide_of(page_of(block)), tmp_path / "bad.pdf")
    assert layout_findings(path) != []


def test_words_that_are_missing_are_found(good: Path) -> None:
    assert missing_words(good, ["Quite a word", "Not in it"]) == ["Not in it"]


def test_the_code_leads_to_the_address(good: Path) -> None:
    assert address_in_code(good) == "https://site.test/a/p/"
    assert "site.test/a/p/" in texts(good)[0]


def test_a_code_with_another_address_is_found(tmp_path: Path) -> None:
    guide = replace(guide_of(page_of()), url="elsewhere/")
    assert address_in_code(printed(guide, tmp_path / "a.pdf")) == "https://site.test/a/elsewhere/"
