"""A world whose files are changed and put back."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import yaml


class World:
    """A copy of a project: its data and content, and what has been changed of them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.changed: dict[Path, bytes | None] = {}
        self.every = sorted(
            path
            for folder in ("data", "content")
            for path in (root / folder).rglob("*")
            if path.suffix in {".yml", ".md"} and path.name != "README.md"
        )

    @property
    def files(self) -> list[Path]:
        """Files that can be changed: those that are there, plain, with something in them."""
        return [path for path in self.every if _plain(path) and path.stat().st_size]

    def put(self, path: Path, content: bytes) -> None:
        """Write a file."""
        self._clear(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def remove(self, path: Path) -> None:
        """Take a file away."""
        self._clear(path)

    def link(self, path: Path, target: Path) -> None:
        """Put a symbolic link in the place of a file."""
        self._clear(path)
        path.symlink_to(target)

    def pipe(self, path: Path) -> None:
        """Put a pipe, which nobody writes to, in the place of a file."""
        self._clear(path)
        os.mkfifo(path)

    def folder(self, path: Path) -> None:
        """Put a folder in the place of a file."""
        self._clear(path)
        path.mkdir()

    def restore(self) -> None:
        """Put everything back."""
        for path, content in self.changed.items():
            _away(path)
            if content is not None:
                path.write_bytes(content)
        self.changed.clear()

    def _clear(self, path: Path) -> None:
        self.changed.setdefault(path, path.read_bytes() if _plain(path) else None)
        _away(path)


def _plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _away(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def dumped(record: Any) -> bytes:
    """A value as YAML, each part written out where it stands."""
    words: str = yaml.dump(record, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1_000)
    return words.encode()
