from __future__ import annotations

import shutil
from pathlib import Path

from generator.build import Composed
from generator.finish.swap import recover, swap_in
from tests.sites import pathways, with_settings
from tests.worlds import change


def test_check_says_how_much_there_is(world: Path, tiny_composed: Composed) -> None:
    done = pathways("check", at=world)
    assert done.returncode == 0
    dataset = tiny_composed.dataset
    records = len([*dataset.everything()]) - len(dataset.of("published"))
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
    pages = len(tiny_composed.pages) + 2  # the page for lost readers, and one that moved
    embeds = sum(1 for each in tiny_composed.pages if each.embed) + 1  # the quiz has two
    said = f"Built site/ with {pages} pages and {embeds} embeds.\n"
    assert (done.stdout, done.stderr) == (said, "")


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


def test_a_release_writes_what_readers_may_link_and_check_accepts_it(world: Path) -> None:
    done = pathways("release", "--day", "2026-03-03", at=world)
    assert (done.returncode, done.stderr) == (0, "")
    words = (world / "data/published.yml").read_text("utf-8")
    assert "\nold-visa: {meaning: 0123456789abcdef, since: 2026-01-01, pages: [" in words
    assert ', since: 2026-03-03, pages: [visas/v-1/], says: "V-1"}\n' in words
    assert pathways("check", at=world).returncode == 0
    again = pathways("release", "--day", "2026-03-04", at=world)
    assert again.stdout.endswith(", 0 of them new or changed.\n")
    assert (world / "data/published.yml").read_text("utf-8") == words


def test_nothing_is_released_while_there_is_a_problem(world: Path) -> None:
    before = (world / "data/published.yml").read_bytes()
    change(world, "data/visas/v-1.yml", "family: visitor", "family: tourist")
    done = pathways("release", at=world)
    assert done.returncode == 1
    assert done.stderr.endswith("1 problem in data/. Nothing was released.\n")
    assert (world / "data/published.yml").read_bytes() == before


def test_editions_are_compared_as_projects_or_as_data_folders(world: Path) -> None:
    old = shutil.copytree(world, world.parent / "old")
    change(world, "data/visas/w-2.yml", "You can stay for years.", "You can stay for long.")
    for names in (("../old", "."), ("../old/data", "data")):
        done = pathways("diff", *names, "--day", "2026-03-03", at=world)
        assert (done.returncode, done.stderr) == (0, "")
        assert "  changed: w-2/years\n" in done.stdout
        assert "To paste into data/changes/2026-03-03.yml" in done.stdout
    change(old, "data/visas/v-1.yml", "family: visitor", "family: tourist")
    done = pathways("diff", "../old", ".", at=world)
    assert done.returncode == 1
    assert 'data/visas/v-1.yml:5: family: "tourist" is not a visa family.' in done.stderr
    assert done.stderr.endswith("1 problem in data/. ../old cannot be compared.\n")


def test_people_without_an_account_can_write_to_us_if_an_address_is_set(world: Path) -> None:
    with_settings(world)
    pathways("build", at=world, CONTACT="help@example.org")
    page = (world / "site/visas/v-1/index.html").read_text("utf-8")
    assert 'href="mailto:help@example.org?subject=V-1%20visitor"' in page
    lost = (world / "site/404.html").read_text("utf-8")
    assert 'href="mailto:help@example.org?subject=Page%20not%20found"' in lost
    done = pathways("build", at=world, CONTACT="https://example.org/write")
    assert done.returncode == 0
    page = (world / "site/visas/v-1/index.html").read_text("utf-8")
    assert 'href="https://example.org/write">Write to us about this page' in page


def test_an_address_that_nobody_can_write_to_is_refused(world: Path) -> None:
    done = pathways("build", at=with_settings(world), CONTACT="javascript:alert(1)")
    assert done.returncode != 0
    assert '"javascript:alert(1)" is neither a mail address nor an https address.' in done.stderr
    assert "Traceback" not in done.stderr
