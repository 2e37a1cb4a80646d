"""What countries are called: we keep codes, the names come from CLDR."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from babel import Locale


@cache
def _territories() -> dict[str, str]:
    names: dict[str, str] = dict(Locale("en").territories)
    return names


ALSO: Mapping[str, tuple[str, ...]] = {
    "CD": ("Democratic Republic of the Congo", "DRC"),
    "CI": ("Ivory Coast",),
    "CG": ("Republic of the Congo",),
    "CV": ("Cabo Verde",),
    "CZ": ("Czech Republic",),
    "GB": ("UK", "Great Britain"),
    "MK": ("Macedonia",),
    "MM": ("Burma",),
    "PS": ("Palestine",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TR": ("Turkey",),
    "US": ("USA", "United States of America"),
    "VA": ("Holy See",),
}
"""Names that people type and that CLDR's English names do not hold."""


def country_name(code: str) -> str:
    """The English name of a country code; a code without a name stands as it is."""
    return _territories().get(code, code)


def country_names(codes: Iterable[str]) -> tuple[str, ...]:
    """The English names of some country codes, sorted; a code without a name stands as it is."""
    return tuple(sorted(map(country_name, codes)))
