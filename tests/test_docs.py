"""Documents and settings that must keep up with the code."""

from __future__ import annotations

import json
import re
import tomllib

import yaml

from generator.derive.citations import parts_cited
from generator.model.dataset import PLACES, Dataset
from generator.model.open_data import LICENSE_ID
from generator.publish.data_guide import data_guide
from generator.publish.schemas import schemas
from tests.sites import ROOT

MOST_LINES = 240


def test_schemas_and_the_guide_to_the_data_follow_the_models(real: Dataset) -> None:
    written = {path.name: path.read_text("utf-8") for path in (ROOT / "data/schemas").iterdir()}
    assert written == dict(schemas(real)), "run: make describe"
    assert (ROOT / "data/README.md").read_text("utf-8") == data_guide(), "run: make describe"


def test_every_record_names_its_schema_for_editors() -> None:
    for path in (ROOT / "data").rglob("*.yml"):
        file = path.relative_to(ROOT / "data").as_posix()
        noun = next(place.noun for place in PLACES if place.match(file) is not None)
        up = "../" * file.count("/")
        first = path.read_text("utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema={up}schemas/{noun}.json", file


def test_schemas_offer_the_words_of_closed_vocabularies(real: Dataset) -> None:
    schema = json.loads(schemas(real)["pathway.json"])
    assert schema["properties"]["levels"]["items"]["enum"] == list(real.of("level"))
    assert "id" not in schema["properties"]


def test_files_are_short() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {count}"
        for path in [*ROOT.glob("generator/**/*.py"), *ROOT.glob("site_overrides/**/*.js")]
        if (count := len(path.read_text("utf-8").splitlines())) > MOST_LINES
    ]
    assert long == []


def test_every_block_of_the_stylesheet_is_closed() -> None:
    for path in (ROOT / "site_overrides").rglob("*.css"):
        depth = 0
        for line in path.read_text("utf-8").splitlines():
            assert depth == 0 or not line.startswith("/* ----"), f"{path.name}: {line}"
            depth += line.count("{") - line.count("}")
        assert depth == 0, path.name


def test_no_lock_file_names_a_registry_and_every_package_is_hashed() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        words = lock.read_text("utf-8")
        assert "://" not in words
        packages = re.findall(r"^[a-z].*==", words, re.MULTILINE)
        assert len(packages) > 30
        assert all("--hash=sha256:" in block for block in re.split(r"\n(?=[a-z])", words)[1:])


def test_dependencies_say_why() -> None:
    words = (ROOT / "pyproject.toml").read_text("utf-8")
    lines = re.findall(r'^    "[a-z].*[<>=].*$', words, re.MULTILINE)
    assert len(lines) > 15
    assert [line for line in lines if not re.search(r"# .+\(.+\)$", line)] == []


def test_the_whole_paper_is_cited(real: Dataset) -> None:
    assert parts_cited(real) == {"akey-2026": (235, 235)}


def test_the_citation_file_is_about_this_project_and_the_paper(real: Dataset) -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert {"cff-version", "message", "title", "authors"} <= cited.keys()
    assert (cited["cff-version"], cited["type"]) == ("1.2.0", "dataset")
    assert (cited["version"], cited["license"]) == (project["version"], LICENSE_ID)
    (paper,) = cited["references"]
    source = next(each for each in real.sources.values() if each.parts)
    assert paper["title"] == source.title
    assert f"https://doi.org/{paper['doi']}" == source.address
    names = [f"{each['given-names']} {each['family-names']}" for each in paper["authors"]]
    assert ", ".join(names) == source.authors
