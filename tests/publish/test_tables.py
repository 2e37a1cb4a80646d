from __future__ import annotations

import csv
import json
from datetime import date

from generator.build import Composed
from generator.model.document import Page, Section, inside
from generator.model.inline import Text
from generator.model.tables import Cell, Table
from generator.publish.tables import table_files, tables_of, words_of
from tests.sites import Built


def test_csv_and_json_hold_exactly_the_cells_of_the_table(real_composed: Composed) -> None:
    files = table_files(real_composed.pages, date(2026, 11, 22))
    found = 0
    for page in real_composed.pages:
        for name, table in tables_of(page):
            found += 1
            rows = [[words_of(cell) for cell in row] for row in table.rows]
            lines = list(csv.reader(files[f"{page.url}{name}.csv"].splitlines()))
            assert lines == [list(table.columns), *rows]
            data = json.loads(files[f"{page.url}{name}.json"])
            assert data["columns"] == list(table.columns)
            assert [[cell["says"] for cell in row] for row in data["rows"]] == rows
            assert data["as_of"] == "2026-11-22"
    assert found > 10
    assert len(files) == 2 * found


def test_the_cells_on_the_page_are_those_of_the_files(site: Built) -> None:
    for page in ("compare/visas", "california/compare/licenses"):
        lines = list(csv.reader((site.folder / page / "table.csv").read_text("utf-8").splitlines()))
        root = site.pages[f"{page}/index.html"]
        for cite in root.xpath("//article//sup"):
            tail = cite.tail or ""
            before = cite.getprevious()
            if before is not None:
                before.tail = (before.tail or "") + tail
            else:
                cite.getparent().text = (cite.getparent().text or "") + tail
            cite.getparent().remove(cite)
        shown = [
            [" ".join(cell.text_content().split()) for cell in row.xpath("th | td")]
            for row in root.xpath("//table//tr")
        ]
        assert shown == [[" ".join(cell.split()) for cell in line] for line in lines]


def test_words_that_begin_like_a_formula_are_quoted() -> None:
    cell = Cell((Text("=1+1"),))
    table = Table("A table", ("A", "B"), ((cell, cell),), "table")
    page = Page("a", "a/", "A", "A.", "compare", "", sections=(Section("s", "S", (table,)),))
    files = table_files([page], date(2026, 1, 1))
    assert files["a/table.csv"] == "A,B\r\n'=1+1,'=1+1\r\n"
    assert json.loads(files["a/table.json"])["rows"][0][0]["says"] == "=1+1"


def test_every_table_of_a_page_has_its_own_files(real_composed: Composed) -> None:
    for page in real_composed.pages:
        tables = [each for each in inside((page.lead, page.sections)) if isinstance(each, Table)]
        assert [table for _, table in tables_of(page)] == tables
        assert len({name for name, _ in tables_of(page)}) == len(tables)
        if page.family == "compare":
            assert tables
