"""What other people paste into their pages to show one of ours."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

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
    """What to paste to show a page.

    Args:
        page: A page that has an embed.
        addresses: Where the site lives.
        as_of: The day as of which it speaks, in words.
    """
    home, full = addresses.site, f"{addresses.site}{page.url}"
    return Snippets(
        frame=Markup(
            '<iframe src="{}" title="{}" lang="en" width="100%" height="{}" loading="lazy" '
            'frameborder="0" sandbox="{}"></iframe>'
        ).format(f"{home}{page.embed}", page.title, HEIGHT, SANDBOX),
        element=Markup(
            '<pathway-embed page="{}"><a href="{}">{}</a></pathway-embed>\n'
            '<script src="{}assets/embed/embed.js" async></script>'
        ).format(page.url, full, page.title, home),
        words=Markup('<p><a href="{}">{}</a>. {}, as of {}.</p>').format(
            full, page.title, addresses.name, as_of
        ),
        line=f"[{page.title}]({full}). {addresses.name}, as of {as_of}.",
    )


def blanks(addresses: Addresses, as_of: str) -> Snippets:
    """What to paste, with blanks to fill in: SITE/ where nobody knows the address, PAGE, TITLE."""
    page = Page("", "PAGE", "TITLE", "", "content", "")
    return snippets(page, replace(addresses, site=addresses.site or "SITE/"), as_of)


def frame_in_quotation(page: Page, addresses: Addresses) -> str:
    """A frame with a quotation to stand in for it: the HTML that WordPress lets through."""
    return Markup(
        '<blockquote><a href="{}">{}</a></blockquote>'
        '<iframe src="{}" title="{}" width="100%" height="{}" frameborder="0"></iframe>'
    ).format(
        f"{addresses.site}{page.url}",
        page.title,
        f"{addresses.site}{page.embed}",
        page.title,
        HEIGHT,
    )
