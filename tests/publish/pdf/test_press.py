"""Printing: the same bytes each time, nothing twice, and mistakes told in the editor's words."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import Composed, build
from generator.derive.freshness import newest_day
from generator.model.blocks import Paragraph, Prose
from generator.model.guide import Part
from generator.problems import ProblemsError
from generator.publish.pdf import files
from generator.publish.pdf.compile import PAPERS, PrintError, compile_pdf
from generator.publish.pdf.culprit import problem_of
from generator.publish.pdf.kept import Kept
from generator.publish.pdf.press import Press, Prints
from generator.render.links import Addresses
from tests.papers import AS_OF, IMPRINT, PLACES, every_block, guide_of, page_of, text, value_of
from tests.printed import address_in_code, opened
from tests.sites import ROOT, pathways, with_settings
from tests.worlds import change

TINY = ROOT / "tests/data_sets/tiny"
SCRIPT = """
import sys
from tests.papers import *
for paper in ("a4", "letter"):
    made = compile_pdf(value_of(guide_of(page_of(*every_block("Quite a word")))), paper, AS_OF)
    print(__import__("hashlib").sha256(made).hexdigest())
"""


def press(folder: Path, address: str = "https://site.test/a/") -> Press:
    return Press(folder, "Site", address, "1.0")


def prints(composed: Composed, press: Press) -> Prints:
    dataset = composed.dataset
    return press.prints(dataset, composed.pages, newest_day(dataset))


def test_the_bytes_are_the_same_under_another_seed_time_zone_and_folder(tmp_path: Path) -> None:
    value = value_of(guide_of(page_of(*every_block("Quite a word"))))
    here = [hashlib.sha256(compile_pdf(value, paper, AS_OF)).hexdigest() for paper in PAPERS]
    for seed, zone in (("1", "Pacific/Kiritimati"), ("2", "America/Los_Angeles")):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.split() == here


def test_no_file_knows_the_clock() -> None:
    made = compile_pdf(value_of(guide_of(page_of())), "a4", AS_OF)
    days = [line for line in made.split(b"\n") if b"CreationDate" in line or b"ModDate" in line]
    assert all(b"20261122" in line for line in days)
    assert b"<xmp:CreateDate>2026-11-22T00:00:00" in made


def test_what_has_not_changed_is_not_printed_again(
    tiny_composed: Composed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = prints(tiny_composed, press(tmp_path))
    assert len(first.printed) > 20

    def never(*_: object) -> bytes:
        raise AssertionError("printed again")

    monkeypatch.setattr(files, "compile_pdf", never)
    monkeypatch.setattr(files, "compile_chain", never)
    assert prints(tiny_composed, press(tmp_path)) == first


def test_a_change_prints_only_what_it_touches(tiny_composed: Composed, tmp_path: Path) -> None:
    before = {each.name: each.kept for each in prints(tiny_composed, press(tmp_path)).printed}
    pages = tuple(
        replace(page, title="Another name") if page.id == "slow" else page
        for page in tiny_composed.pages
    )
    after = prints(replace(tiny_composed, pages=pages), press(tmp_path))
    changed = {each.name for each in after.printed if before[each.name] != each.kept}
    assert changed
    assert all(name.startswith(("barriers", "handbook", "stakeholders")) for name in changed)
    assert {path.name for path in tmp_path.iterdir()} == {each.kept.name for each in after.printed}


def test_without_an_address_there_is_no_code_and_no_link(
    tiny_composed: Composed, tmp_path: Path
) -> None:
    made = prints(tiny_composed, press(tmp_path, address="")).printed
    visa = next(each for each in made if each.name == "visas/v-1-a4.pdf")
    assert address_in_code(visa.kept) == ""
    uris = [
        str(link.A.URI)
        for sheet in opened(visa.kept).pages
        for link in sheet.get("/Annots", [])
        if "/URI" in link.get("/A", {})
    ]
    assert all("site" not in uri for uri in uris)


def test_an_error_names_the_record_and_the_block(tmp_path: Path) -> None:
    good, bad = Prose((Paragraph(text("Good.")),)), Prose((Paragraph(text("A 中 here.")),))
    page = replace(page_of(good), id="q", file="data/q.yml")
    guide = guide_of(parts=(Part("One", (page_of(good),)), Part("Two", (page, page_of(bad)))))
    with pytest.raises(ProblemsError) as told:
        files.print_guides((guide,), IMPRINT, PLACES, Kept(tmp_path))
    (problem,) = told.value.problems
    assert problem.file == "data/p.yml"
    assert problem.message.startswith('the block Prose in "Section" cannot be printed: ')
    assert "中" in problem.message
    assert "prose.typ" in problem.tip


def test_an_error_in_a_title_names_its_record() -> None:
    guide = guide_of(page_of(title="A 中 title"))
    problem = problem_of(guide, IMPRINT, PLACES, PrintError("any"))
    assert problem.file == "data/p.yml"
    assert problem.message.startswith("its title cannot be printed: ")


def test_an_error_of_the_whole_document_names_the_document() -> None:
    guide = guide_of(page_of())
    problem = problem_of(guide, IMPRINT, PLACES, PrintError("it is wrong"))
    assert problem.message == 'the document "Title" cannot be printed: it is wrong.'


def test_a_build_that_cannot_print_leaves_the_site_as_it_was(world: Path) -> None:
    with_settings(world)
    assert pathways("build", at=world, PATHWAYS_PDF="build").returncode == 0
    before = {path: path.read_bytes() for path in (world / "site").rglob("*") if path.is_file()}
    assert any(path.suffix == ".pdf" for path in before)
    change(world, "data/barriers/slow.yml", "says: ", "says: 中 ")
    done = pathways("build", at=world, PATHWAYS_PDF="build")
    assert done.returncode == 1
    assert done.stderr.startswith("data/barriers/slow.yml: the block Claims in ")
    assert done.stderr.endswith("Nothing was built; site/ is as it was.\n")
    assert "Traceback" not in done.stderr
    after = {path: path.read_bytes() for path in (world / "site").rglob("*") if path.is_file()}
    assert after == before


def test_a_build_may_leave_the_guides_out(world: Path) -> None:
    with_settings(world)
    assert pathways("build", "--no-pdf", at=world, PATHWAYS_PDF="build").returncode == 0
    assert not (world / "site/downloads").exists()
    assert "ctp-guides" not in (world / "site/visas/v-1/index.html").read_text("utf-8")


def test_two_builds_give_the_same_files(world: Path, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        built = build(world / "data", world / "content", Addresses(), press=press(tmp_path / name))
        made.append({each.name: each.kept.read_bytes() for each in built.printed})
    assert made[0] == made[1]


def test_the_values_of_a_document_are_plain() -> None:
    value = value_of(guide_of(page_of(*every_block("x"))))
    assert json.loads(json.dumps(value)) == value
