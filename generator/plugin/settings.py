"""What mkdocs.yml may tell the plugin."""

from __future__ import annotations

from datetime import date

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from generator.problems import Problem, ProblemsError


class PathwaysConfig(Config):
    """The plugin's options in mkdocs.yml."""

    data_dir = c.Dir(default="data")
    repository_url = c.Type(str, default="")
    as_of = c.Type((str, date), default="")
    pdf = c.Choice(("build", "always", "never"), default="build")
    pdf_kept = c.Type(str, default=".build/pdf")


def day_of(raw: object) -> date | None:
    """The day as of which to build, as YAML reads it; none: the newest in the data.

    Raises:
        ProblemsError: If it is not a day.
    """
    if isinstance(raw, date):
        return raw
    try:
        return date.fromisoformat(str(raw)) if raw else None
    except ValueError:
        message = f'it cannot be shown as of "{raw}".'
        raise ProblemsError([Problem("data", message, tip="Write 2026-01-31.", line=0)]) from None
