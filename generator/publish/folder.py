"""The same pages in a folder that another engine builds: an exit from the first one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.model.blocks import Block
from generator.model.document import Page, Section
from generator.publish.files import Files, source_uri, write_files
from generator.render.html import Surface
from generator.render.links import FileLinks, Links

MARK = "# Written by `pathways write`: edits here are lost."
SETTINGS = f"""{MARK}
site_name: Clinical Training Pathways
theme:
  font: false
extra_css:
  - assets/site.css
extra_javascript:
  - assets/fresh/fresh.js
markdown_extensions:
  - attr_list
  - md_in_html
"""


def write_folder(
    pages: Sequence[Page],
    links: Links,
    extra: Files,
    assets: Path,
    folder: Path,
) -> int:
    """Write every page as Markdown headings with our HTML between them, and settings to build it.

    Args:
        pages: The pages.
        links: Where each lives.
        extra: Further files, by their path inside the site.
        assets: The folder of stylesheets and scripts to copy.
        folder: Where to write; ``docs/`` and ``mkdocs.yml`` in it are replaced.

    Returns:
        How many pages were written.
    """
    docs = folder / "docs"
    shutil.rmtree(docs, ignore_errors=True)
    files = {page.url: source_uri(page.url, hub=page.family == "index") for page in pages}
    between = FileLinks(links.urls, files)
    for page in pages:
        path = docs / files[page.url]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_file(page, Surface(page, between)), "utf-8")
    write_files(extra, docs)
    shutil.copytree(assets, docs / "assets")
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    return len(pages)


def is_ours(folder: Path) -> bool:
    """Whether a folder was written by us, so that we may write it again."""
    return (folder / "mkdocs.yml").read_text("utf-8").startswith(MARK)


def _file(page: Page, surface: Surface) -> str:
    """Front matter, then title, blocks and sections, an empty line between them."""
    front = f"---\ntitle: {_quoted(page.title)}\ndescription: {_quoted(page.description)}\n---"
    eyebrow = [_plain(page.eyebrow)] if page.eyebrow else []
    sheets = [surface.file(f"assets/{each}") for each in page.styles]
    links = [f'<link rel="stylesheet" href="{each}">' for each in sheets]
    parts = [front, *links, *eyebrow, f"# {_plain(page.title)}", *_blocks(page.lead, surface)]
    for section in page.sections:
        parts += _section(section, 2, surface)
    if page.closing:
        parts.append(_plain(page.closing))
    parts += [
        f'<script src="{surface.file(f"assets/{each}")}" defer></script>' for each in page.scripts
    ]
    return "\n\n".join(parts) + "\n"


def _section(section: Section, level: int, surface: Surface) -> Iterator[str]:
    yield f"{'#' * level} {_plain(section.title)} {{ #{section.id} }}"
    yield from _blocks(section.blocks, surface)
    for each in section.sections:
        yield from _section(each, level + 1, surface)


def _blocks(blocks: Iterable[Block], surface: Surface) -> Iterator[str]:
    """Each block as HTML without empty lines, which would end it early."""
    for block in blocks:
        yield "\n".join(line for line in surface.block(block).splitlines() if line.strip())


def _plain(words: str) -> str:
    """Words that Markdown leaves as they are."""
    return re.sub(r"([\\`*_{}\[\]<>#])", r"\\\1", words)


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
