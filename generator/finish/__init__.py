"""The built folder, made fit to publish: files in, files out."""

from __future__ import annotations

from pathlib import Path

from generator.finish.headers import headers
from generator.finish.offline import Copy, pack, with_size
from generator.finish.policy import (
    IN_A_FRAME,
    brings_policy,
    policy_of,
    refuse_inline,
    with_policy,
)
from generator.finish.repairs import repair
from generator.finish.search import split_search, with_late_theme, with_own_worker
from generator.finish.styles import slim_styles


def finish(site: Path, copy: Copy | None = None) -> None:
    """Repair, slim and close a built site, in place.

    Args:
        site: The folder that MkDocs wrote.
        copy: What the copy for reading offline says of itself; none: no copy is made.

    Raises:
        FinishError: If the theme changed so that a repair no longer fits, or a page has an
            inline handler or style that the policy would refuse.
    """
    written = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    written = {path: html for path, html in written.items() if not brings_policy(html)}
    embeds = {path: html for path, html in written.items() if path.is_relative_to(site / "embed")}
    pages = {path: html for path, html in written.items() if path not in embeds}
    pages = {
        path: with_late_theme(with_own_worker(repair(html), path), path)
        for path, html in pages.items()
    }
    policy = policy_of(pages)
    refuse_inline(embeds)
    split_search(site)
    _slim(site)
    slim_styles(site, pages.values())
    size = pack(site, pages, copy) if copy else 0
    for path, html in pages.items():
        path.write_text(with_policy(with_size(html, size), policy), "utf-8")
    for path, html in embeds.items():
        path.write_text(with_policy(html, IN_A_FRAME), "utf-8")
    (site / "_headers").write_text(headers(site), "utf-8")


def _slim(site: Path) -> None:
    """Leave out what no browser asks for: source maps, word lists of other languages, its icon."""
    icon = site / "assets/images/favicon.png"  # the theme's; ours is an SVG
    for path in [*site.rglob("*.map"), *site.glob("assets/javascripts/lunr/**/*.js"), icon]:
        path.unlink()
    for folder in [site / "assets/javascripts/lunr/min", site / "assets/javascripts/lunr"]:
        if folder.is_dir():
            folder.rmdir()
