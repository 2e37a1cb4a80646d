"""How fast and how small the printed guides are, as ratios measured in one sitting."""

from __future__ import annotations

import io
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pikepdf import Pdf

from generator.build import Composed, compose
from generator.derive.citations import credit_of
from generator.derive.freshness import newest_day
from generator.model.guide import Guide
from generator.publish.pdf import compile as compiling
from generator.publish.pdf import tags
from generator.publish.pdf.compile import TEMPLATES
from generator.publish.pdf.document import document
from generator.publish.pdf.guides import guides_of
from generator.publish.pdf.surface import Imprint, Places
from tests.printed import accessibility_findings
from tests.sites import ROOT

Told = Callable[[str, float, float, str], bool]
YARDSTICK = f"""
import typst
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False,
    font_paths=[{str(TEMPLATES / "fonts")!r}])
words = b'#set document(title: "T")\\n#set text(font: "Noto Sans", lang: "en")\\nOne line.'
typst.Compiler(words, font_paths=fonts).compile(format="pdf", pdf_standards=["ua-1"], timestamp=0)
"""
COLD = """
import json, sys
from datetime import date
from generator.publish.pdf.compile import compile_pdf
compile_pdf(json.load(open(sys.argv[1])), "a4", date(2026, 11, 22))
"""
COLD_GUIDE, PASS, GATE, PAGE, SMALLER, HANDBOOK_SIZE = 12, 0.3, 1.0, 1.5, 0.65, 30
SET = 36


class Work:
    """The real guides, ready to be compiled."""

    def __init__(self) -> None:
        real: Composed = compose(ROOT / "data", ROOT / "content")
        sources = real.dataset.sources.values()
        self.day = newest_day(real.dataset)
        self.imprint = Imprint("Site", "", self.day, "0", "CC BY 4.0", *credit_of(sources))
        self.places = Places({each.id: each.url for each in real.pages}, {}, {})
        self.guides = {each.id: each for each in guides_of(real.pages)}

    def value(self, guide: Guide) -> dict[str, Any]:
        return document(guide, self.imprint, self.places)


def processor(work: Callable[[], Any]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def cold(*command: str) -> float:
    """Processor seconds of a whole process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", *command], cwd=ROOT, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class Passes:
    """The last pass, its time and what it saves noted."""

    def __init__(self) -> None:
        self.real, self.seconds, self.raw, self.small = tags.finished, 0.0, 0, 0

    def __call__(self, raw: bytes) -> bytes:
        start = time.process_time()
        made = self.real(raw)
        self.seconds += time.process_time() - start
        self.raw, self.small = self.raw + len(raw), self.small + len(made)
        return made


def printing(folder: Path, told: Told) -> bool:
    """Measure everything; whether every ratio keeps its limit."""
    work = Work()
    return all(list(_ratios(folder, work, told)))


def _ratios(folder: Path, work: Work, told: Told) -> Iterator[bool]:
    one = work.value(work.guides["visas/b-1"])
    (folder / "one.json").write_text(json.dumps(one), "utf-8")
    pairs = [(cold(COLD, str(folder / "one.json")), cold(YARDSTICK)) for _ in range(5)]
    cold_guide = statistics.median(guide for guide, _ in pairs)
    ratio = statistics.median(guide / line for guide, line in pairs)
    yield told("a guide, cold / one line, cold", ratio, COLD_GUIDE, f"{cold_guide:.2f} s")

    passes = Passes()
    vars(compiling)["finished"] = passes
    sixty = [work.value(each) for each in work.guides.values() if not each.whole][:60]
    made: list[bytes] = []
    whole = processor(
        lambda: made.extend(compiling.compile_pdf(each, "a4", work.day) for each in sixty)
    )
    yield told("60 guides / a guide, cold", whole / cold_guide, SET, f"{whole:.1f} s")
    yield told("last pass / Typst", passes.seconds / (whole - passes.seconds), PASS, "")
    yield told("a guide, finished / raw bytes", passes.small / passes.raw, SMALLER, "")

    path = folder / "guide.pdf"
    path.write_bytes(made[0])
    gate = statistics.median(processor(lambda: accessibility_findings(path)) for _ in range(5))
    yield told("check of PDF/UA-1 / a guide", gate / (whole / len(sixty)), GATE, "")

    handbook = work.value(work.guides["handbook"])
    book: list[bytes] = []
    long = processor(lambda: book.append(compiling.compile_pdf(handbook, "a4", work.day)))
    pages = [count_pages(each) for each in (book[0], *made)]
    ratio = (long / pages[0]) / (whole / sum(pages[1:]))
    yield told(
        "a page of the handbook / of a guide", ratio, PAGE, f"{pages[0]} pages, {long:.1f} s"
    )
    mean = sum(map(len, made)) / len(made)
    words = f"{len(book[0]) / 1e6:.2f} MB, {mean / 1000:.0f} kB"
    yield told("handbook / guide, bytes", len(book[0]) / mean, HANDBOOK_SIZE, words)


def count_pages(made: bytes) -> int:
    with Pdf.open(io.BytesIO(made)) as pdf:
        return len(pdf.pages)
