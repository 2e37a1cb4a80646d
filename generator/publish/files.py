"""Files of the site, and which Markdown file an engine makes an address from."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from generator.model.open_data import CITATION, LICENSE_FILE

Files: TypeAlias = Mapping[str, str | bytes]
"""Further files of the site: their content by their path inside it."""


def papers_beside(data: Path) -> Files:
    """The license and how to cite the data, which stand beside its folder."""
    beside = (data.resolve().parent / name for name in (CITATION, LICENSE_FILE))
    return {path.name: path.read_text("utf-8") for path in beside if path.is_file()}


def robots(address: str) -> Files:
    """What crawlers read first: everything is welcome, and where the list of pages is.

    Args:
        address: Where the site lives; empty if not known.
    """
    listed = f"\nSitemap: {address}sitemap.xml\n" if address else ""
    return {"robots.txt": f"User-agent: *\nAllow: /\n{listed}"}


def write_files(files: Files, folder: Path) -> None:
    """Write further files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def source_uri(url: str, *, hub: bool) -> str:
    """The file below docs/ whose page has this address.

    Args:
        url: An address inside the site, such as ``visas/b-1/``; the home page is empty.
        hub: Whether other pages live below it.
    """
    return f"{url}index.md" if hub or not url else f"{url.rstrip('/')}.md"
