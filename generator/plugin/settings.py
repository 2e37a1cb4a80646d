"""The plugin's options in mkdocs.yml."""

from __future__ import annotations

import re

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError


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
    pdf = c.Choice(("build", "always", "never"), default="build")
    pdf_kept = c.Type(str, default=".build/pdf")
