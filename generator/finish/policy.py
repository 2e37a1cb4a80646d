"""A strict Content-Security-Policy: inline scripts by their hashes, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from generator.finish.errors import FinishError

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_TAG = re.compile(r"<[a-z][^>]*>")
_INLINE = re.compile(r"\s(on[a-z]+|style)\s*=")
_CHARSET = '<meta charset="utf-8">'
IN_A_FRAME = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
"""The policy of embeds: their own style and scripts, and nothing else."""


def policy_of(pages: Mapping[Path, str]) -> str:
    """The one policy that all pages share.

    Args:
        pages: HTML by file.

    Returns:
        The policy, with a hash for each inline script on any page.

    Raises:
        FinishError: If a page has an inline handler or a style attribute.
    """
    refuse_inline(pages)
    hashes: set[str] = set()
    for html in pages.values():
        for script in _SCRIPT.finditer(html):
            attributes = script["attributes"]
            if " src=" not in attributes and "json" not in attributes:
                hashes.add(_hash(script["body"]))
    scripts = " ".join(["'self'", *sorted(hashes)])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        "frame-src 'self'; base-uri 'self'; form-action 'self'"
    )


def brings_policy(html: str) -> bool:
    """Whether a page has a policy of its own: then the theme did not make it, and it is done."""
    return '<meta http-equiv="Content-Security-Policy"' in html


def refuse_inline(pages: Mapping[Path, str]) -> None:
    """Refuse what a policy would.

    Raises:
        FinishError: If a page has an inline handler or a style attribute.
    """
    for path, html in pages.items():
        if _INLINE.search(html):
            _refuse_tags(path, _SCRIPT.sub("", html))


def with_policy(html: str, policy: str) -> str:
    """The page with its policy right after the character set."""
    if _CHARSET not in html:
        raise FinishError("a page does not say its character set")
    meta = f'{_CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace(_CHARSET, meta, 1)


def _hash(body: str) -> str:
    digest = hashlib.sha256(body.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _refuse_tags(path: Path, html: str) -> None:
    for tag in _TAG.finditer(html):
        found = _INLINE.search(_QUOTED.sub('""', tag.group()))
        if found:
            raise FinishError(f"{path}: {tag.group()[:80]} has an inline {found[1]}")
