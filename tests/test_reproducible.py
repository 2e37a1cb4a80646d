"""The same data gives the same bytes: wherever, whenever and in whatever order it is built."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.sites import ROOT, with_settings

LATER = """
import datetime, time
shift = 400 * 86_400 + 7_001
now = time.time
time.time = lambda: now() + shift
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=shift)
datetime.datetime = Later
"""
"""Python's clock, more than a year on; the theme and the zip files ask it."""
PROGRAM = "from generator.__main__ import main; main(['build'])"
SUMS = """
import hashlib
from pathlib import Path
from generator.build import build
from generator.render.links import Addresses
made = build(Path("data"), Path("content"), Addresses("https://site.test/", name="Site"))
whole = {each.page.url: each.html + each.head for each in made.pages} | dict(made.files)
for name, words in sorted(whole.items()):
    print(hashlib.sha256(words.encode() if isinstance(words, str) else words).hexdigest(), name)
print(hashlib.sha256(repr(made.search).encode()).hexdigest(), "what search finds")
"""


SETTINGS = {"PYTHONPATH": str(ROOT), "SITE_URL": "https://site.test/"}


def run(code: str, at: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=at,
        env={**os.environ, **SETTINGS, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def sums(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def copied_backwards(world: Path, folder: Path) -> Path:
    """A copy of a world whose files were made in the opposite order."""
    for path in sorted(world.rglob("*"), reverse=True):
        if path.is_file():
            there = folder / path.relative_to(world)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(path.read_bytes())
    return folder


def test_a_site_built_elsewhere_on_another_day_has_the_same_bytes(
    world: Path, tmp_path: Path
) -> None:
    other = with_settings(copied_backwards(world, tmp_path / "far/away"))
    with_settings(world)
    here = {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "1", "LC_ALL": "C"}
    there = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"}
    run(PROGRAM, world, PATHWAYS_PDF="build", **here)
    run(LATER + PROGRAM, other, PATHWAYS_PDF="build", **there)
    made = sums(world / "site")
    assert sums(other / "site") == made
    kinds = {Path(name).suffix.removeprefix(".") for name in made}
    assert kinds >= {"html", "json", "pdf", "svg", "zip", "gz", "ics", "atom", "csv", "png"}


def test_the_real_pages_and_data_do_not_hang_on_the_order_of_hashes() -> None:
    first, second = (run(SUMS, ROOT, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.splitlines() == second.splitlines()
    assert len(first.splitlines()) > 1_000
