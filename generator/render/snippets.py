"""What other people paste into their pages to show one of ours."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import escape

from generator.model.document import Page
from generator.render.links import Addresses

HEIGHT = 600
"""How high a frame is that nobody tells how high it must be, in pixels: it scrolls inside."""
SANDBOX = "allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox"
"""What a frame may do; without allow-same-origin it can read nothing of the page around it."""


@dataclass(frozen=True)
class Snippets:
    """Ways to show a page: a frame, an element that fits its height, a link in HTML or Markdown."""

    frame: str
    element: str
    words: str
    line: str


def snippets(page: Page, addresses: Addresses, as_of: str) -> Snippets:
    """What to paste to show a page, as plain words: whoever shows them must escape them.

    Args:
        page: A page that has an embed.
        addresses: Where the site lives.
        as_of: The day as of which it speaks, in words.
    """
    home, full, title = addresses.site, f"{addresses.site}{page.url}", escape(page.title)
    since = f"{addresses.name}, as of {as_of}."
    return Snippets(
        frame=(
            f'<iframe src="{home}{page.embed}" title="{title}" lang="en" width="100%" '
            f'height="{HEIGHT}" loading="lazy" frameborder="0" sandbox="{SANDBOX}"></iframe>'
        ),
        element=(
            f'<pathway-embed page="{page.url}"><a href="{full}">{title}</a></pathway-embed>\n'
            f'<script src="{home}assets/embed/embed.js" async></script>'
        ),
        words=f'<p><a href="{full}">{title}</a>. {since}</p>',
        line=f"[{page.title}]({full}). {since}",
    )


def blanks(addresses: Addresses, as_of: str) -> Snippets:
    """What to paste, with blanks to fill in: SITE/ where nobody knows the address, PAGE, TITLE."""
    page = Page("", "PAGE", "TITLE", "", "content", "")
    return snippets(page, replace(addresses, site=addresses.site or "SITE/"), as_of)


def frame_in_quotation(page: Page, addresses: Addresses) -> str:
    """A frame with a quotation to stand in for it: the HTML that WordPress lets through."""
    home, title = addresses.site, escape(page.title)
    return (
        f'<blockquote><a href="{home}{page.url}">{title}</a></blockquote>'
        f'<iframe src="{home}{page.embed}" title="{title}" width="100%" height="{HEIGHT}" '
        'frameborder="0"></iframe>'
    )
