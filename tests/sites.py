"""Real sites, built by the real program."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

ROOT = Path(__file__).parents[1]


def pathways(*arguments: str, at: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=at,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PATHWAYS_PDF": "never", **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def with_settings(world: Path) -> Path:
    """A world that can be built: the theme's overrides and MkDocs' settings beside the data."""
    (world / "site_overrides").symlink_to(ROOT / "site_overrides")
    shutil.copy(ROOT / "mkdocs.yml", world / "mkdocs.yml")
    return world


class Built:
    """A built site, its pages parsed once."""

    def __init__(self, folder: Path, base: str = "/") -> None:
        self.folder, self.base = folder, base
        self.pages = {
            path.relative_to(folder).as_posix(): html.parse(str(path)).getroot()
            for path in sorted(folder.rglob("*.html"))
        }

    @property
    def own(self) -> dict[str, HtmlElement]:
        """The pages of the site itself, without those that stand in frames of others."""
        return {page: root for page, root in self.pages.items() if not page.startswith("embed/")}

    @property
    def embeds(self) -> dict[str, HtmlElement]:
        """The pages that stand in frames of other people's sites."""
        return {page: root for page, root in self.pages.items() if page.startswith("embed/")}

    def address(self, page: str) -> str:
        """Where a file is served."""
        return f"http://site.test{self.base}{page.removesuffix('index.html')}"

    def broken_links(self) -> list[str]:
        """Every link, anchor and asset that leads nowhere."""
        return [problem for page in self.pages for problem in self._broken_on(page)]

    def _broken_on(self, page: str) -> Iterator[str]:
        root = self.pages[page]
        for element, attribute, link, _ in root.iterlinks():
            if attribute not in {"href", "src", "srcset"} or element.tag == "meta":
                continue
            target = urlsplit(urljoin(self.address(page), link))
            if target.netloc != "site.test":
                continue
            problem = self._problem(unquote(target.path), target.fragment)
            if problem:
                yield f"{page}: {link}: {problem}"

    def _problem(self, path: str, fragment: str) -> str:
        if not path.startswith(self.base):
            return "outside the site"
        inside = path.removeprefix(self.base)
        file = f"{inside}index.html" if not inside or inside.endswith("/") else inside
        if not (self.folder / file).is_file():
            return "no such file"
        ids = self.pages[file].xpath("//@id") if fragment and file in self.pages else [fragment]
        return "" if not fragment or fragment in ids else "no such anchor"


def foreign_loads(site: Built) -> list[str]:
    """Whatever a page would fetch from elsewhere by itself."""
    found = []
    for page, root in site.pages.items():
        links = root.xpath("//link[not(@rel='canonical')]/@href")
        loads = root.xpath("//@src | //@srcset | //object/@data | //@poster")
        found += [f"{page}: {each}" for each in [*links, *loads] if re.match(r"(https?:)?//", each)]
    return found
