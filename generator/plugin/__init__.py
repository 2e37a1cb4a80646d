"""MkDocs events <-> build(): the only package that knows MkDocs."""

from __future__ import annotations

import importlib.metadata
import shutil
import sys
from pathlib import Path
from typing import Any, Literal

import jinja2
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.build import Built, build
from generator.plugin.compiled import CompiledTemplates
from generator.plugin.pages import DataFile, DataPage, escaped
from generator.plugin.settings import PathwaysConfig, day_of
from generator.problems import Problem, ProblemsError, count_problems, report
from generator.publish.files import source_uri, write_files
from generator.publish.pdf.press import Press
from generator.render.environment import TEMPLATES, environment
from generator.render.html import Rendered
from generator.render.links import Addresses
from generator.yaml_file import line_of

__all__ = ["PathwaysPlugin"]


class PathwaysPlugin(BasePlugin[PathwaysConfig]):
    """Builds everything before MkDocs touches the site, then hands the pages over."""

    def __init__(self) -> None:
        self.serving = False
        self.built: Built | None = None
        self.problems = ""
        self.served: dict[str, int] = {}
        self.look: dict[Path, int] = {}
        self.compiled = CompiledTemplates()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Defined so that MkDocs keeps this instance, and the last good pages, across rebuilds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the data, the templates and the theme's overrides too."""
        config.watch += [self.config.data_dir, str(TEMPLATES), *config.theme.dirs[:1]]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build before MkDocs empties its folder; on a problem stop, or keep the last pages."""
        root = Path(self.config.data_dir).parent
        same_look = self._same_look(config)
        try:
            data, content = Path(self.config.data_dir), Path(config.docs_dir)
            addresses = self._addresses(config)
            earlier = self.built if same_look else None
            day = day_of(self.config.as_of)
            self.built = build(data, content, addresses, earlier, self._press(config), day)
            self.problems = ""
        except ProblemsError as error:
            self._stop(error.problems, root)
        except jinja2.TemplateError as error:
            self._stop((_in_template(error),), root)
        except Exception as error:
            if not self.serving:
                raise
            self._stop((Problem("generator/", f"{type(error).__name__}: {error}.", line=0),), root)
        config.nav = _menu(self.built.menu) if self.built else None

    def _addresses(self, config: MkDocsConfig) -> Addresses:
        """Where everything lives; pictures for links are drawn only for a site with an address."""
        ours, site = self.config, config.site_url or ""
        drawn = bool(site) and not self.serving
        return Addresses(site, ours.repository_url, config.site_name, drawn, ours.contact)

    def _press(self, config: MkDocsConfig) -> Press | None:
        """What prints the guides: not while somebody edits, unless asked."""
        if self.config.pdf == "never" or (self.serving and self.config.pdf == "build"):
            return None
        kept = Path(config.config_file_path).parent / self.config.pdf_kept
        version = importlib.metadata.version("clinical-training-pathways")
        return Press(kept, config.site_name, config.site_url or "", version)

    def _same_look(self, config: MkDocsConfig) -> bool:
        """Whether templates and overrides are as they were; if not, every page is made again."""
        folders = (TEMPLATES, *map(Path, config.theme.dirs[:1]))
        look = {path: path.stat().st_mtime_ns for folder in folders for path in folder.rglob("*.*")}
        same = look == self.look
        if not same:
            self.served.clear()
            environment.cache_clear()
        self.look = look
        return same and self.serving

    def _stop(self, problems: tuple[Problem, ...], root: Path) -> None:
        self.problems = report(problems, root, line_of)
        kept = "The last good pages stay." if self.serving else "Nothing was built; "
        site = "" if self.serving else "site/ is as it was."
        sys.stderr.write(f"{self.problems}\n{count_problems(problems)} {kept}{site}\n")
        if not self.serving:
            raise SystemExit(1)

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the theme's compiled templates from one build to the next; give it the contact."""
        env.globals["pathways_contact"] = self._addresses(config).write("Page not found")
        env.bytecode_cache = self.compiled

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace the Markdown files by our pages."""
        for file in list(files.documentation_pages()):
            files.remove(file)
        if self.built is None:
            files.append(DataFile.generated(config, "index.md", content="# Problems"))
            return files
        menu = tuple((made.page.url, made.page.menu) for made in self.built.menu)
        hubs = {url for url, _ in menu}
        for made in self.built.pages:
            file = self._file(made, config, hub=made.page.url in hubs)
            seen = hash(
                (made.html, made.head, made.page.title, made.page.description, menu, self.problems)
            )
            file.changed = self.served.get(file.dest_uri) != seen
            self.served[file.dest_uri] = seen
            files.append(file)
        self._forget({file.dest_uri for file in files}, Path(config.site_dir))
        return files

    def _forget(self, now: set[str], site: Path) -> None:
        """A page whose file is gone is served no more."""
        for page in self.served.keys() - now:
            (site / page).unlink(missing_ok=True)
            del self.served[page]

    def _file(self, made: Rendered, config: MkDocsConfig, *, hub: bool) -> DataFile:
        uri = source_uri(made.page.url, hub=made.page.family == "index")
        level = InclusionLevel.INCLUDED if hub else InclusionLevel.NOT_IN_NAV
        file: Any = DataFile.generated(config, uri, content="", inclusion=level)
        file.page = DataPage(made, file, config)
        found: DataFile = file
        return found

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put each page below its hub's section, and nothing before or after it."""
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
                page.hub = None if page.made.page.menu else hub
        return nav

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Mark the hub of a page in the menu, as the page itself does not stand there."""
        if isinstance(page, DataPage) and page.hub:
            page.hub.active = True
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Unmark the hub."""
        if isinstance(page, DataPage) and page.hub:
            page.hub.active = False
        return output

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Under serve, problems stand on top of the last good page."""
        if not self.problems:
            return html
        state = "This page is as it was before the last edit. Mend these first:"
        if not self.built:
            state = "Nothing could be built. Mend these first:"
        banner = Markup(
            '<div class="ctp-problems" role="alert"><p>{}</p><pre>{}</pre></div>'
        ).format(state, self.problems)
        return str(banner) + html

    def on_build_error(self, *, error: Exception) -> None:
        """What was not written was not served."""
        self.served.clear()

    @event_priority(50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write our further files and search entries, before the search plugin writes its index."""
        for each in self.built.printed if self.built else ():
            path = Path(config.site_dir, "downloads", each.name)
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(each.kept, path)
        if self.built:
            write_files(self.built.files, Path(config.site_dir))
        search: Any = config.plugins.get("material/search") or config.plugins.get("search")
        if search and self.built:
            search.search_index.entries += [
                {
                    "location": entry.location,
                    "title": str(escape(entry.title)),
                    "text": str(escape(entry.text)),
                    "boost": entry.boost,
                    **(
                        {"tags": [str(escape(name)) for name in entry.names]} if entry.names else {}
                    ),
                }
                for entry in self.built.search
            ]


def _in_template(error: jinja2.TemplateError) -> Problem:
    """A mistake in a template, as a problem of its file."""
    name = getattr(error, "name", None) or "?"
    line = getattr(error, "lineno", None) or 0
    file = f"generator/templates/{name}"
    return Problem(file, f"{error}.", tip="Mend the template.", line=line)


def _menu(hubs: tuple[Rendered, ...]) -> list[Any]:
    """The hubs as MkDocs nests them: home first, the rest in the order of the pages."""
    menu: list[Any] = []
    sections: dict[str, list[Any]] = {}
    for made in sorted(hubs, key=lambda made: made.page.family != "home"):
        *above, name = map(escaped, made.page.menu)
        here = menu
        for section in above:
            if section not in sections:
                sections[section] = []
                menu.append({section: sections[section]})
            here = sections[section]
        here.append({name: source_uri(made.page.url, hub=made.page.family == "index")})
    return menu
