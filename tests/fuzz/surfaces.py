"""What other programs read in the files of a site: every run of words in each of them."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import feedparser
import pypdfium2
from icalendar import Calendar
from lxml import etree, html

MARK = re.compile(r"zq(\d+)zq")


def read_page(path: Path) -> Iterator[str]:
    """The words of a page, its attributes, and its data; scripts that run are none of them."""
    root: Any = html.parse(str(path)).getroot()
    for script in root.xpath("//script[contains(@type, 'json')]"):
        yield from _strings(json.loads(script.text))
        script.text = ""
    for attribute in root.xpath("//@*"):
        yield from _in_attribute(str(attribute))
    yield root.text_content()


def _in_attribute(value: str) -> Iterator[str]:
    """The words of an attribute, or of the data in it."""
    try:
        yield from _strings(json.loads(value))
    except json.JSONDecodeError:
        yield value


def read_json(path: Path) -> Iterator[str]:
    words = _strings(json.loads(path.read_text("utf-8")))
    yield from map(unescape, words) if "search" in path.parts[-2] else words


def read_csv(path: Path) -> Iterator[str]:
    """The cells; the mark that keeps one from being a formula stays."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            yield from row


def read_calendar(path: Path) -> Iterator[str]:
    for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT"):
        yield from (str(event.get(name, "")) for name in ("SUMMARY", "DESCRIPTION"))


def read_feed(path: Path) -> Iterator[str]:
    for entry in feedparser.parse(str(path)).entries:
        yield entry.title
        made: Any = html.fromstring(f"<div>{entry.content[0].value}</div>")
        yield made.text_content()


def read_picture(path: Path) -> Iterator[str]:
    yield from map(str, etree.parse(str(path)).getroot().itertext())


def read_pdf(path: Path) -> Iterator[str]:
    """The words of all sheets in one, without spaces: lines end anywhere."""
    pdf = pypdfium2.PdfDocument(path)
    yield "".join(sheet.get_textpage().get_text_bounded() for sheet in pdf)
    pdf.close()


READERS: dict[str, Callable[[Path], Iterator[str]]] = {
    ".html": read_page,
    ".json": read_json,
    ".csv": read_csv,
    ".ics": read_calendar,
    ".atom": read_feed,
    ".svg": read_picture,
    ".pdf": read_pdf,
}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def misread(text: str, words: tuple[str, ...]) -> Iterator[str]:
    """Marked words that do not stand literally in a text, but for spaces and capitals.

    A text may be HTML itself, to copy: then they stand in what a browser makes of it.
    """
    text = _letters(text)
    for mark in MARK.finditer(text):
        wanted = _letters(words[int(mark[1])])
        start = max(mark.start() - wanted.index(mark.group()), 0)
        short = re.split("[;,]", wanted.partition(mark.group())[2])[0]  # a name may be cut there
        least = wanted[: wanted.index(mark.group()) + len(mark.group()) + len(short)]
        if not text.startswith(least, start) and least not in unescape(text):
            yield text[start : start + len(wanted)]


def _letters(text: str) -> str:
    """Words as they are compared: a sheet breaks lines at hyphens, and very long words (w)."""
    return re.sub(r"[\s\u200b\xad\ufffe\x02-]+|w", "", text.lower())


def marks(text: str) -> set[int]:
    return {int(mark[1]) for mark in MARK.finditer(text)}
