"""The body of one hand-written page: CommonMark -> sections and blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from generator.model.blocks import Block, Listing, Paragraph, Prose
from generator.model.document import Section
from generator.model.inline import (
    Cite,
    Code,
    Emphasis,
    Inline,
    Inlines,
    Link,
    Ref,
    Strong,
    Text,
    plain,
)
from generator.problems import Problem, nearest

MAX_NESTING = 20
DEEPEST = 8
NOT_PRINTED = {
    "html_block": "raw HTML",
    "fence": "a code block",
    "code_block": "a code block",
    "blockquote": "a quotation",
    "hr": "a line across",
    "heading": "a heading in a list",
}
_WIKI = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]|]+))?\]\]")
_TAKE = re.compile(r"::: *(\S+)((?: +\S+)*)")
_ANCHOR = re.compile(r"[^a-z0-9]+")
_PARSER = MarkdownIt("commonmark", {"html": True, "maxNesting": MAX_NESTING})


@dataclass(frozen=True)
class Lookups:
    """What a page may name.

    Attributes:
        name: What a record or page is called; None if there is none of this id.
        cite: What is wrong with a source and a place in it; empty if nothing is.
        take: The block of a name and of ids after it, or what is wrong with them.
        blocks: The names of all blocks, for suggestions.
    """

    name: Callable[[str], str | None]
    cite: Callable[[str, str], str]
    take: Callable[[str, tuple[str, ...]], Block | str]
    blocks: tuple[str, ...]


class FileProblems(list[Problem]):
    """What is wrong with one file."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file

    def say(self, line: int, message: str, tip: str = "") -> None:
        """Keep a problem of a line."""
        self.append(Problem(self.file, message, tip=tip, line=line))


