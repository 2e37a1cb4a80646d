"""The program: ``pathways check | build | serve | write DIR | describe``."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import click

from generator.problems import ProblemsError, count_problems, report
from generator.yaml_file import line_of

DATA, CONTENT, SETTINGS = Path("data"), Path("content"), Path("mkdocs.yml")


def _fail(error: ProblemsError, done: str) -> None:
    click.echo(report(error.problems, Path(), line_of), err=True)
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
        return
    records = sum(1 for _ in composed.dataset.everything())
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
    pages = sum(1 for _ in site.rglob("*.html"))
    files = sum(path.is_file() for path in site.glob("downloads/**/*"))
    click.echo(f"Built site/ with {pages} pages{f' and {files} files to download' * bool(files)}.")


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
        return
    if (folder / "mkdocs.yml").exists() and not is_ours(folder):
        click.echo(f"{folder}/ holds another project. Name an empty folder.", err=True)
        sys.exit(1)
    count = write_folder(made.pages, made.links, made.files, Path("site_overrides/assets"), folder)
    click.echo(f"Wrote {count} pages into {folder}/.")


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
        return
    folder = DATA / "schemas"
    folder.mkdir(exist_ok=True)
    for name, words in schemas(dataset).items():
        (folder / name).write_text(words, "utf-8")
    (DATA / "README.md").write_text(data_guide(), "utf-8")
    click.echo("Wrote data/schemas/ and data/README.md.")


if __name__ == "__main__":
    main()
