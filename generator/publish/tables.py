"""Tables as files: exactly the cells that pages show, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from generator.model.document import Page, inside
from generator.model.inline import Cite, plain
from generator.model.tables import Cell, Table

FORMULA = ("=", "+", "-", "@", "\t")


def table_files(pages: Iterable[Page], as_of: date) -> Mapping[str, str]:
    """Every table that has a name, by the path of its file inside the site.

    Args:
        pages: The pages.
        as_of: The day as of which the site speaks.
    """
    return dict(_files(pages, as_of))


def _files(pages: Iterable[Page], as_of: date) -> Iterator[tuple[str, str]]:
    for page in pages:
        for table in inside((page.lead, page.sections)):
            if isinstance(table, Table) and table.name:
                yield f"{page.url}{table.name}.csv", _csv(table)
                yield f"{page.url}{table.name}.json", _json(table, page, as_of)


def words_of(cell: Cell) -> str:
    """What a cell says, without the numbers of its sources."""
    return plain((*cell.words, *cell.more)).strip()


def _csv(table: Table) -> str:
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow([_safe(each) for each in table.columns])
    writer.writerows([_safe(words_of(cell)) for cell in row] for row in table.rows)
    return lines.getvalue()


def _safe(words: str) -> str:
    """Words that a spreadsheet does not take for a formula."""
    return f"'{words}" if words.startswith(FORMULA) else words


def _json(table: Table, page: Page, as_of: date) -> str:
    whole = {
        "caption": table.caption,
        "page": page.url,
        "as_of": as_of.isoformat(),
        "license": "CC-BY-4.0",
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
