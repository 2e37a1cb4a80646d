"""A build that is killed at any point leaves the old site or the new one, whole.

Python tells an audit hook of each file that is opened, renamed or removed. The real program is
killed with the signal that no process can catch right before one of these, so no clock decides.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from tests.conftest import TINY
from tests.sites import ROOT, pathways, with_settings
from tests.test_reproducible import sums
from tests.worlds import change, write

PROGRAM = """
import os, signal, sys
left, only = int(sys.argv[1]), set(sys.argv[2:])
def watch(event, arguments):
    global left
    if event in only:
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
from generator.__main__ import main
main(["build"])
"""
FILES = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir")
SWAPS = ("os.rename", "shutil.rmtree")
SWAP_POINTS = range(1, 8)
"""More than there are: the last one is never reached."""
SEED, RANDOM_POINTS, EVENTS = 7, 4, 3_000
OLD, NEW = "You can stay for years.", "You can stay for long."


@dataclass(frozen=True)
class Editions:
    """A world whose site was built from old data, and what a build of its new data gives."""

    world: Path
    old: dict[str, str]
    new: dict[str, str]

    def copy(self, to: Path) -> Path:
        """A copy to kill builds in."""
        return shutil.copytree(self.world, to, symlinks=True)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    world = tmp_path_factory.mktemp("editions") / "world"
    with_settings(shutil.copytree(TINY, world))
    pathways("build", at=world)
    old = world.parent / "old"
    shutil.copytree(world / "site", old)
    change(world, "data/visas/w-2.yml", OLD, NEW)
    pathways("build", at=world)
    new = sums(world / "site")
    shutil.rmtree(world / "site")
    old.rename(world / "site")
    return Editions(world, sums(world / "site"), new)


def build_until(world: Path, point: int, events: Iterable[str]) -> int:
    """Build, and be killed right before the event of this number; gives the exit status."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(point), *events],
        cwd=world,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PATHWAYS_PDF": "never"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    return done.returncode


def next_start(world: Path) -> None:
    """The program starts again, and stops at a problem: it only mends what was cut off."""
    write(world, "data/visas/broken.yml", "name: Broken\n")
    assert pathways("build", at=world).returncode == 1


@pytest.mark.parametrize("point", SWAP_POINTS)
def test_killed_while_the_sites_are_swapped(point: int, editions: Editions, tmp_path: Path) -> None:
    world = editions.copy(tmp_path / "world")
    status = build_until(world, point, SWAPS)
    assert status == (0 if point == SWAP_POINTS[-1] else -signal.SIGKILL)
    if (world / "site").exists():
        assert sums(world / "site") in (editions.old, editions.new)
    next_start(world)
    assert sums(world / "site") in (editions.old, editions.new)


@pytest.mark.parametrize("number", range(RANDOM_POINTS))
def test_killed_anywhere_else(number: int, editions: Editions, tmp_path: Path) -> None:
    world = editions.copy(tmp_path / "world")
    point = Random(f"{SEED}/{number}").randrange(1, EVENTS)
    assert build_until(world, point, FILES) == -signal.SIGKILL
    assert sums(world / "site") in (editions.old, editions.new)


def test_a_site_that_was_being_removed_is_never_put_back(
    editions: Editions, tmp_path: Path
) -> None:
    world = editions.copy(tmp_path / "world")
    assert build_until(world, 20, ("os.rmdir",)) == -signal.SIGKILL
    assert sums(world / "site") == editions.new
    shutil.rmtree(world / "site")
    next_start(world)
    assert not (world / "site").exists()
