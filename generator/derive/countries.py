"""What countries are called: we keep codes, the names come from CLDR."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel import Locale


@cache
def _territories() -> dict[str, str]:
    names: dict[str, str] = dict(Locale("en").territories)
    return names


def country_names(codes: Iterable[str]) -> tuple[str, ...]:
    """The English names of some country codes, sorted; a code without a name stands as it is."""
    return tuple(sorted(_territories().get(code, code) for code in codes))
