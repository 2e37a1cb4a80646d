"""The data package: valid for those who take it, complete, and the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from generator.build import Composed
from generator.model.open_data import CSV, PACKAGE, ZIP
from generator.publish.data.package import zipped
from generator.publish.files import Files


@pytest.fixture(scope="module")
def files(real_composed: Composed) -> Files:
    return real_composed.files()


def frictionless(folder: Path) -> dict[str, str]:
    """What the frictionless tool says of each table of a package: valid, or its first error."""
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    report = json.loads(done.stdout)
    assert not report["errors"], report["errors"]
    return {
        task["name"]: task["errors"][0]["type"] if task["errors"] else "valid"
        for task in report["tasks"]
    }


def unpacked(files: Files, folder: Path) -> Path:
    content = files[ZIP]
    assert isinstance(content, bytes)
    zipfile.ZipFile(io.BytesIO(content)).extractall(folder)
    return folder


def rows(files: Files, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(str(files[f"{CSV}{table}.csv"]))))


def test_the_frictionless_tool_finds_every_table_valid(files: Files, tmp_path: Path) -> None:
    found = frictionless(unpacked(files, tmp_path))
    assert set(found.values()) == {"valid"}
    assert {"claims", "citations", "pathway-claims", "visas", "sources"} <= found.keys()
    assert len(found) == sum(path.startswith(CSV) for path in files)


def test_the_frictionless_tool_notices_a_citation_of_no_source(
    files: Files, tmp_path: Path
) -> None:
    table = unpacked(files, tmp_path) / "csv/citations.csv"
    words = table.read_text("utf-8")
    table.write_text(words.replace(",akey-2026,", ",no-such-source,", 1), "utf-8")
    assert frictionless(tmp_path)["citations"] == "foreign-key"


def test_the_zip_has_everything_and_says_what_it_is(files: Files, tmp_path: Path) -> None:
    folder = unpacked(files, tmp_path)
    assert (folder / "all.json").read_text("utf-8") == files["api/v1/all.json"]
    assert (folder / "LICENSE").is_file()
    assert (folder / "CITATION.cff").is_file()
    assert (folder / "schemas/visa.json").is_file()
    for path in files:
        if path.endswith(".csv") and not path.startswith(CSV):
            assert (folder / "tables" / path).is_file()
    readme = (folder / "README.md").read_text("utf-8")
    assert "as of 2026-" in readme
    assert "10.5334/aogh.5020" in readme
    dictionary = (folder / "data-dictionary.md").read_text("utf-8")
    for resource in json.loads(files[PACKAGE])["resources"]:
        assert f"## {resource['name']}.csv" in dictionary
        for field in resource["schema"]["fields"]:
            assert field["description"]
            assert f"| `{field['name']}` | {field['type']} | {field['description']} |" in dictionary


def test_each_claim_is_a_line_and_each_of_its_citations_too(files: Files) -> None:
    records = json.loads(files["api/v1/all.json"])["records"]
    visa = records["visas"][0]
    claim = visa["purpose"][0]
    line = next(each for each in rows(files, "claims") if each["claim"] == claim["id"])
    assert (line["noun"], line["record"], line["list"]) == ("visa", visa["id"], "purpose")
    assert (line["says"], line["standing"]) == (claim["says"], claim["standing"])
    cited = [
        (each["source"], each["at"])
        for each in rows(files, "citations")
        if each["claim"] == claim["id"] and each["about"] == "claim"
    ]
    assert cited == [(each["source"], each["at"]) for each in claim["cites"]]
    steps = [each for each in rows(files, "pathway-claims") if each["number"]]
    assert len(steps) == sum(len(each["steps"]) for each in records["pathways"])


def test_what_is_not_known_is_an_empty_cell_with_a_word_beside_it(files: Files) -> None:
    steps = [each for each in rows(files, "claims") if each["lead_time_word"]]
    unknown = [each for each in steps if each["lead_time_word"] == "unknown"]
    assert 0 < len(unknown) < len(steps)
    assert {each["days_least"] for each in unknown} == {""}
    assert "" not in {each["days_least"] for each in steps if each not in unknown}


def test_a_zip_depends_on_its_files_and_its_day_alone() -> None:
    day = date(2026, 11, 22)
    one = zipped({"b": "2", "a": "1"}, day)
    assert one == zipped({"a": "1", "b": "2"}, day)
    assert one != zipped({"a": "1", "b": "3"}, day)
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert archive.namelist() == ["a", "b"]
        assert {each.date_time for each in archive.infolist()} == {(2026, 11, 22, 0, 0, 0)}
