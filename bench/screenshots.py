"""``make screenshots``: the pictures in the README, taken again from the built site."""

from __future__ import annotations

from pathlib import Path

from tests.browser.chromium import chromium
from tests.browser.server import serving
from tests.sites import ROOT

FOLDER = ROOT / "docs/screenshots"
SHOTS = (
    ("home", "", 1280, "light"),
    ("pathway", "california/pathways/b-1-elective/", 1280, "light"),
    ("pathway-phone-dark", "california/pathways/b-1-elective/", 320, "dark"),
)
HEIGHT = 800


def take(site: Path) -> None:
    """Take every picture of a built site."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with serving(site) as home, chromium() as browser:
        for name, path, width, scheme in SHOTS:
            context = browser.new_context(
                viewport={"width": width, "height": HEIGHT},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            page = context.new_page()
            page.goto(home + path)
            page.screenshot(path=FOLDER / f"{name}.png")
            context.close()


if __name__ == "__main__":
    take(ROOT / "site")
