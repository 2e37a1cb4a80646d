from __future__ import annotations

from pathlib import Path

import pytest

from generator.finish.headers import EVERYWHERE, READ_BY_ALL, UNFRAMED, headers
from tests.conftest import ROOT
from tests.sites import Built

HOSTING = (ROOT / "docs/hosting.md").read_text("utf-8")


def said(words: str) -> dict[str, list[str]]:
    """The headers of each path."""
    found: dict[str, list[str]] = {}
    for line in words.splitlines():
        if line.startswith("/"):
            here = found.setdefault(line, [])
        elif line:
            here.append(line.strip())
    return found


def test_only_embeds_may_stand_in_a_frame(tmp_path: Path) -> None:
    for name in ("visas", "embed", "assets", "api"):
        (tmp_path / name).mkdir()
    (tmp_path / "index.html").touch()
    rules = said(headers(tmp_path))
    closed = "Content-Security-Policy: frame-ancestors 'none'"
    assert {path for path, lines in rules.items() if closed in lines} == {
        *("/", "/index.html", "/visas/*", "/api/*")
    }
    assert "X-Content-Type-Options: nosniff" in rules["/*"]
    assert "Access-Control-Allow-Origin: *" in rules["/api/*"]


def test_every_folder_of_the_real_site_has_its_rule(site: Built) -> None:
    rules = said((site.folder / "_headers").read_text("utf-8"))
    folders = {path.name for path in site.folder.iterdir() if path.is_dir()}
    assert {f"/{each}/*" for each in folders - {"assets", "embed"}} <= rules.keys()


@pytest.mark.parametrize("rule", [*EVERYWHERE.items(), *UNFRAMED.items(), *READ_BY_ALL.items()])
def test_the_samples_for_other_hosts_say_the_same(rule: tuple[str, str]) -> None:
    name, value = rule
    assert HOSTING.count(name) >= 2
    assert HOSTING.count(f'"{value}"') >= 2
