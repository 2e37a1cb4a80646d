"""Our pages as MkDocs sees them: files without Markdown, pages whose HTML is ready."""

from __future__ import annotations

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.render.html import Heading, Rendered

WIDE = {"home", "compare", "plan"}
"""Families that need the room."""
EXCLUDED = {"search": {"exclude": True}}
FEW_HEADINGS = 3
"""A page with fewer needs no table of contents, and its tables get the room."""


def escaped(words: str) -> str:
    """Words as HTML: the theme's templates print titles and descriptions as they get them."""
    return str(escape(words))


class DataFile(File):
    """A file that exists only in memory; under serve it is written again only if it changed."""

    changed = True

    def is_modified(self) -> bool:
        """Whether the page differs from the one that was served last."""
        return self.changed


class DataPage(Page):
    """A page whose HTML we made; MkDocs puts the theme around it."""

    def __init__(self, made: Rendered, file: File, config: MkDocsConfig) -> None:
        title = made.page.menu[-1] if made.page.menu else made.page.title
        super().__init__(escaped(title), file, config)
        self.made = made
        self.hub: DataPage | None = None
        self.update_date = made.page.checked.modified if made.page.checked else ""
        self.head = made.head

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown."""
        page = self.made.page
        self.markdown = ""
        few = len(self.made.headings) < FEW_HEADINGS or page.family in WIDE
        hidden = {"hide": ["toc"]} if few else {}
        said = {"title": escaped(page.title), "description": escaped(page.description)}
        self.meta = {**said, **EXCLUDED, **hidden}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The HTML and the table of contents are ready."""
        self.content = self.made.html
        self.toc = TableOfContents([_anchor(heading) for heading in self.made.headings])


def _anchor(heading: Heading) -> AnchorLink:
    link = AnchorLink(escaped(heading.title), heading.id, heading.level)
    link.children = [_anchor(child) for child in heading.children]
    return link
