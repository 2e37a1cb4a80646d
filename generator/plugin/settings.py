"""The plugin's options in mkdocs.yml."""

from __future__ import annotations

import re
from datetime import date

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError

from generator.problems import Problem, ProblemsError


class Contact(c.Type[str]):
    """A mail address or an https address."""

    def run_validation(self, value: object) -> str:
        """Refuse what is neither."""
        found = super().run_validation(value)
        if found and not re.fullmatch(r"[^@\s/?&]+@[^@\s/?&]+\.[^@\s/?&]+|https://\S+", found):
            raise ValidationError(f'"{found}" is neither a mail address nor an https address.')
        return found


class PathwaysConfig(Config):
    """The plugin's options in mkdocs.yml."""

    data_dir = c.Dir(default="data")
    repository_url = c.Type(str, default="")
    contact = Contact(str, default="")
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
