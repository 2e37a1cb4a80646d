from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.server import serving
from tests.sites import Built


@pytest.fixture(scope="session")
def address(site: Built) -> Iterator[str]:
    with serving(site.folder) as home:
        yield home
