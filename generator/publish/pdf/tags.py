"""The last pass over a PDF: the first cell of a row becomes its head, and the file shrinks."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf


def finished(raw: bytes) -> bytes:
    """Mark the heads of rows, which the compiler cannot, and save with object streams.

    Args:
        raw: A tagged PDF.
    """
    with Pdf.open(io.BytesIO(raw)) as pdf:
        for element in _elements(pdf):
            cells = _kids(element)
            if element.S == Name.TR and len(cells) > 1 and all(c.S == Name.TD for c in cells):
                cells[0].S = Name.TH
                cells[0].A = Array([Dictionary(O=Name.Table, Scope=Name.Row)])
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue()


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
