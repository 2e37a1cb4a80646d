"""Plain values -> PDF and pictures, by Typst."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import segno
import typst

from generator.publish.pdf.tags import finished

TEMPLATES = Path(__file__).parents[2] / "templates"
PAPERS = {"a4": "PDF on A4", "letter": "PDF on US Letter"}
_TYPST_PAPERS = {"a4": "a4", "letter": "us-letter"}


class PrintError(Exception):
    """Typst refused a document."""


@cache
def fonts() -> typst.Fonts:
    """Our own fonts and no other."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(TEMPLATES / "fonts")],
    )


class _Compilers(threading.local):
    """A compiler for each template and thread: one cannot work for two at a time."""

    def __init__(self) -> None:
        self.made: dict[str, typst.Compiler] = {}

    def of(self, template: str) -> typst.Compiler:
        if template not in self.made:
            self.made[template] = typst.Compiler(
                str(TEMPLATES / template), root=str(TEMPLATES), font_paths=fonts()
            )
        return self.made[template]


_COMPILERS = _Compilers()


def qr(address: str) -> str:
    """The QR code of an address as SVG, with its quiet zone; nothing for no address."""
    if not address:
        return ""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=4, xmldecl=False)
    return out.getvalue().decode()


def compile_pdf(value: Mapping[str, Any], paper: str, as_of: date) -> bytes:
    """One document on one paper.

    Args:
        value: What a template prints, from ``document``.
        paper: A key of ``PAPERS``.
        as_of: The day that the file says it was made on, so that its bytes stay the same.

    Raises:
        PrintError: In Typst's words.
    """
    data = {**value, "qr": qr(value["address"])}
    made_on = datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC)
    raw = _typeset(
        "guide.typ",
        {"data": json.dumps(data), "paper": _TYPST_PAPERS[paper]},
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=int(made_on.timestamp()),
    )
    return finished(raw)


def compile_chain(value: Mapping[str, Any], title: str) -> bytes:
    """A chain as an SVG picture, with a title and a description for those who do not see it.

    Args:
        value: The block, without links.
        title: What the chain is of.

    Raises:
        PrintError: In Typst's words.
    """
    raw = _typeset("chain-picture.typ", {"data": json.dumps(value)}, format="svg").decode()
    stops = [value[name] for name in ("visa", "license", "contact")]
    said = ", then ".join(f"{stop['label']}: {_said(stop)}" for stop in stops)
    about = f"<title>{escape(title)}</title><desc>{escape(said)}</desc>"
    start, rest = raw.split(">", 1)
    return f'{start} role="img">{about}{rest}'.encode()


def compile_card(value: Mapping[str, Any]) -> bytes:
    """A picture to show beside a link, as PNG of 1200 by 630 pixels.

    Args:
        value: ``site``, ``title``, ``says``, and the ``stop`` of the chain it is about.

    Raises:
        PrintError: In Typst's words.
    """
    return _typeset("card.typ", {"data": json.dumps(value)}, format="png", ppi=144.0)


def _said(stop: Mapping[str, Any]) -> str:
    words = "".join(each["v"] for each in stop["words"])
    note = "".join(each["v"] for each in stop["note"])
    return f"{words} ({note})" if note else words


def _typeset(template: str, inputs: dict[str, str], **options: Any) -> bytes:
    """Run Typst; whatever it warns of is an error."""
    try:
        made, warnings = _COMPILERS.of(template).compile_with_warnings(sys_inputs=inputs, **options)
    except typst.TypstError as error:
        raise PrintError(error.message) from None
    if warnings:
        raise PrintError(warnings[0].message)
    assert isinstance(made, bytes)
    return made
