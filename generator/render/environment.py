"""Jinja as every template of ours uses it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

TEMPLATES = Path(__file__).parents[1] / "templates"


def quoted(words: str) -> Markup:
    """Words as an attribute in single quotes: JSON, full of double ones, stays short."""
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;")
    return Markup(f"'{safe}'")


@cache
def environment() -> Environment:
    """The Jinja environment: autoescape, and no name may be undefined.

    A template is read once; who edits templates clears this cache.
    """
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["quoted"] = quoted
    made.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    return made
