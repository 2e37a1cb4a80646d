"""site/ is the old site or the new one, whole: folders are swapped by renaming."""

from __future__ import annotations

import shutil
from pathlib import Path


def swap_in(new: Path, site: Path, work: Path) -> None:
    """Put a finished folder in the place of the site.

    Args:
        new: The finished folder.
        site: The folder to replace; it may be missing.
        work: Where the replaced folder waits for its removal, on the same disk.
    """
    old = work / "previous"
    _remove(old)
    if site.exists():
        site.rename(old)
    new.rename(site)
    _remove(old)


def recover(site: Path, work: Path) -> None:
    """Put the previous site back, if a swap was cut off between its two renames."""
    old = work / "previous"
    if old.exists() and not site.exists():
        old.rename(site)
    work.mkdir(exist_ok=True)


def _remove(folder: Path) -> None:
    """Remove a folder; if that is cut off, what is left of it has another name: it is no site."""
    gone = folder.with_name("gone")
    shutil.rmtree(gone, ignore_errors=True)
    if folder.exists():
        folder.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)
