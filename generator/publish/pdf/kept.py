"""Files from earlier builds, each under the hash of all that it is made of."""

from __future__ import annotations

import hashlib
import importlib.metadata
import io
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pikepdf import Pdf

from generator.publish.pdf.compile import TEMPLATES

TOOLS = ("typst", "pikepdf", "segno")
PICTURE = "chain"


class Kept:
    """A folder of files; a file's name is its hash and its number of pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.known = {path.name.partition(".")[0]: path for path in folder.iterdir()}

    def get(self, form: str, words: str) -> Path | None:
        """The file that was made of these words in this form, if there is one."""
        return self.known.get(_hash(toolchain(), form, words))

    def put(self, made: bytes, form: str, words: str) -> Path:
        """Keep a file, whole or not at all."""
        key = _hash(toolchain(), form, words)
        pages, end = (0, "svg") if form == PICTURE else (_count(made), "pdf")
        path = self.folder / f"{key}.{pages}.{end}"
        partial = path.with_suffix(f".{os.getpid()}.partial")
        partial.write_bytes(made)
        partial.replace(path)
        return path

    def forget_all_but(self, used: Iterable[Path]) -> None:
        """Remove the files that a build did not use."""
        names = {path.name for path in used}
        for path in self.folder.iterdir():
            if path.name not in names:
                path.unlink(missing_ok=True)


def _count(made: bytes) -> int:
    with Pdf.open(io.BytesIO(made)) as pdf:
        return len(pdf.pages)


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


@cache
def toolchain() -> str:
    """A hash of everything but the data that decides a file's bytes."""
    files = [path for path in sorted(TEMPLATES.rglob("*")) if path.suffix in {".typ", ".ttf"}]
    files += [Path(__file__).parent / name for name in ("compile.py", "tags.py")]
    looks = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    return _hash(*looks, *(importlib.metadata.version(tool) for tool in TOOLS))
