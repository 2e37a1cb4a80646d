"""From 150 to 10,000 pages, beside stock MkDocs and Hugo in the same run."""

from __future__ import annotations

import gzip
import resource
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from bench.hugo import install, write_hugo_site
from bench.plain_markdown import write_stock_site
from bench.synthetic import PAGES_A_STATE, write_world
from bench.timing import TINY, ours, place, stock, timed
from generator.build import compose

SIZES = (150, 1_000, 10_000)
SLOPE, MS_A_PAGE, BYTES_SPREAD, SEARCH_KB_A_PAGE, GIGABYTES = 1.2, 6.0, 0.05, 1.0, 2.0
Told = Callable[[str, float, float, str], bool]


def growth(work: Path, told: Told) -> bool:
    """Each further page costs the same time, bytes and search bytes; memory stays in bounds."""
    hugo = install(work / "hugo")
    counts, seconds, bytes_a_page, search = [], [], [], []
    for size in SIZES:
        world = place(*_world(work, size))
        made = compose(world / "data", world / "content")
        write_stock_site(made.pages, made.links, work / f"stock-{size}")
        write_hugo_site(work / f"stock-{size}", work / f"hugo-{size}")
        seconds.append(ours(world))
        theirs = stock(work / f"stock-{size}")
        fastest = timed([str(hugo), "--quiet"], work / f"hugo-{size}")
        pages = [path for path in (world / "site").rglob("*.html") if "embed" not in path.parts]
        counts.append(len(pages))
        bytes_a_page.append(sum(page.stat().st_size for page in pages) / len(pages))
        search.append(_zipped(world / "site/search/search_docs.json") / len(pages))
        print(
            f"  {len(pages)} pages: ours {seconds[-1]:.2f} s, stock MkDocs {theirs:.2f} s, "
            f"Hugo {fastest:.2f} s; {bytes_a_page[-1]:,.0f} bytes a page"
        )
    return _judge(counts, seconds, bytes_a_page, search, told)


def _judge(
    counts: list[int],
    seconds: list[float],
    bytes_a_page: list[float],
    search: list[float],
    told: Told,
) -> bool:
    steps = [
        (after - before) / (many - few)
        for (before, after), (few, many) in zip(pairwise(seconds), pairwise(counts), strict=True)
    ]
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _unit() / 1e9
    spread = max(bytes_a_page[1:]) / min(bytes_a_page[1:]) - 1
    return all(
        [
            told("a page from 1,000 on, beside one up to it", steps[1] / steps[0], SLOPE, ""),
            told("milliseconds for each further page", 1000 * steps[1], MS_A_PAGE, ""),
            told("bytes a page, largest over smallest - 1", spread, BYTES_SPREAD, ""),
            told("kB of search a page (gzip)", search[-1] / 1000, SEARCH_KB_A_PAGE, ""),
            told("gigabytes of memory at most", memory, GIGABYTES, ""),
        ]
    )


def _world(work: Path, size: int) -> tuple[Path, Path, Path]:
    world = work / f"world-{size}"
    write_world(world, TINY, size // PAGES_A_STATE)
    return world, world / "data", world / "content"


def _zipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def _unit() -> int:
    """What the system counts memory in: kilobytes on Linux, bytes on macOS."""
    return 1 if sys.platform == "darwin" else 1024
