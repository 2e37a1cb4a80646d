"""Search waits: its script until the reader turns to it, its documents until the first letter."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.finish.errors import FinishError

_WORKER = re.compile(r'"search": "([^"]*)assets/javascripts/workers/(search\.[0-9a-f]+\.min\.js)"')
_THEME = re.compile(
    r'<script src="(?P<address>[^"]*assets/javascripts/bundle\.[0-9a-f]+\.min\.js)"></script>'
)
_OURS = re.compile(r'(<script src="[^"]*assets/theme\.js")></script>')


def with_own_worker(html: str, path: Path) -> str:
    """Point a page at our worker, which loads the theme's when it is needed."""
    put = r'"search": "\1assets/search/worker.js?theme=\2"'
    html, count = _WORKER.subn(put, html)
    if count != 1:
        raise FinishError(f"{path}: the theme changed, look again: it names no search worker")
    return html


def with_late_theme(html: str, path: Path) -> str:
    """Let our script fetch the theme's, which is for the search, when it is needed."""
    found = _THEME.search(html)
    if not found:
        raise FinishError(f"{path}: the theme changed, look again: it loads no script")
    html = html.replace(found.group(), "", 1)
    html, count = _OURS.subn(rf'\g<1> data-theme="{found["address"]}" defer></script>', html)
    if count != 1:
        raise FinishError(f"{path}: assets/theme.js is not loaded, so nothing could search")
    return html


def split_search(site: Path) -> None:
    """Move the documents out of the index that every page loads."""
    index = site / "search/search_index.json"
    found = json.loads(index.read_text("utf-8"))
    docs = json.dumps(found["docs"], ensure_ascii=False, separators=(",", ":"))
    (site / "search/search_docs.json").write_text(docs, "utf-8")
    index.write_text(json.dumps({**found, "docs": []}, separators=(",", ":")), "utf-8")
