"""Search documents are fetched at the first letter typed, not with every page."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.finish.errors import FinishError

_WORKER = re.compile(r'"search": "([^"]*)assets/javascripts/workers/(search\.[0-9a-f]+\.min\.js)"')


def with_own_worker(html: str, path: Path) -> str:
    """Point a page at our worker, which loads the theme's when it is needed."""
    put = r'"search": "\1assets/search/worker.js?theme=\2"'
    html, count = _WORKER.subn(put, html)
    if count != 1:
        raise FinishError(f"{path}: the theme changed, look again: it names no search worker")
    return html


def split_search(site: Path) -> None:
    """Move the documents out of the index that every page loads."""
    index = site / "search/search_index.json"
    found = json.loads(index.read_text("utf-8"))
    docs = json.dumps(found["docs"], ensure_ascii=False, separators=(",", ":"))
    (site / "search/search_docs.json").write_text(docs, "utf-8")
    index.write_text(json.dumps({**found, "docs": []}, separators=(",", ":")), "utf-8")
