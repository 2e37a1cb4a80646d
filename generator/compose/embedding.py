"""The page that helps other people show ours: what to choose from, and what their systems take."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.compose.context import text
from generator.model.blocks import Block, Tools
from generator.model.document import Page
from generator.model.tables import Cell, Choice, Table

FAMILY = "embedding"
KIND = "embed"
SCRIPTS = ("copy.js", "embed/embed.js", "embed/offer.js")
STYLES = ("plan/plan.css",)
GROUPS = {
    "quiz": "Questions",
    "visa": "Visas",
    "license": "Licenses and permits",
    "pathway": "Pathways",
    "plan": "Plans and checklists",
    "compare": "Tables",
    "figure": "Figures",
}
GUIDES = "Guides"

HOSTS = Table(
    "What some systems take",
    ("System", "What to paste", "How high it is", "Tried?"),
    tuple(
        tuple(Cell(text(words)) for words in row)
        for row in (
            (
                "WordPress",
                "The address of our page, alone on a line. WordPress finds the frame by itself.",
                "As high as its content, 1000 pixels at most; longer ones scroll.",
                "Its rules and its script were imitated in a test. Not tried in WordPress.",
            ),
            (
                "Canvas",
                "The frame, in the HTML view, with #host=canvas at the end of its address.",
                "As high as its content.",
                "Its message was tested. Not tried in Canvas.",
            ),
            (
                "Drupal",
                "The frame, in a text format that allows frames. An editor may have to allow it.",
                "Fixed; it scrolls.",
                "Not tried.",
            ),
            (
                "Moodle",
                "The frame, in the HTML view of the editor.",
                "Fixed; it scrolls.",
                "Not tried.",
            ),
            (
                "SharePoint",
                "The frame, in the Embed web part. An owner must allow our domain first.",
                "Fixed; it scrolls.",
                "Not tried.",
            ),
            (
                "Your own HTML",
                "The element with its script, or the frame.",
                "As high as its content with the script; else fixed.",
                "Tried in Chromium, from another domain, under a strict policy too.",
            ),
        )
    ),
)


def chooser() -> Block:
    """The tool that makes the code; it gets its pages when all of them are known."""
    return Tools(KIND)


def is_chooser(block: Block) -> bool:
    """Whether a block is the tool that makes the code."""
    return isinstance(block, Tools) and block.kind == KIND


def with_choices(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages, each chooser with every page that has an embed."""
    every = tuple(pages)
    choices = tuple(
        Choice(each.url, each.title, GROUPS.get(each.family, GUIDES))
        for each in every
        if each.embed
    )
    return tuple(_filled(each, choices) if each.family == FAMILY else each for each in every)


def _filled(page: Page, choices: tuple[Choice, ...]) -> Page:
    tool = Tools(KIND, "", choices)
    return replace(page, lead=tuple(tool if is_chooser(each) else each for each in page.lead))