class MarkdownReader:
    """Turns the syntax tree of one file into blocks, and keeps what is wrong with it."""

    def __init__(self, lookups: Lookups, problems: FileProblems) -> None:
        self.lookups, self.problems = lookups, problems
        self.offset = 0
        self.anchors = {"main", "sources", "top-of-page"}

    def sections(self, body: str, offset: int) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """Split the body at its headings: ``##`` opens a section, ``###`` one inside it."""
        self.offset = offset
        tree = SyntaxTreeNode(_PARSER.parse(body))
        lead: list[Block] = []
        opened: list[tuple[int, str, list[Block]]] = []
        for node in tree.children:
            if node.type == "heading":
                level = int(node.tag[1])
                if level not in {2, 3} or (level == 3 and not opened):  # noqa: PLR2004
                    self._say(
                        node,
                        "a heading must be ## or, inside one, ###.",
                        "The title is in the front matter.",
                    )
                opened.append((level, self._heading(node), []))
            else:
                (opened[-1][2] if opened else lead).extend(self._blocks(node))
        return _joined(lead), _nested(opened)

    def _heading(self, node: SyntaxTreeNode) -> str:
        """The words of a heading; its anchor is made of them, so each stands once."""
        words = self._inlines(node.children[0], node)
        if not all(isinstance(each, Text | Code) for each in words):
            self._say(node, "a heading holds plain words only.", "Link in the text below it.")
        title = plain(words)
        anchor = anchor_of(title)
        if not anchor or anchor in self.anchors:
            message = f'the heading "{title}" makes no anchor of its own.'
            self._say(node, message, "Choose other words.")
        self.anchors.add(anchor)
        return title

    def _say(self, node: SyntaxTreeNode, message: str, tip: str = "") -> None:
        line = (node.map[0] if node.map else 0) + 1 + self.offset
        self.problems.say(line, message, tip)

    def _blocks(self, node: SyntaxTreeNode) -> Iterator[Block]:
        if node.type == "paragraph":
            asked = _TAKE.fullmatch(_plain(node).strip())
            if asked:
                block = self.lookups.take(asked.group(1), tuple(asked.group(2).split()))
                if isinstance(block, str):
                    tip = nearest(asked.group(1), self.lookups.blocks)
                    tip = tip or f"There are: {', '.join(self.lookups.blocks)}."
                    self._say(node, block, tip)
                else:
                    yield block
                return
        part = self._part(node)
        if part:
            yield Prose((part,))

    def _part(self, node: SyntaxTreeNode) -> Paragraph | Listing | None:
        if node.level > DEEPEST:
            self._say(node, "this list is nested too deep.", "Write it flat.")
            return None
        if node.type == "paragraph":
            return Paragraph(self._inlines(node.children[0], node))
        if node.type in {"bullet_list", "ordered_list"}:
            items = tuple(
                tuple(part for child in item.children if (part := self._part(child)))
                for item in node.children
            )
            return Listing(items, node.type == "ordered_list")
        what = NOT_PRINTED.get(node.type, node.type)
        self._say(node, f"{what} cannot be printed.", "Write a paragraph or a list.")
        return None

    def _inlines(self, node: SyntaxTreeNode, block: SyntaxTreeNode) -> Inlines:
        return tuple(inline for child in node.children for inline in self._inline(child, block))

    def _inline(self, node: SyntaxTreeNode, block: SyntaxTreeNode) -> Iterator[Inline]:
        match node.type:
            case "text":
                yield from self._text(node.content, block)
            case "softbreak" | "hardbreak":
                yield Text(" ")
            case "code_inline":
                yield Code(node.content)
            case "em":
                yield Emphasis(self._inlines(node, block))
            case "strong":
                yield Strong(self._inlines(node, block))
            case "link":
                address = str(node.attrs.get("href", ""))
                if not address.startswith("https://"):
                    tip = "Link pages of this site as [[id]], others with https://."
                    self._say(block, f'"{address}" is not an https address.', tip)
                yield Link(address, self._inlines(node, block))
            case _:
                what = "an image" if node.type == "image" else "raw HTML"
                self._say(block, f"{what} cannot be printed.", "Write plain words.")

    def _cite(self, target: str, block: SyntaxTreeNode) -> Cite:
        """``[[source @ place]]``: a source and the place in it."""
        source, _, place = (part.strip() for part in target.partition("@"))
        wrong = self.lookups.cite(source, place)
        if wrong or not place:
            self._say(block, wrong or f'"{target}" names no place.', "Write [[source @ § 1]].")
        return Cite(source, place)

    def _text(self, content: str, block: SyntaxTreeNode) -> Iterator[Inline]:
        end = 0
        for found in _WIKI.finditer(content):
            yield from _words(content[end : found.start()])
            target, words = found.group(1).strip(), found.group(2)
            if "@" in target:
                yield self._cite(target, block)
                end = found.end()
                continue
            name = self.lookups.name(target)
            if name is None:
                self._say(block, f'"{target}" is not a record or a page.', "See data/ for the ids.")
            yield Ref(target, words or name or target)
            end = found.end()
        yield from _words(content[end:])


def anchor_of(title: str) -> str:
    """The anchor of a heading: ``How sure we are`` gives ``how-sure-we-are``."""
    return _ANCHOR.sub("-", title.lower()).strip("-")


def _words(content: str) -> Iterator[Inline]:
    if content:
        yield Text(content)


def _plain(node: SyntaxTreeNode) -> str:
    return "".join(each.content or " " for child in node.children for each in child.children)


def _joined(blocks: list[Block]) -> tuple[Block, ...]:
    """Put neighboring prose together."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, Prose) and isinstance(last, Prose):
            joined[-1] = Prose((*last.parts, *block.parts))
        else:
            joined.append(block)
    return tuple(joined)


def _nested(opened: list[tuple[int, str, list[Block]]]) -> tuple[Section, ...]:
    sections: list[Section] = []
    for level, title, blocks in opened:
        section = Section(anchor_of(title), title, _joined(blocks))
        if level == 3 and sections:  # noqa: PLR2004
            above = sections[-1]
            sections[-1] = Section(above.id, above.title, above.blocks, (*above.sections, section))
        else:
            sections.append(section)
    return tuple(sections)
