"""The last pass over a PDF: heads of rows are marked, empty marks dropped, and the file shrinks."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, settings

settings.set_flate_compression_level(9)


def finished(raw: bytes) -> bytes:
    """Mark the heads of rows, which the compiler cannot, and save with object streams.

    Args:
        raw: A tagged PDF.
    """
    with Pdf.open(io.BytesIO(raw)) as pdf:
        for element in _elements(pdf):
            kind = element.S
            if kind == Name.TR:
                _mark_head(_kids(element))
            elif kind == Name.LI:
                _drop_empty_mark(element)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue()


def _mark_head(cells: list[Any]) -> None:
    """The first cell of a row of plain cells is the head of the row."""
    if len(cells) > 1 and all(cell.S == Name.TD for cell in cells):
        cells[0].S = Name.TH
        cells[0].A = Array([Dictionary(O=Name.Table, Scope=Name.Row)])


def _drop_empty_mark(item: Any) -> None:
    """A list without bullets leaves a mark with nothing in it for each item."""
    first, *rest = _kids(item)
    if rest and Name.Lbl == first.S and not _kids(first):
        item.K = Array(rest)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _elements(pdf: Pdf) -> Iterator[Any]:
    todo = _kids(pdf.Root.StructTreeRoot)
    while todo:
        element = todo.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            yield element
            todo += _kids(element)
