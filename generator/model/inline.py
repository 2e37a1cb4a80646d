"""Text inside a block: a tuple of inline values.

They hold no address and no number of ours: each surface resolves ``Ref`` and numbers ``Cite`` in
order of first mention, so page, embed and PDF say the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True)
class Emphasis:
    """Words with stress."""

    words: Inlines


@dataclass(frozen=True)
class Strong:
    """Words with weight."""

    words: Inlines


@dataclass(frozen=True)
class Code:
    """Letters to be typed or read as they are."""

    text: str


@dataclass(frozen=True)
class Ref:
    """A mention of a record or a page, by its id; ``anchor`` names a claim or section on it."""

    to: str
    text: str
    anchor: str = ""


@dataclass(frozen=True)
class Abbr:
    """A term of the glossary, as it stands in the text, and what it stands for."""

    term: str
    text: str
    meaning: str


@dataclass(frozen=True)
class Cite:
    """A source and the place in it."""

    source: str
    at: str


@dataclass(frozen=True)
class Link:
    """A link out, https only."""

    address: str
    words: Inlines


@dataclass(frozen=True)
class File:
    """A link to a file of ours: its address inside the site, and the words of the link."""

    path: str
    text: str


@dataclass(frozen=True)
class Command:
    """Letters to be typed around the whole address of a file of ours."""

    before: str
    path: str
    after: str = ""

    def typed(self, site: str) -> str:
        """The letters; SITE stands for an address that nobody knows yet.

        Args:
            site: The address of the home page, with a slash at its end; or empty.
        """
        return f"{self.before}{site or 'SITE/'}{self.path}{self.after}"


Inline = Text | Emphasis | Strong | Code | Ref | Abbr | Cite | Link | File | Command
Inlines = tuple[Inline, ...]


def joined(parts: Iterable[Inlines], between: str) -> Inlines:
    """Runs of words in a row, with the same words between each two."""
    return tuple(inline for each in parts for inline in (Text(between), *each))[1:]


def plain(words: Inlines) -> str:
    """The words without links, citations or stress."""
    shown = []
    for inline in words:
        match inline:
            case Text(text) | Code(text):
                shown.append(text)
            case Ref() | Abbr() | File():
                shown.append(inline.text)
            case Command():
                shown.append(inline.typed(""))
            case Emphasis(inner) | Strong(inner):
                shown.append(plain(inner))
            case Link(words=inner):
                shown.append(plain(inner))
            case Cite():
                pass
    return "".join(shown)
