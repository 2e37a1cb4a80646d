"""What each page offers to download."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.base import show_day
from generator.model.guide import Download, File, Guide
from generator.publish.pdf.files import Printed
from generator.publish.pdf.guides import HANDBOOK
from generator.publish.pdf.surface import Imprint

MB = 1_000_000


def downloads_of(
    printed: Iterable[Printed], imprint: Imprint
) -> tuple[Mapping[str, tuple[Download, ...]], tuple[Download, ...]]:
    """What each page offers, by its id, and what any other page offers.

    A page offers the guides that are about it, or a guide that is about many pages of which it is
    one; last the handbook.
    """
    offers: dict[str, list[Download]] = {}
    handbook: tuple[Download, ...] = ()
    by_guide: dict[str, list[Printed]] = {}
    for each in printed:
        by_guide.setdefault(each.guide.id, []).append(each)
    for files in by_guide.values():
        guide = files[0].guide
        download = _download(guide, files, imprint)
        if guide.id == HANDBOOK:
            handbook = (download,)
            continue
        chapters = [page.id for page in guide.pages]
        shared = guide.home not in chapters and all(part.title for part in guide.parts)
        for page in (guide.home, *(chapters if shared else ())):
            offers.setdefault(page, []).append(download)
    return (
        {page: (*found, *handbook) for page, found in offers.items()},
        handbook,
    )


def _download(guide: Guide, files: Iterable[Printed], imprint: Imprint) -> Download:
    return Download(
        title=guide.title,
        files=tuple(
            File(each.form, f"downloads/{each.name}", _about(each.pages, each.size))
            for each in files
        ),
        as_of=show_day(imprint.as_of),
    )


def _about(pages: int, size: int) -> str:
    """A file in words: ``7 pages, 82 kB``; a picture has no pages."""
    count = f"{pages} {'page' if pages == 1 else 'pages'}, " if pages else ""
    weight = f"{size / MB:.1f} MB" if size >= MB else f"{max(1, size // 1000)} kB"
    return f"{count}{weight}"
