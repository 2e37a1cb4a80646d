"""A made-up world of any size: states beside each other, all of one shape."""

from __future__ import annotations

import shutil
from pathlib import Path

LICENSES = 8
PATHWAYS = 40
PAGES_A_STATE = LICENSES + 2 * PATHWAYS + 10
"""With plans, indexes and tables."""


def write_world(root: Path, tiny: Path, states: int) -> None:
    """Copy the tiny world and add states of eight licenses and forty pathways each."""
    shutil.copytree(tiny / "data", root / "data")
    shutil.copytree(tiny / "content", root / "content")
    for number in range(states):
        _state(root / f"data/states/land-{number}", number)


def _state(folder: Path, number: int) -> None:
    (folder / "licenses").mkdir(parents=True)
    (folder / "pathways").mkdir()
    state = f"name: Land {number}\nboard: Board of Land {number}\ncoverage: partial\n"
    (folder / "state.yml").write_text(state, "utf-8")
    for each in range(LICENSES):
        (folder / f"licenses/permit-{each}.yml").write_text(_license(number, each), "utf-8")
    for each in range(PATHWAYS):
        words = _pathway(f"land-{number}/permit-{each % LICENSES}", each)
        (folder / f"pathways/way-{each}.yml").write_text(words, "utf-8")


def _claim(name: str, says: str) -> str:
    return (
        f"  - id: {name}\n    says: {says}\n    standing: confirmed\n"
        f"    cites: [{{source: law, at: § {len(says)}}}]\n"
    )


def _license(state: int, number: int) -> str:
    many = "".join(_claim(f"limit-{each}", f"You keep to rule {each} of it.") for each in range(12))
    return (
        f"name: Permit {number} of Land {state}\nshort_name: Permit {number}\nkind: permit\n"
        f"purpose:\n{_claim('train', 'The permit lets you train at one host.')}"
        "contact:\n  id: hands\n  says: You act under supervision.\n"
        "  ceiling: {student: supervised, graduate: supervised}\n  standing: confirmed\n"
        f"  cites: [{{source: law, at: § 7}}]\nrequires: [number]\nlimits:\n{many}"
    )


def _pathway(license_: str, number: int) -> str:
    use, level = ("rotation", "student") if number % 2 else ("watching", "graduate")
    contact = "supervised" if number % 2 else "observation"
    notes = "".join(_claim(f"note-{each}", f"You mind point {each} of it.") for each in range(8))
    return (
        f"visa: v-1\nuse: {use}\nlicense: {license_}\nlevels: [{level}]\ncontact: {contact}\n"
        f"reading: derived\nnotes:\n{notes}"
    )
