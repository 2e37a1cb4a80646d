"""What we depend on is known: each package, its license, and why it is here."""

from __future__ import annotations

import json
import re
import tomllib

from bench.dependencies import locked, name_of
from tests.conftest import ROOT

ALLOWED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-CMU", "MPL-2.0",
    "PSF-2.0",
}  # fmt: skip
"""Licenses that let anybody build, change and publish the site."""
TESTS_ONLY = {"Artistic-1.0-Perl", "LGPL-2.1-or-later"}
"""For programs that only run beside the code, and are in nothing that we publish."""
ROW = re.compile(r"^\| (\S+) \| (\S+) \| (.+) \| (the site|tests) \|$", re.MULTILINE)
LISTED = ROW.findall((ROOT / "docs/dependencies.md").read_text("utf-8"))


def fits(license_: str, allowed: set[str]) -> bool:
    """Whether an SPDX expression asks nothing more: all of AND, one of OR."""
    return all(
        any(choice in allowed for choice in part.split(" OR ")) for part in license_.split(" AND ")
    )


def pins(lock: str) -> set[tuple[str, str]]:
    """Every version that a lock file may install, of every package."""
    words = (ROOT / lock).read_text("utf-8")
    return set(re.findall(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", words, re.MULTILINE))


def test_every_locked_package_is_listed_with_its_version() -> None:
    listed = {(name, version) for name, version, _, _ in LISTED}
    assert {name for name, _ in listed} == {*locked(ROOT / "requirements-test.lock")}
    assert listed <= pins("requirements-test.lock"), "Run: make sbom"


def test_every_license_is_one_that_we_can_take() -> None:
    refused = [
        (name, license_)
        for name, _, license_, use in LISTED
        if not fits(license_, ALLOWED | TESTS_ONLY if use == "tests" else ALLOWED)
    ]
    assert refused == []


def test_the_bill_of_materials_is_what_builds_the_site() -> None:
    bill = json.loads((ROOT / "docs/sbom.cdx.json").read_text("utf-8"))
    made_of = {(name_of(each), each["version"]) for each in bill["components"]}
    assert {name for name, _ in made_of} == {*locked(ROOT / "requirements.lock")}
    assert made_of <= pins("requirements.lock"), "Run: make sbom"
    assert "timestamp" not in bill["metadata"]
    assert "serialNumber" not in bill


def test_each_direct_dependency_says_why_it_is_here() -> None:
    words = (ROOT / "pyproject.toml").read_text("utf-8")
    project = tomllib.loads(words)["project"]
    direct = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    unsaid = [each for each in direct if not re.search(rf'"{re.escape(each)}", +# \w', words)]
    assert unsaid == []
