"""The theme's stylesheets without the rules that no page of ours can meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.finish.errors import FinishError

_CLASSES = re.compile(r'\sclass="([^"]*)"')
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_CHOSEN_BY = re.compile(r"\[(dir|data-md-color-[a-z]+)=\"?([\w-]+)\"?\]")
_CHOICES = re.compile(r'\s(dir|data-md-color-[a-z]+)="([\w-]+)"')
_INSIDE = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)")
_VALUE = r"""(?:"[^"]*"|'[^']*'|\((?:"[^"]*"|'[^']*'|[^()"'])*\)|[^;{}"'()])*"""
_PROPERTY = re.compile(rf"(?<=[;{{])(--md-[\w-]+):{_VALUE}(?:;|(?=\}}))")
_NESTED = ("@media", "@supports")


def slim_styles(site: Path, pages: Iterable[str]) -> None:
    """Leave out rules for classes that stand in no page and in no script, in place.

    Args:
        site: The built folder.
        pages: The HTML of every page.
    """
    found = list(pages)
    scripts = "".join(path.read_text("utf-8") for path in sorted(site.glob("assets/**/*.js")))
    known = {name for html in found for names in _CLASSES.findall(html) for name in names.split()}
    chosen = {pair for html in found for pair in _CHOICES.findall(html)}
    theirs = sorted(site.glob("assets/stylesheets/*.css"))
    sheets = sorted({*site.glob("assets/**/*.css")} - {*theirs})
    ours = "".join(path.read_text("utf-8") for path in sheets)
    for path in theirs:
        left = "".join(_living(path.read_text("utf-8"), known, scripts, chosen))
        used = left + ours + scripts
        kept = _PROPERTY.sub(lambda match: _if_used(match, used), left)  # noqa: B023 - called here
        path.write_text(kept, "utf-8")


def _living(css: str, known: set[str], scripts: str, chosen: set[tuple[str, str]]) -> Iterator[str]:
    """The rules that some page can meet."""

    def alive(selector: str) -> bool:
        plain = _INSIDE.sub("", selector)
        met = all(name in known or name in scripts for name in _CLASS.findall(plain))
        return met and all(pair in chosen for pair in _CHOSEN_BY.findall(plain))

    for head, body in rules(css):
        if head.startswith(_NESTED):
            inner = "".join(_living(body, known, scripts, chosen))
            if inner:
                yield f"{head}{{{inner}}}"
        elif head.startswith("@") or not body:
            yield f"{head}{{{body}}}" if body else head
        else:
            left = [each for each in selectors(head) if alive(each)]
            if left:
                yield f"{','.join(left)}{{{body}}}"


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Each rule of a minified stylesheet: what stands before its braces, and between them.

    Raises:
        FinishError: If a brace is not closed.
    """
    at = 0
    while at < len(css):
        opened = css.find("{", at)
        if opened < 0:
            if css[at:].strip():
                yield css[at:], ""
            return
        depth, end = 1, opened + 1
        while depth:
            match = _BRACE.search(css, end)
            if not match:
                raise FinishError("the theme changed, look again: a stylesheet is not closed")
            depth += 1 if match.group() == "{" else -1
            end = match.end()
        yield css[at:opened].strip(), css[opened + 1 : end - 1]
        at = end


_BRACE = re.compile(r"[{}]")


def selectors(head: str) -> list[str]:
    """The selectors of a rule, split at the commas that stand in no parentheses."""
    found, depth = [""], 0
    for letter in head:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            found.append("")
        else:
            found[-1] += letter
    return found


def _if_used(match: re.Match[str], used: str) -> str:
    """A custom property, unless nothing asks for it."""
    return match.group() if f"var({match.group(1)}" in used else ""
