"""The program: ``pathways check | build | serve | write | diff | release | describe``."""

from __future__ import annotations

import gc
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click

from generator.problems import ProblemsError, count_problems, report
from generator.yaml_file import line_of

DATA, CONTENT, SETTINGS = Path("data"), Path("content"), Path("mkdocs.yml")
ASSETS = Path("site_overrides/assets")


def _fail(error: ProblemsError, done: str, root: Path = Path()) -> NoReturn:
    click.echo(report(error.problems, root, line_of), err=True)
    click.echo(f"{count_problems(error.problems)} {done}", err=True)
    sys.exit(1)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Turn data about US visas and California licenses into a site."""


@main.command()
def check() -> None:
    """Check ./data and ./content, and say everything that is wrong."""
    from generator.build import compose
    from generator.derive.citations import parts_cited

    try:
        composed = compose(DATA, CONTENT)
    except ProblemsError as error:
        _fail(error, "Nothing was changed.")
    records = sum(each.noun != "published" for each in composed.dataset.everything())
    click.echo(f"{records} records and {len(composed.pages)} pages, no problems.")
    for source, (cited, total) in parts_cited(composed.dataset).items():
        click.echo(f"{cited} of {total} statements of {source} are cited.")


@main.command()
@click.option("--as-of", metavar="DAY", default="", help="Speak as of an earlier day: 2026-01-31.")
@click.option(
    "--no-pdf",
    is_flag=True,
    help="Leave out what takes long: the printed guides, and the copy to read offline.",
)
def build(no_pdf: bool, as_of: str) -> None:
    """Build the site into ./site; on a problem leave it as it is."""
    if no_pdf:
        os.environ["PATHWAYS_PDF"] = "never"
    if as_of:
        os.environ["PATHWAYS_AS_OF"] = as_of
    gc.disable()  # records and pages live until the end: looking for garbage costs a tenth of it
    from generator.finish import finish
    from generator.finish.errors import FinishError
    from generator.finish.swap import recover, swap_in
    from generator.plugin.run import build_site

    site, work = Path("site"), Path(".build")
    recover(site, work)
    copy = build_site(SETTINGS, work / "site")
    try:
        finish(work / "site", copy)
    except FinishError as error:
        click.echo(f"{error}. site/ is as it was.", err=True)
        sys.exit(1)
    swap_in(work / "site", site, work)
    embeds = sum(1 for _ in site.glob("embed/**/*.html"))
    pages = sum(1 for _ in site.rglob("*.html")) - embeds
    files = sum(path.is_file() for path in site.glob("downloads/**/*"))
    more = [f"{embeds} embeds"] * bool(embeds) + [f"{files} files to download"] * bool(files)
    click.echo(f"Built site/ with {' and '.join([f'{pages} pages', *more])}.")


@main.command()
@click.option("--address", default="127.0.0.1:8000", help="Where to listen.")
@click.option("--pdf", is_flag=True, help="Print the guides too, after each edit.")
def serve(address: str, pdf: bool) -> None:
    """Show the site on this machine; every edit appears by itself."""
    if pdf:
        os.environ["PATHWAYS_PDF"] = "always"
    from generator.plugin.run import serve_site

    serve_site(SETTINGS, address)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def write(folder: Path) -> None:
    """Write the pages into FOLDER, for another engine to build."""
    from generator.build import compose
    from generator.publish.folder import is_ours, write_folder

    try:
        made = compose(DATA, CONTENT)
    except ProblemsError as error:
        _fail(error, "Nothing was written.")
    if (folder / "mkdocs.yml").exists() and not is_ours(folder):
        click.echo(f"{folder}/ holds another project. Name an empty folder.", err=True)
        sys.exit(1)
    count = write_folder(
        made.pages, made.links, made.files(), Path("site_overrides/assets"), folder
    )
    click.echo(f"Wrote {count} pages into {folder}/.")


@main.command()
@click.argument("old", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("new", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the note; else today.")
def diff(old: Path, new: Path, day: datetime | None) -> None:
    """Say what differs between two editions, OLD and NEW: projects, or their data folders."""
    from generator.build import draft
    from generator.publish.difference import Edition, difference

    editions = []
    for folder in (old, new):
        project = folder if (folder / DATA).is_dir() else folder.parent
        data = folder / DATA if project is folder else folder
        try:
            composed, _ = draft(data, project / CONTENT)
        except ProblemsError as error:
            _fail(error, f"{folder} cannot be compared.", project)
        editions.append(Edition(composed.dataset, composed.pages))
    click.echo(difference(editions[0], editions[1], (day or datetime.now()).date()))


@main.command()
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day of release; else today.")
def release(day: datetime | None) -> None:
    """Write data/published.yml: what readers may link and cite from now on."""
    from generator.build import compose
    from generator.derive.changes import released, written
    from generator.publish.redirects import released_pages

    try:
        made = compose(DATA, CONTENT)
    except ProblemsError as error:
        _fail(error, "Nothing was released.")
    on = (day or datetime.now()).date()
    published = released(made.dataset, *released_pages(made.dataset, made.pages), on)
    path = DATA / "published.yml"
    path.write_text(written(published), "utf-8")
    changed = sum(each.since == on for each in published.values())
    click.echo(f"{path}: {len(published)} public ids, {changed} of them new or changed.")


@main.command()
def describe() -> None:
    """Write data/schemas/ and data/README.md again from the models."""
    from generator.load import load
    from generator.publish.data_guide import data_guide
    from generator.publish.schemas import schemas

    try:
        dataset = load(DATA)
    except ProblemsError as error:
        _fail(error, "Nothing was written.")
    folder = DATA / "schemas"
    folder.mkdir(exist_ok=True)
    for name, words in schemas(dataset).items():
        (folder / name).write_text(words, "utf-8")
    (DATA / "README.md").write_text(data_guide(), "utf-8")
    click.echo("Wrote data/schemas/ and data/README.md.")


if __name__ == "__main__":
    main()
