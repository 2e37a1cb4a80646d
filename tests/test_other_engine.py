"""The pages outlive the engine: another one builds them from a folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from generator.build import Composed
from tests.sites import ROOT, Built, pathways


def test_another_engine_builds_the_same_pages(tmp_path: Path, real_composed: Composed) -> None:
    done = pathways("write", str(tmp_path), at=ROOT)
    assert done.returncode == 0, done.stderr
    built = subprocess.run(
        [Path(sys.executable).parent / "zensical", "build", "--strict"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    site = Built(tmp_path / "site")
    for page in real_composed.pages:
        root = site.pages[f"{page.url}index.html"]
        assert root.xpath("string(//h1)").startswith(page.title)
        anchors = {section.id for section in page.sections}
        assert anchors <= set(root.xpath("//@id")), page.id
    ours = [each for each in site.broken_links() if "search" not in each]
    assert ours == []
