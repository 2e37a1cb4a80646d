"""Whatever happens to the files, an editor reads what is wrong, or readers get a whole site."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import ProblemsError, report
from generator.prose import read_prose
from generator.prose.markdown import Lookups
from generator.yaml_file import line_of
from tests.conftest import ROOT
from tests.fuzz.mutations import mutate
from tests.fuzz.outcome import outcome
from tests.fuzz.world import World
from tests.sites import Built, pathways, with_settings
from tests.test_reproducible import sums

SEED, TINY_CASES, REAL_CASES = 2026, 490, 10
SHARES, BUILT, REFUSED = 5, 4, 4


@pytest.mark.parametrize("share", range(SHARES))
def test_every_broken_tiny_world_ends_in_problems_or_in_a_site(share: int, world: Path) -> None:
    with_settings(world)
    broken, refused, built = World(world), 0, 0
    for number in count(share, SHARES):
        if number >= TINY_CASES and built == BUILT:
            break
        done = mutate(SEED, number, broken)
        found = outcome(world)
        assert not found.wrong, f"{SEED}/{number}: {done}: {found.wrong}"
        if found.problems:
            refused += 1
        elif built < BUILT:
            assert_built(world)
            built += 1
        broken.restore()
    assert refused > TINY_CASES / SHARES / 2


def assert_built(world: Path) -> None:
    """The real program makes a site of it, with every link leading somewhere."""
    done = pathways("build", at=world)
    assert (done.returncode, done.stderr) == (0, "")
    assert not Built(world / "site").broken_links()


def test_the_program_refuses_a_broken_world_in_words_and_leaves_the_site(world: Path) -> None:
    with_settings(world)
    assert_built(world)
    before, broken = sums(world / "site"), World(world)
    for number in range(REFUSED):
        done = mutate(SEED, number, broken)
        problems = outcome(world).problems
        ended = pathways("build", at=world)
        assert problems
        assert (ended.returncode, ended.stderr.splitlines()[:-1]) == (1, list(problems)), done
        assert sums(world / "site") == before
        broken.restore()


def test_every_broken_real_world_ends_in_problems_or_in_a_site(tmp_path: Path) -> None:
    for name in ("data", "content"):
        copytree(ROOT / name, tmp_path / name)
    broken = World(tmp_path)
    for number in range(REAL_CASES):
        done = mutate(SEED, number, broken)
        found = outcome(tmp_path)
        assert not found.wrong, f"{SEED}/{number}: {done}: {found.wrong}"
        broken.restore()


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab 1#*_`[]()<>|:!-~\\&;\n\t'\"{}@§\u202e", max_size=80))
def test_any_prose_ends_in_a_page_or_in_problems(
    tmp_path_factory: pytest.TempPathFactory, words: str
) -> None:
    content = tmp_path_factory.mktemp("prose")
    (content / "a.md").write_text(f"---\ntitle: A\ndescription: B\n---\n{words}", "utf-8")
    nothing = Lookups(lambda _: None, lambda *_: "", lambda *_: "there is none.", ())
    told = []
    try:
        read_prose(content, nothing)
    except ProblemsError as error:
        told = report(error.problems, content.parent, line_of).splitlines()
    assert all(each.startswith(f"{content.name}/a.md:") for each in told)
