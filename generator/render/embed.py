"""One page -> the HTML that other people's pages show in a frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.model.blocks import Block
from generator.model.document import Page, anchors_of, inside
from generator.model.inline import Cite, Inlines, Ref
from generator.render.environment import environment
from generator.render.html import Surface
from generator.render.links import Addresses, Links

QUESTIONS = "questions/"
"""Where, below its embed, the quiz itself lives: the embed holds the way in."""


@dataclass(frozen=True)
class Credit:
    """What every embed says of the site.

    Attributes:
        as_of: The day as of which the site speaks, in words.
        words: Whose work it rests on.
        address: Where that work is; may be empty.
        day: The day as of which the site speaks.
        review: The day by which the first of some sources must be read again; None if not known.
    """

    as_of: str
    words: str
    address: str
    day: date = date.min
    review: Callable[[Iterable[str]], date | None] = lambda _: None


class Framed(Surface):
    """A page inside a frame: links lead out of it, but for those to what it holds itself."""

    whole = False

    def __init__(self, page: Page, links: Links, addresses: Addresses, below: str = "") -> None:
        super().__init__(page, links, addresses)
        self.url = f"{page.embed}{below}"
        named = {each.anchor for each in inside((page.lead, page.sections)) if _is(each, page)}
        self.anchors = named & set(anchors_of(page))
        self.made: dict[int, tuple[Block, Markup]] = {}

    def cut(self, page: Page) -> Framed:
        """The same page with less of it at its end: what stays is made once."""
        less = Framed(page, self.links, self.addresses)
        less.made = self.made
        return less

    def block(self, block: Block) -> Markup:
        """A block as HTML; what comes before it in its page is the same in every cut."""
        if id(block) not in self.made:
            self.made[id(block)] = (block, super().block(block))
        return self.made[id(block)][1]

    def marks(self, anchor: str) -> bool:
        """Whether a claim has its anchor here: only if the page itself leads to it."""
        return anchor in self.anchors

    def href(self, to: str, anchor: str = "") -> str:
        """The address of a record's page, or of a place in this frame."""
        here = to == self.page.id and anchor in self.anchors
        return f"#{anchor}" if here else super().href(to, anchor)

    def ref(self, ref: Ref) -> Markup:
        """A link out of the frame, or to a place in it."""
        href = self.href(ref.to, ref.anchor)
        stays = Markup(' target="_self"') if href.startswith("#") else ""
        return Markup('<a href="{}"{}>{}</a>').format(href, stays, ref.text)

    def cite(self, cite: Cite) -> Markup:
        """The number of a source; the places in it stand in the list."""
        number = self.number(cite.source)
        return Markup(
            f'<sup class="ctp-cite"><a href="#source-{number}" target="_self">{number}</a></sup>'
        )


def _is(value: object, page: Page) -> bool:
    return isinstance(value, Ref) and value.to == page.id


def render_embed(surface: Framed, credit: Credit, left_out: Inlines = (), start: str = "") -> str:
    """A whole HTML file: the page's blocks, whose they are, and the way to the full page.

    Args:
        surface: The page inside its frame.
        credit: What every embed says of the site.
        left_out: Links to what the full page holds besides.
        start: Where its one button leads, seen from it; empty: it has none.
    """
    template = environment().get_template("embed.html.j2")
    review = credit.review(surface.numbers)
    return template.render(
        page=surface.page,
        surface=surface,
        block=surface.block,
        words=surface.words,
        credit=credit,
        left_out=left_out,
        start=start,
        review_by=review.isoformat() if review else "",
        due=bool(review and review < credit.day),
    )
