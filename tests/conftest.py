from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.build import Composed, compose
from generator.load import load
from generator.model.dataset import Dataset
from tests.browser.chromium import chromium
from tests.sites import Built, pathways

ROOT = Path(__file__).parents[1]
TINY = ROOT / "tests/data_sets/tiny"
KEPT = ROOT / ".build/pdf"


@pytest.fixture(scope="session")
def tiny() -> Dataset:
    """Two visas, two states, two levels, three questions."""
    return load(TINY / "data")


@pytest.fixture(scope="session")
def tiny_composed() -> Composed:
    return compose(TINY / "data", TINY / "content")


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A copy of the tiny world to break."""
    shutil.copytree(TINY, tmp_path / "world", ignore=shutil.ignore_patterns(".build", "site"))
    return tmp_path / "world"


@pytest.fixture(scope="session")
def real() -> Dataset:
    return load(ROOT / "data")


@pytest.fixture(scope="session")
def real_composed() -> Composed:
    return compose(ROOT / "data", ROOT / "content")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real site, as `make site` builds it, with its printed guides."""
    with _alone():
        return _built(
            tmp_path_factory.mktemp("site"), "/", PATHWAYS_PDF="build", PATHWAYS_PDF_KEPT=str(KEPT)
        )


@pytest.fixture(scope="session")
def site_below(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real site, built for an address with a path."""
    return _built(tmp_path_factory.mktemp("below"), "/a/b/")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process."""
    with chromium() as started:
        yield started


@contextmanager
def _alone() -> Iterator[None]:
    """One process prints, the others take what it kept."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT.parent / "pdf.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _built(folder: Path, base: str, **environment: str) -> Built:
    for name in ("data", "content", "site_overrides"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    address = "" if base == "/" else f"https://site.test{base}"
    done = pathways("build", at=folder, SITE_URL=address, **environment)
    assert done.returncode == 0, done.stderr
    return Built(folder / "site", base)
