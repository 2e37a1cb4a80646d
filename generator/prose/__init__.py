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
from generator.prose.markdown import FileProblems, MarkdownReader, Names, Take
from generator.yaml_file import UnreadableError, read_text

NEEDED = ("title", "description")


@dataclass(frozen=True)
class ProsePage:
    """A page written by hand."""

    id: str
    file: str
    title: str
    description: str
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    in_menu: bool


def read_prose(
    content: Path, names: Names, take: Take, known: tuple[str, ...]
) -> tuple[ProsePage, ...]:
    """Read every page of a content folder.

    Args:
        content: The folder, such as ``content/``.
        names: Looks up what ``[[id]]`` is called.
        take: Looks up the block of ``::: name``.
        known: Every name of a block, for suggestions.

    Raises:
        ProblemsError: With every problem in every file.
    """
    pages: list[ProsePage] = []
    problems: list[Problem] = []
    for path in sorted(content.glob("**/*.md")):
        name = f"{content.name}/{path.relative_to(content).as_posix()}"
        try:
            reader = MarkdownReader(names, take, known, FileProblems(name))
            pages.append(_page(path, path.relative_to(content), reader))
        except ProblemsError as error:
            problems += error.problems
    if problems:
        raise ProblemsError(problems)
    return tuple(pages)


def _page(path: Path, inside: Path, reader: MarkdownReader) -> ProsePage:
    name = reader.problems.file
    try:
        source = read_text(path)
    except UnreadableError as error:
        problem = Problem(name, error.message, tip=error.tip, line=error.line)
        raise ProblemsError([problem]) from None
    head, body, offset = _front(source)
    for field in NEEDED:
        if not head.get(field):
            reader.problems.say(
                1, f'"{field}" is missing.', f"Start the file with ---, {field}: ..., ---."
            )
    for field in head.keys() - {*NEEDED, "menu"}:
        tip = nearest(field, [*NEEDED, "menu"]) or "Delete it."
        reader.problems.say(1, f'"{field}" is not a field here.', tip)
    lead, sections = reader.sections(body, offset)
    if reader.problems:
        raise ProblemsError(reader.problems)
    page_id = inside.with_suffix("").as_posix()
    title, description, in_menu = head["title"], head["description"], head.get("menu") != "no"
    return ProsePage(page_id, name, title, description, lead, sections, in_menu)


def _front(source: str) -> tuple[dict[str, str], str, int]:
    """Front matter of ``key: value`` lines, the body, and the body's first line."""
    found = re.match(r"---\n(.*?)\n---\n", source, re.DOTALL)
    if not found:
        return {}, source, 0
    lines = [line for line in found.group(1).splitlines() if not line.startswith("#")]
    pairs = (line.partition(":") for line in lines)
    head = {key.strip(): value.strip() for key, _, value in pairs}
    return head, source[found.end() :], found.group().count("\n")
