"""Where a run of letters may break that no line can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONG = re.compile(r"[^\s/?&=.,;:_-]{36,}")
_PIECE = 12


def breakable(words: str) -> str:
    """Words with places to break a run of letters that no line may hold."""
    return _LONG.sub(lambda run: "\u200b".join(_pieces(run[0])), words)


def _pieces(run: str) -> Iterator[str]:
    yield from (run[at : at + _PIECE] for at in range(0, len(run), _PIECE))
