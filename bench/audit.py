"""``make audit``: axe on every page of the built site, in every variant; it takes long.

The tests do the same with one page of each family. This is for releases and changes of the look.
"""

from __future__ import annotations

import sys
import time
from multiprocessing import Pool
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.chromium import chromium
from tests.browser.server import serving
from tests.sites import ROOT

SITE = ROOT / "site"
COLORS: tuple[dict[str, Any], ...] = (
    {"color_scheme": "light", "forced_colors": "none"},
    {"color_scheme": "dark", "forced_colors": "none"},
    {"color_scheme": "light", "forced_colors": "active"},
)
PROCESSES = 2


def variants(page: Page) -> list[str]:
    """What is wrong with a page: at both widths, in all colors, with text twice as large."""
    found = []
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for number, colors in enumerate(COLORS):
            page.emulate_media(**colors)
            only = {"runOnly": ["color-contrast"]} if number else None
            result = Axe().run(page, options=only)
            found += [
                f"{width} px, {colors}: {each['id']}" for each in result.response["violations"]
            ]
        for size in ("", "250%"):
            page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            if width == 320 and size:
                continue  # 320 pixels are 1280 at 400 %
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"{width} px, text {size or '100%'}: it sticks out")
        page.evaluate("document.documentElement.style.fontSize = ''")
    return found


def audit(files: list[str]) -> dict[str, list[str]]:
    """What is wrong with some pages, by page."""
    found = {}
    with chromium() as browser, serving(SITE) as address:
        context = browser.new_context(reduced_motion="reduce")
        for file in files:
            page = context.new_page()
            page.goto(address + file.removesuffix("index.html"))
            found[file] = variants(page)
            page.close()
    return found


def main() -> None:
    """Audit every page, or those below the folders named on the command line."""
    start = time.perf_counter()
    below = tuple(sys.argv[1:])
    files = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))
    chosen = [file for file in files if not below or file.startswith(below)]
    with Pool(PROCESSES) as pool:
        parts = pool.map(audit, [chosen[n :: PROCESSES * 8] for n in range(PROCESSES * 8)])
    wrong = {file: said for part in parts for file, said in part.items() if said}
    for file, said in sorted(wrong.items()):
        print(f"{file}: {'; '.join(said)}")
    seconds = time.perf_counter() - start
    print(f"{len(chosen)} pages, {len(wrong)} with something wrong, {seconds:.0f} s.")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
