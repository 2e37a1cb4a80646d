"""``make sbom``: what the site is built with, for machines and for people.

    python -m bench.dependencies ENVIRONMENT

ENVIRONMENT is what cyclonedx-py found in .venv. Of it docs/sbom.cdx.json keeps what builds the
site, and docs/dependencies.md lists all, with what the tests need. The same packages give the same
bytes.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

SBOM, LIST = Path("docs/sbom.cdx.json"), Path("docs/dependencies.md")
SAID = {
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""What older packages say, by the names of SPDX."""
READ = {
    "axe-playwright-python": "MIT AND MPL-2.0",  # its LICENSE; the script inside says MPL-2.0
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",  # its "License" field
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",  # its LICENSE: one of three
    "text-unidecode": "Artistic-1.0-Perl OR GPL-2.0-or-later",  # its classifiers: one of two
}
"""Licenses that no program can tell from the packages, as they were read."""
HEAD = """# Dependencies

Every package that is locked, made by `make sbom`; do not edit it.
Why each direct one is here stands in `pyproject.toml`.
[sbom.cdx.json](sbom.cdx.json) lists those that build the site, as CycloneDX.

| package | version | license | for |
| --- | --- | --- | --- |
"""


def locked(lock: Path) -> dict[str, str]:
    """Every package of a lock file and its version."""
    return dict(
        re.findall(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", lock.read_text("utf-8"), re.MULTILINE)
    )


def name_of(component: dict[str, Any]) -> str:
    """The name of a package as lock files write it."""
    return re.sub(r"[-_.]+", "-", component["name"]).lower()


def license_of(component: dict[str, Any]) -> str:
    """The license of a package as an SPDX expression."""
    said = [
        each.get("expression") or each["license"].get("id") or each["license"]["name"]
        for each in component.get("licenses", ())
    ]
    names = [SAID.get(each, each) for each in said]
    return READ.get(name_of(component)) or " AND ".join(dict.fromkeys(names))


def bill(environment: dict[str, Any], names: set[str]) -> dict[str, Any]:
    """The bill of materials of some packages alone."""
    kept = [each for each in environment["components"] if name_of(each) in names]
    refs = {each["bom-ref"] for each in (*kept, environment["metadata"]["component"])}
    linked = [
        {**each, "dependsOn": [ref for ref in each.get("dependsOn", ()) if ref in refs]}
        for each in environment["dependencies"]
        if each["ref"] in refs
    ]
    return {**environment, "components": kept, "dependencies": linked}


def main(found: Path) -> None:
    """Write both files."""
    environment = json.loads(found.read_text("utf-8"))
    site, tests = (locked(Path(each)) for each in ("requirements.lock", "requirements-test.lock"))
    written = json.dumps(bill(environment, {*site}), indent=1, ensure_ascii=False)
    SBOM.write_text(f"{written}\n", "utf-8")
    rows = sorted(
        f"| {name_of(each)} | {each['version']} | {license_of(each)} | "
        f"{'the site' if name_of(each) in site else 'tests'} |\n"
        for each in environment["components"]
        if name_of(each) in tests
    )
    LIST.write_text(HEAD + "".join(rows), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
