"""MkDocs events <-> build(): the only module that knows MkDocs."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Any, Literal

import jinja2
from markupsafe import Markup
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import config_options as c
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.build import Built, build
from generator.problems import Problem, ProblemsError, count_problems, report
from generator.publish.names import source_uri
from generator.render.html import TEMPLATES, Heading, Rendered
from generator.yaml_file import line_of

EXCLUDED = {"search": {"exclude": True}}


class PathwaysConfig(Config):
    """The plugin's options in mkdocs.yml."""

    data_dir = c.Dir(default="data")
    repository_url = c.Type(str, default="")
    contact = c.Type(str, default="")


class DataPage(Page):
    """A page whose HTML we made; MkDocs puts the theme around it."""

    def __init__(self, made: Rendered, file: File, config: MkDocsConfig, day: str) -> None:
        super().__init__(made.page.short_title or made.page.title, file, config)
        self.made = made
        self.update_date = day

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown."""
        page = self.made.page
        self.markdown = ""
        self.meta = {"title": page.title, "description": page.description, **EXCLUDED}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The HTML and the table of contents are ready."""
        self.content = self.made.html
        self.toc = TableOfContents([_anchor(heading) for heading in self.made.headings])


def _anchor(heading: Heading) -> AnchorLink:
    link = AnchorLink(heading.title, heading.id, heading.level)
    link.children = [_anchor(child) for child in heading.children]
    return link


class PathwaysPlugin(BasePlugin[PathwaysConfig]):
    """Builds everything before MkDocs touches the site, then hands the pages over."""

    def __init__(self) -> None:
        self.serving = False
        self.built: Built | None = None
        self.problems = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Defined so that MkDocs keeps this instance, and the last good pages, across rebuilds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the data and the templates too."""
        config.watch += [self.config.data_dir, str(TEMPLATES)]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build before MkDocs empties its folder; on a problem stop, or keep the last pages."""
        try:
            self.built = build(Path(self.config.data_dir), Path(config.docs_dir))
            self.problems = ""
        except ProblemsError as error:
            self._stop(error.problems, Path(self.config.data_dir).parent)
        except jinja2.TemplateError as error:
            name = getattr(error, "name", None) or "?"
            line = getattr(error, "lineno", 0) or 0
            file = f"generator/templates/{name}"
            problem = Problem(file, f"{error}.", tip="Mend the template.", line=line)
            self._stop((problem,), Path(self.config.data_dir).parent)
        if self.built:
            config.nav = _menu(self.built)

    def _stop(self, problems: tuple[Problem, ...], root: Path) -> None:
        self.problems = report(problems, root, line_of)
        if self.serving:
            logging.getLogger("mkdocs.plugins.pathways").error("\n%s", self.problems)
            return
        done = f"{count_problems(problems)} Nothing was built; site/ is as it was."
        sys.stderr.write(f"{self.problems}\n{done}\n")
        raise SystemExit(1)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace the Markdown files by our pages."""
        for file in list(files.documentation_pages()):
            files.remove(file)
        if self.built is None:
            config.nav = None
            files.append(self._problem_page(config))
            return files
        day = self.built.as_of.isoformat()
        menu = {page.url for page in self.built.menu}
        for made in self.built.pages:
            hub = made.page.url in menu
            file = File.generated(
                config,
                source_uri(made.page.url, hub=made.page.family == "index"),
                content="",
                inclusion=InclusionLevel.INCLUDED if hub else InclusionLevel.NOT_IN_NAV,
            )
            file.page = DataPage(made, file, config, day)
            if made.page.file and self.config.repository_url:
                address = self.config.repository_url.rstrip("/")
                file.page.edit_url = f"{address}/edit/main/{made.page.file}"
            files.append(file)
        return files

    def _problem_page(self, config: MkDocsConfig) -> File:
        """The page that serve shows while there has never been a good build."""
        return File.generated(config, "index.md", content="# Problems\n\nSee above.")

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put each page below its hub, so that the menu shows where the reader is."""
        pages = {
            file.page.made.page.id: file.page
            for file in files.documentation_pages()
            if isinstance(file.page, DataPage)
        }
        for page in pages.values():
            page.previous_page = page.next_page = None
            hub = pages.get(page.made.page.parent)
            if hub:
                page.parent = hub.parent
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Under serve, problems stand on top of the last good page."""
        if not self.problems:
            return html
        banner = Markup(
            '<div class="ctp-problems" role="alert"><p>This page is as it was before the last '
            "edit. Mend these first:</p><pre>{}</pre></div>"
        ).format(self.problems)
        return str(banner) + html

    @event_priority(50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put our own entries into the search index, before the search plugin writes it."""
        search: Any = config.plugins.get("material/search") or config.plugins.get("search")
        if search and self.built:
            search.search_index.entries += [
                {
                    "location": entry.location,
                    "title": entry.title,
                    "text": str(Markup.escape(entry.text)),
                    "boost": entry.boost,
                }
                for entry in self.built.search
            ]


def _menu(built: Built) -> list[Any]:
    """The hubs: home first, a state's hubs together."""
    menu: list[Any] = []
    states: dict[str, list[Any]] = {}
    ordered = sorted(built.menu, key=lambda page: page.family != "home")
    for page in ordered:
        entry = {page.short_title or page.title: source_uri(page.url, hub=page.family == "index")}
        state, _, below = page.url.rstrip("/").partition("/")
        if page.family == "index" and below:
            if state not in states:
                states[state] = []
                menu.append({state.replace("-", " ").title(): states[state]})
            states[state].append(entry)
        else:
            menu.append(entry)
    return menu


def build_site(config_file: Path, site: Path) -> None:
    """Build the site strictly into a folder.

    Raises:
        SystemExit: With status 1, after every problem was printed.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    config = load_config(str(config_file), site_dir=str(site), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    config.plugins.on_shutdown()


def serve_site(config_file: Path, address: str) -> None:
    """Serve the site on this machine, and build it again after each edit."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    mkdocs_serve(str(config_file), dev_addr=address, livereload=True)
