"""What a host that reads ``_headers`` says with each file; docs/hosting.md has it for others."""

from __future__ import annotations

from pathlib import Path

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
UNFRAMED = {"Content-Security-Policy": "frame-ancestors 'none'"}
"""A page says its policy itself, but only a header can say who may frame it."""
READ_BY_ALL = {"Access-Control-Allow-Origin": "*"}
"""Data that the pages of others may fetch."""
FRAMED = ("embed",)
OPEN = ("api", "feeds", "oembed")


def headers(site: Path) -> str:
    """The file ``_headers``: one block for all, one for each folder, as some hosts add blocks up.

    Args:
        site: The finished folder.
    """
    folders = sorted(path.name for path in site.iterdir() if path.is_dir())
    pages = sorted(path.name for path in site.glob("*.html"))
    closed = [f"/{each}/*" for each in folders if each not in (*FRAMED, "assets")]
    blocks = [
        _block("/*", EVERYWHERE),
        *(_block(each, UNFRAMED) for each in ["/", *(f"/{page}" for page in pages), *closed]),
        *(_block(f"/{each}/*", READ_BY_ALL) for each in OPEN if each in folders),
    ]
    return "\n".join(blocks)


def _block(path: str, said: dict[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in said.items())])
