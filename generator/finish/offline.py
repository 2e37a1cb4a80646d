"""The whole site as one file, to be opened from a disk or a USB stick without a connection."""

from __future__ import annotations

import json
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from generator.finish.errors import FinishError

NAME = "downloads/clinical-training-pathways.zip"
FOLDER = "clinical-training-pathways"
SHIM = "assets/vendor/iframe-worker.js"
_LEFT_OUT = re.compile(
    r"(downloads|api|embed|oembed|feeds|assets/cards)/"
    r"|search/.*\.json$|assets/search/|404\.html$|sitemap\.xml|robots\.txt$|_|[^/]*\.gz$"
    r"|(?!assets/).*\.(csv|json|xml)$"
)
"""What works only from a server, and what weighs more than a slow line should carry."""
_HTML_LINK = re.compile(
    r'(<(?:a|link|script|img|iframe)\b[^>]*?\s)(href|src)="([^"#?:]*)([#?][^"]*)?"'
)
_WORKER = re.compile(r"assets/search/worker\.js\?theme=(search\.[0-9a-f]+\.min\.js)")
_OFFER = re.compile(r'<li class="ctp-offline">.*?</li>\n?', re.DOTALL)
_ROOM = '<div data-md-component="announce">'
_SCRIPT = re.compile(r'(<script src="([^"]*)assets/theme\.js")')
_SIZE = re.compile(r"(<li class=\"ctp-offline\">.*?\()[^()]*(\))", re.DOTALL)


@dataclass(frozen=True)
class Copy:
    """What a copy says of itself.

    Attributes:
        address: Where a newer one is found; empty if not known.
        day: The day as of which it speaks, in words.
    """

    address: str
    day: str


def pack(site: Path, pages: Mapping[Path, str], copy: Copy) -> int:
    """Write the zip; the same site gives the same bytes.

    Args:
        site: The finished folder.
        pages: The HTML of its pages that have the site around them.
        copy: What it says of itself.

    Returns:
        Its size in bytes.

    Raises:
        FinishError: If a page has no room for what a copy must say.
    """
    path = site / NAME
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for file in sorted(each for each in site.rglob("*") if each.is_file()):
            name = file.relative_to(site).as_posix()
            html = pages.get(file)
            moved = file.suffix == ".html" and html is None
            if not moved and not _LEFT_OUT.match(name):
                content = _page(html, name, copy).encode() if html else file.read_bytes()
                _add(made, name, content)
        _add(made, "search/search_index.js", _index(site).encode())
    return path.stat().st_size


def with_size(html: str, size: int) -> str:
    """A page that offers the zip, with its size filled in."""
    return _SIZE.sub(rf"\g<1>{size / 1_000_000:.1f} MB\2", html)


def _add(made: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(f"{FOLDER}/{name}", (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    made.writestr(entry, content)


def _page(html: str, name: str, copy: Copy) -> str:
    """A page whose links lead to files, whose search needs no server, and that says what it is."""
    here = posixpath.dirname(name)

    def link(match: re.Match[str]) -> str:
        start, attribute, path, rest = match[1], match[2], match[3], match[4] or ""
        if not path or path.startswith("/"):
            return match.group()
        inside = posixpath.normpath(posixpath.join(here, path))
        folder = path.endswith("/") or path.rpartition("/")[2] in {".", ".."}
        if _LEFT_OUT.match(f"{inside}/" if folder else inside):
            online = f"{copy.address}{inside}{'/' * folder}{rest}"
            return f'{start}{attribute}="{online}"' if copy.address else start.rstrip()
        return f'{start}{attribute}="{path.rstrip("/")}{"/index.html" * folder}{rest}"'

    html = _OFFER.sub("", html)
    html = _WORKER.sub(r"assets/javascripts/workers/\1", _HTML_LINK.sub(link, html))
    html, scripts = _SCRIPT.subn(rf'<script src="\g<2>{SHIM}"></script>\g<1>', html)
    if _ROOM not in html or scripts != 1:
        raise FinishError(f"{name}: the theme changed, look again: a copy cannot say what it is")
    return html.replace(_ROOM, f"{_ROOM}\n{_said(copy)}", 1)


def _said(copy: Copy) -> str:
    """The line on top of each page of a copy."""
    address = escape(copy.address)
    newer = f' Look for a newer one at <a href="{address}">{address}</a>.' if address else ""
    return f'<p class="ctp-copy">This is a copy for reading offline, as of {copy.day}.{newer}</p>'


def _index(site: Path) -> str:
    """What the search looks through, as a script: a page on a disk may not fetch."""
    found = json.loads((site / "search/search_index.json").read_text("utf-8"))
    docs = json.loads((site / "search/search_docs.json").read_text("utf-8"))
    for each in docs:
        path, mark, anchor = each["location"].partition("#")
        each["location"] = f"{path}index.html{mark}{anchor}"
    words = json.dumps({**found, "docs": docs}, ensure_ascii=False, separators=(",", ":"))
    return f"var __index = {words}"
