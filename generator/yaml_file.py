"""Strict YAML: mappings, lists and strings; nothing implicit, nothing clever.

Every scalar is the string that was written (``62.20`` stays 62.20, ``no`` stays a word). Anchors,
aliases, tags, duplicate keys and further documents are refused, and so is whatever could make a
reader run out of time or memory: large files, deep nesting, links and special files.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.problems import DataPath, Problem, ProblemsError

MAX_BYTES = 1_000_000
MAX_DEPTH = 30

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Value = str | list["Value"] | dict[str, "Value"]


class UnreadableError(Exception):
    """A problem with its line; whoever catches it knows the file."""

    def __init__(self, line: int, message: str, tip: str = "") -> None:
        super().__init__(message)
        self.line, self.message, self.tip = line, message, tip


def read_yaml(path: Path, name: str) -> dict[str, Value]:
    """Read one YAML file.

    Args:
        path: The file.
        name: What to call it in problems, relative to the project.

    Returns:
        Its top-level mapping, all scalars strings.

    Raises:
        ProblemsError: With one problem, if the file is not a plain, small, strict YAML mapping.
    """
    try:
        return parse_yaml(read_text(path))
    except UnreadableError as refused:
        problem = Problem(name, refused.message, tip=refused.tip, line=refused.line)
        raise ProblemsError([problem]) from None


def parse_yaml(text: str) -> dict[str, Value]:
    """Read the words of a YAML file.

    Raises:
        UnreadableError: If they are not a plain, strict YAML mapping.
    """
    return _mapping(_build(_events(text)))


def _mapping(value: Value) -> dict[str, Value]:
    if not isinstance(value, dict):
        message = "the file must be a mapping at its top."
        raise UnreadableError(1, message, "Start with `name: ...`.")
    return value


def read_text(path: Path) -> str:
    """Read a plain text file of reasonable size; refuse all else with a sentence."""
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            raise UnreadableError(0, "the file is a symbolic link.", "Put a plain file here.")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError(0, "this is not a plain file.", "Put a plain file here.")
        if status.st_size > MAX_BYTES:
            size = f"{status.st_size / 1_000_000:.1f} MB"
            raise UnreadableError(0, f"the file has {size}; a file may have 1 MB.", "Split it.")
        raw = path.read_bytes()
    except OSError as error:
        message = f"the file cannot be read ({error.strerror})."
        raise UnreadableError(0, message, "Check its permissions.") from None
    return _decode(raw)


def _decode(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise UnreadableError(line, "the file is not UTF-8 text.", "Save it as UTF-8.") from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise UnreadableError(line, "the file has a NUL byte.", "Save it as plain text.")
    return text.removeprefix("\ufeff")


def _events(text: str) -> Iterator[Any]:
    loader = _Parser(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    except yaml.YAMLError as error:
        raise _syntax(error, text) from None
    finally:
        loader.dispose()


def _syntax(error: yaml.YAMLError, text: str) -> UnreadableError:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    lines = text.splitlines()
    if 0 < line <= len(lines) and "\t" in lines[line - 1]:
        return UnreadableError(line, "the line has a tab.", "Indent with spaces.")
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    tip = "Check quotes, colons and indentation."
    if what == "mapping values are not allowed in this context":
        tip = "Put quotes around text with a colon in it."
    return UnreadableError(line, f"this is not YAML: {what}.", tip)


def _build(events: Iterator[Any]) -> Value:
    """Build the value from events, without recursion; refuse what strict YAML leaves out."""
    stack: list[_Open] = []
    top: Value | None = None
    documents = 0
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise UnreadableError(line, "the file has a second document.", "Remove the `---`.")
        elif isinstance(event, yaml.AliasEvent):
            raise UnreadableError(line, f'"*{event.anchor}" is an alias.', "Write the value again.")
        elif isinstance(event, yaml.NodeEvent):
            _refuse_decorations(event, line)
            done = _open(event, stack, line)
            if done is not None:
                top = _place(done, stack, line, top)
        elif isinstance(event, yaml.CollectionEndEvent):
            top = _place(stack.pop().value, stack, line, top)
    if top is None or top == "":
        raise UnreadableError(1, "the file is empty.", "Write the record, or delete the file.")
    return top


class _Open:
    """A mapping or list that is being read, with its pending key."""

    def __init__(self, value: dict[str, Value] | list[Value]) -> None:
        self.value = value
        self.key: str | None = None


def _refuse_decorations(event: Any, line: int) -> None:
    if event.anchor:
        raise UnreadableError(
            line, f'"&{event.anchor}" is an anchor.', "Write the value where it is used."
        )
    if event.tag and event.tag != "!":
        raise UnreadableError(line, f'"{event.tag}" is a tag.', "Write plain text.")


def _open(event: Any, stack: list[_Open], line: int) -> str | None:
    """Start a collection, or give back a scalar."""
    if isinstance(event, yaml.ScalarEvent):
        return str(event.value)
    if len(stack) >= MAX_DEPTH:
        raise UnreadableError(line, f"this is nested more than {MAX_DEPTH} deep.", "Flatten it.")
    if stack and isinstance(stack[-1].value, dict) and stack[-1].key is None:
        raise UnreadableError(line, "a key must be plain text.", "Put quotes around it.")
    stack.append(_Open({} if isinstance(event, yaml.MappingStartEvent) else []))
    return None


def _place(value: Value, stack: list[_Open], line: int, top: Value | None) -> Value | None:
    """Put a finished value into what is open, or return it as the top."""
    if not stack:
        return value
    parent = stack[-1]
    if isinstance(parent.value, list):
        parent.value.append(value)
    elif parent.key is None:
        if not isinstance(value, str):
            raise UnreadableError(line, "a key must be plain text.", "Put quotes around it.")
        if value in parent.value:
            raise UnreadableError(line, f'"{value}" stands here twice.', "Keep one.")
        parent.key = value
    else:
        parent.value[parent.key] = value
        parent.key = None
    return top


def line_of(file: Path, path: DataPath) -> int:
    """Find the line of a data path in a YAML file, or of its nearest parent; 0 if unreadable."""
    try:
        status = file.lstat()
        node = _nodes(file, (status.st_ctime_ns, status.st_size))
    except (OSError, UnreadableError, yaml.YAMLError):
        return 0
    line = 0
    for part in path:
        found = _child(node, part)
        if found is None:
            break
        line, node = found
    return line or 1


@lru_cache(maxsize=1)
def _nodes(file: Path, stamp: tuple[int, int]) -> Any:
    """The parsed file; problems come file by file, and there may be very many in one."""
    return yaml.compose(read_text(file), Loader=_Parser)


def _child(node: Any, part: str | int) -> tuple[int, Any] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                return key.start_mark.line + 1, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        child = node.value[part]
        return child.start_mark.line + 1, child
    return None
