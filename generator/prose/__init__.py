"""content/*.md -> sections and blocks.

CommonMark without raw HTML. ``[[b-1]]`` or ``[[b-1|these words]]`` links a record or a page,
``[[bpc-2111 @ § 2111(a)]]`` cites a source, ``::: name`` alone on a line takes a named block.
Anything else that Markdown can do and a block cannot say is a problem with its line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.model.blocks import Block
from generator.model.document import Section
from generator.problems import Problem, ProblemsError, nearest
from generator.prose.markdown import FileProblems, Lookups, MarkdownReader
from generator.yaml_file import UnreadableError, parse_yaml, read_text

NEEDED = ("title", "description")
FIELDS = {
    "title": "Write words.",
    "description": "Write words.",
    "menu": "Write the section of the menu, or no, or leave it out.",
}


@dataclass(frozen=True)
class ProsePage:
    """A page written by hand."""

    id: str
    file: str
    title: str
    description: str
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    menu: tuple[str, ...]


def read_prose(content: Path, lookups: Lookups) -> tuple[ProsePage, ...]:
    """Read every page of a content folder.

    Args:
        content: The folder, such as ``content/``.
        lookups: What ids, sources and named blocks are.

    Raises:
        ProblemsError: With every problem in every file.
    """
    pages: list[ProsePage] = []
    problems: list[Problem] = []
    for path in sorted(path for path in content.rglob("*") if not path.is_dir()):
        inside = path.relative_to(content)
        file = FileProblems(f"{content.name}/{inside.as_posix()}")
        if path.name.startswith("."):
            continue
        try:
            _refuse_name(inside, file)
            pages.append(_page(path, inside, MarkdownReader(lookups, file)))
        except ProblemsError as error:
            problems += error.problems
    if problems:
        raise ProblemsError(problems)
    return tuple(pages)


def _refuse_name(inside: Path, file: FileProblems) -> None:
    """Only Markdown files, and none that a web server takes for a folder's own page."""
    if inside.suffix != ".md":
        file.say(0, "only .md files are read here.", "Move it, or rename it.")
    elif inside.stem.lower() in {"index", "readme"} and inside != Path("index.md"):
        file.say(0, "this name is taken by its folder's page.", "Rename it.")
    if file:
        raise ProblemsError(file)


def _page(path: Path, inside: Path, reader: MarkdownReader) -> ProsePage:
    name = reader.problems.file
    try:
        source = read_text(path)
    except UnreadableError as error:
        problem = Problem(name, error.message, tip=error.tip, line=error.line)
        raise ProblemsError([problem]) from None
    head, body, offset = _front(source.replace("\r\n", "\n"), reader.problems)
    for field in NEEDED:
        if not head.get(field):
            reader.problems.say(
                1, f'"{field}" is missing.', f"Start the file with ---, {field}: ..., ---."
            )
    try:
        lead, sections = reader.sections(body, offset)
    except RecursionError:
        reader.problems.say(offset + 1, "this is nested too deep.", "Write it flat.")
    if reader.problems:
        raise ProblemsError(reader.problems)
    page_id = inside.with_suffix("").as_posix()
    title, section = head["title"], head.get("menu", "")
    menu = () if section == "no" else (section, title) if section else (title,)
    return ProsePage(page_id, name, title, head["description"], lead, sections, menu)


def _front(source: str, problems: FileProblems) -> tuple[dict[str, str], str, int]:
    """The front matter, the body, and the number of lines before the body."""
    found = re.match(r"---\n(.*?)\n---(?:\n|\Z)", source, re.DOTALL)
    if not found:
        return {}, source, 0
    head: dict[str, str] = {}
    try:
        for field, value in parse_yaml(found.group(1)).items():
            if field not in FIELDS:
                tip = nearest(field, FIELDS) or "Delete it."
                problems.say(1, f'"{field}" is not a field here.', tip)
            elif not isinstance(value, str):
                problems.say(1, f'"{field}" cannot be read.', FIELDS[field])
            else:
                head[field] = value
    except UnreadableError as error:
        problems.say(error.line + 1, error.message, error.tip)
    return head, source[found.end() :], found.group().count("\n")
