"""CONTRIBUTING.md is followed to the letter: its worked examples, in order, on a copy."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.sites import ROOT, pathways
from tests.worlds import problems_in

EXAMPLES = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("## Worked examples")[1]
EXAMPLES = EXAMPLES.split("\n## ")[0]
BLOCK = re.compile(
    r"(?:`(?P<file>[^`\n]+)`, (?P<how>[a-z ]+):\n\n)?```(?P<kind>\w+)\n(?P<words>.*?)```", re.DOTALL
)


def changed(words: str, diff: str) -> str:
    """Words with a change made: lines with a sign before each, as in a diff."""
    lines = diff.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] in " -").rstrip("\n")
    new = "".join(line[1:] for line in lines if line[0] in " +").rstrip("\n")
    assert words.count(old) == 1, old
    return words.replace(old, new)


def command(words: str, copy: Path) -> None:
    """What ``make`` does in a checkout, done in the copy; the site is built by its own code."""
    if words == "make check":
        assert problems_in(copy) == []
        return
    assert words == "make site"
    done = pathways("build", at=copy, PYTHONPATH=str(copy))
    assert done.returncode == 0, done.stderr


def follow(example: re.Match[str], copy: Path) -> None:
    """Do what one block of the examples says."""
    words = example["words"]
    if example["kind"] == "sh":
        command(words.strip(), copy)
        return
    path = copy / example["file"]
    assert path.exists() == (example["how"] != "new"), path
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text("utf-8") if path.exists() else ""
    match example["how"]:
        case "new":
            made = words
        case "at its end":
            made = before + words
        case how:
            assert how == "changed"
            made = changed(before, words)
    path.write_text(made, "utf-8")


def test_the_worked_examples_can_be_followed_and_build_a_site(tmp_path: Path) -> None:
    for folder in ("data", "content", "generator", "site_overrides"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    found = list(BLOCK.finditer(EXAMPLES))
    assert len(found) == EXAMPLES.count("```") / 2
    for example in found:
        follow(example, tmp_path)
    site = tmp_path / "site"
    for page in ("visas/h-3", "california/pathways/h-3-externship", "costs"):
        assert (site / page / "index.html").exists(), page
    assert "New York" in (site / "states/index.html").read_text("utf-8")
    assert "during a vacation" in (site / "quiz/index.html").read_text("utf-8")


def test_every_recipe_of_the_table_names_files_that_there_are() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("## Recipes")[1]
    table = table.split("## Worked examples")[0]
    places = {each.strip("`") for each in re.findall(r"`[a-z_]+/[^`]*`", table)}
    for place in places:
        pattern = re.sub(r"\b(ID|STATE|PATHWAY|A_SENTENCE|DAY)\b", "*", place)
        assert list(ROOT.glob(pattern)), place
