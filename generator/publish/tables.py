"""Tables as files: exactly the cells that pages show, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from generator.model.document import Page, blocks_of
from generator.model.inline import Cite, plain
from generator.model.open_data import LICENSE_ID
from generator.model.tables import Cell, Table

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def tables_of(page: Page) -> Iterator[tuple[str, Table]]:
    """Every table of a page in reading order, with the name of its files.

    One without a name of its own has its number among those of the page: ``table-2``.
    """
    found = (each for each in blocks_of(page) if isinstance(each, Table))
    for number, table in enumerate(found, 1):
        yield table.name or f"table-{number}", table


def table_files(pages: Iterable[Page], as_of: date) -> Mapping[str, str]:
    """Every table, as CSV and as JSON, by the path of its file inside the site.

    Args:
        pages: The pages.
        as_of: The day as of which the site speaks.
    """
    return dict(_files(pages, as_of))


def _files(pages: Iterable[Page], as_of: date) -> Iterator[tuple[str, str]]:
    for page in pages:
        for name, table in tables_of(page):
            rows = ([words_of(cell) for cell in row] for row in table.rows)
            yield f"{page.url}{name}.csv", csv_of(table.columns, rows)
            yield f"{page.url}{name}.json", _json(table, page, as_of)


def words_of(cell: Cell) -> str:
    """What a cell says, without the numbers of its sources."""
    return plain((*cell.words, *cell.more)).strip()


def csv_of(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Lines of a CSV file (RFC 4180), in which no words are a formula; None is an empty cell."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow([_safe(each) for each in columns])
    writer.writerows([_safe(each) for each in row] for row in rows)
    return lines.getvalue()


def _safe(value: object) -> object:
    """A value that a spreadsheet does not take for a formula; numbers stay."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _json(table: Table, page: Page, as_of: date) -> str:
    whole = {
        "caption": table.caption,
        "page": page.url,
        "as_of": as_of.isoformat(),
        "license": LICENSE_ID,
        "columns": list(table.columns),
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _cell(cell: Cell) -> dict[str, Any]:
    sources = [
        {"source": each.source, "at": each.at}
        for each in (*cell.words, *cell.more)
        if isinstance(each, Cite)
    ]
    return {
        "says": words_of(cell),
        **({"contact": cell.level} if cell.level else {}),
        **({"sources": sources} if sources else {}),
    }
