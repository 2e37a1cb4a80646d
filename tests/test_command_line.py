from __future__ import annotations

import shutil
from pathlib import Path

from generator.build import Composed
from generator.finish.swap import recover, swap_in
from tests.sites import ROOT, pathways
from tests.worlds import change


def with_settings(world: Path) -> Path:
    """A world that can be built: the theme's overrides and MkDocs' settings beside the data."""
    (world / "site_overrides").symlink_to(ROOT / "site_overrides")
    shutil.copy(ROOT / "mkdocs.yml", world / "mkdocs.yml")
    return world


def test_check_says_how_much_there_is(world: Path, tiny_composed: Composed) -> None:
    done = pathways("check", at=world)
    assert done.returncode == 0
    records = len(list(tiny_composed.dataset.everything()))
    assert done.stdout == (
        f"{records} records and {len(tiny_composed.pages)} pages, no problems.\n"
        "3 of 3 statements of paper are cited.\n"
    )


def test_check_prints_every_problem_and_fails(world: Path) -> None:
    change(world, "data/sources/law.yml", "kind: statute", "kind: law")
    change(world, "data/visas/w-2.yml", "family: visitor", "famly: visitor")
    done = pathways("check", at=world)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        'data/sources/law.yml:3: kind: "law" is not a source kind. Use paper or statute.\n'
        'data/visas/w-2.yml:1: "family" is missing. Add it.\n'
        'data/visas/w-2.yml:4: famly: "famly" is not a field here. Did you mean "family"?\n'
        "3 problems in data/. Nothing was changed.\n"
    )


def test_check_needs_no_content_folder(world: Path) -> None:
    shutil.rmtree(world / "content")
    assert pathways("check", at=world).returncode == 0


def test_a_build_with_a_problem_leaves_the_site_as_it_was(world: Path) -> None:
    with_settings(world)
    assert pathways("build", at=world).returncode == 0
    before = {path: path.read_bytes() for path in (world / "site").rglob("*") if path.is_file()}
    change(world, "data/visas/v-1.yml", "family: visitor", "family: tourist")
    done = pathways("build", at=world)
    assert done.returncode == 1
    assert done.stderr.endswith("1 problem in data/. Nothing was built; site/ is as it was.\n")
    assert "Traceback" not in done.stderr
    after = {path: path.read_bytes() for path in (world / "site").rglob("*") if path.is_file()}
    assert after == before


def test_a_build_says_nothing_but_that_it_is_done(world: Path, tiny_composed: Composed) -> None:
    done = pathways("build", at=with_settings(world))
    pages = len(tiny_composed.pages) + 1  # the page for lost readers
    assert (done.stdout, done.stderr) == (f"Built site/ with {pages} pages.\n", "")


def test_a_page_links_to_the_file_to_edit_when_the_repository_is_known(world: Path) -> None:
    with_settings(world)
    pathways("build", at=world, REPOSITORY_URL="https://example.org/repo")
    page = (world / "site/visas/v-1/index.html").read_text("utf-8")
    assert 'href="https://example.org/repo/edit/main/data/visas/v-1.yml"' in page
    report = "https://example.org/repo/issues/new?template=wrong-fact.yml&amp;claim="
    assert f'href="{report}v-1%2Fhands-on" aria-label="Wrong? Report this statement"' in page
    assert f'href="{report}v-1"' in page


def test_a_swap_that_was_cut_off_is_mended_at_the_next_start(tmp_path: Path) -> None:
    work, site = tmp_path / ".build", tmp_path / "site"
    (work / "previous").mkdir(parents=True)
    (work / "previous/index.html").write_text("old")
    recover(site, work)
    assert (site / "index.html").read_text() == "old"


def test_a_swap_replaces_the_whole_folder(tmp_path: Path) -> None:
    work, site = tmp_path / ".build", tmp_path / "site"
    for folder, words in ((site, "old"), (work / "site", "new")):
        folder.mkdir(parents=True)
        (folder / f"{words}.html").write_text(words)
    swap_in(work / "site", site, work)
    assert [path.name for path in site.iterdir()] == ["new.html"]
    assert list(work.iterdir()) == []


def test_a_site_of_an_earlier_day_says_so_on_every_page(world: Path) -> None:
    with_settings(world)
    assert pathways("build", "--as-of", "2025-12-31", at=world).returncode == 0
    for page in ("index.html", "visas/v-1/index.html", "quiz/index.html"):
        words = (world / "site" / page).read_text("utf-8")
        assert "As of 31 December 2025, not today." in words, page
    assert not (world / "site/alerts/new-fee").exists()


def test_a_day_that_is_none_or_lies_after_the_data_is_refused(world: Path) -> None:
    with_settings(world)
    told = {
        "soon": 'data: it cannot be shown as of "soon". Write 2026-01-31.\n',
        "2026-03-03": (
            "data: nothing in it is newer than 2 March 2026. Name that day or an earlier one.\n"
        ),
    }
    for day, problem in told.items():
        done = pathways("build", "--as-of", day, at=world)
        assert done.returncode == 1
        assert done.stderr.startswith(problem)
        assert "Traceback" not in done.stderr
