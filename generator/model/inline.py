"""Text inside a block: a tuple of inline values.

They hold no address and no number of ours: each surface resolves ``Ref`` and numbers ``Cite`` in
order of first mention, so page, embed and PDF say the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

CHECK_AGAIN = "check again"
"""What stands beside words whose sources are due; assets/fresh/fresh.js says it too."""


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
class Age:
    """For which day the words before it speak; no words of its own where a mark is enough.

    ``review_by`` is the day, ISO, by which a source must be read again; empty if nobody knows.
    ``due``: it was over on the day of the site. Later days are the reader's: a script counts them.
    """

    text: str
    review_by: str = ""
    due: bool = False

    @property
    def shown(self) -> str:
        """In words, and whether it must be checked again."""
        if not self.due:
            return self.text
        return f"{self.text}, {CHECK_AGAIN}" if self.text else f" ({CHECK_AGAIN})"


@dataclass(frozen=True)
class InForce:
    """Whether a policy change has begun or has passed its planned end; no words while neither.

    ``words`` hold on the day of the site; a script compares the days, ISO, with the reader's.
    """

    words: str
    from_: str = ""
    until: str = ""

    @property
    def shown(self) -> str:
        """In words, to stand after the name of the change."""
        return f" ({self.words})" if self.words else ""


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


Inline = Text | Emphasis | Strong | Code | Ref | Abbr | Age | InForce | Cite | Link | File | Command
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
            case Age() | InForce():
                shown.append(inline.shown)
            case Command():
                shown.append(inline.typed(""))
            case Emphasis(inner) | Strong(inner):
                shown.append(plain(inner))
            case Link(words=inner):
                shown.append(plain(inner))
            case Cite():
                pass
    return "".join(shown)
