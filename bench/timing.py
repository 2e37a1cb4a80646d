"""Whole processes, from start to exit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.sites import ROOT

TINY = ROOT / "tests/data_sets/tiny"
ENVIRONMENT = {
    **os.environ,
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": str(ROOT),
    "PATHWAYS_PDF": "never",
}


def timed(command: list[str], folder: Path) -> float:
    """Seconds of a whole process, from start to exit."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
    return time.perf_counter() - start


def ours(folder: Path) -> float:
    return timed([sys.executable, "-m", "generator", "build"], folder)


def stock(folder: Path) -> float:
    return timed([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder)


def place(folder: Path, data: Path, content: Path) -> Path:
    """A folder that can be built."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in (data, content, ROOT / "site_overrides"):
        if not (folder / path.name).exists():
            (folder / path.name).symlink_to(path)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder
