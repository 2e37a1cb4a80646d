"""Hand-written pages: their prose, and the named blocks that they may take."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.compose.cards import license_cards, pathway_cards, visa_cards
from generator.compose.context import Context, text
from generator.compose.shared import finished
from generator.model.blocks import Block, Cell, Fact, Facts, Table
from generator.model.claim import Claim
from generator.model.dataset import Dataset
from generator.model.document import Page
from generator.model.walk import walk
from generator.prose import ProsePage

HOME = "index"

NamedBlocks = Mapping[str, Callable[[Context, tuple[str, ...]], Block]]


def count_claims(dataset: Dataset) -> int:
    """How many claims the data holds."""
    return sum(
        isinstance(value, Claim) for record in dataset.everything() for _, value in walk(record)
    )


def _counts(context: Context, _: tuple[str, ...]) -> Block:
    dataset = context.dataset
    return Facts(
        (
            Fact("Visa categories", text(str(len(dataset.visas)))),
            Fact("Pathways", text(str(len(dataset.pathways)))),
            Fact("Claims with their sources", text(f"{count_claims(dataset):,}")),
        )
    )


def _words_table(caption: str, noun: str) -> Callable[[Context, tuple[str, ...]], Block]:
    def block(context: Context, _: tuple[str, ...]) -> Block:
        rows = tuple(
            (
                Cell(text(word.name), word.id if noun == "contact" else ""),
                Cell(text(word.meaning)),
            )
            for word in context.dataset.of(noun).values()
        )
        return Table(caption, ("Word", "What it means"), rows)

    return block


NAMED_BLOCKS: NamedBlocks = {
    "counts": _counts,
    "visa-cards": lambda context, _: visa_cards(context),
    "license-cards": lambda context, _: license_cards(context),
    "pathway-cards": pathway_cards,
    "contact-ladder": _words_table("How far patient contact may go, from least to most", "contact"),
    "levels-table": _words_table("Trainee levels, on the day you start", "level"),
    "standings-table": _words_table("How sure each statement is", "standing"),
}


def content_page(context: Context, prose: ProsePage) -> Page:
    """A hand-written page as a page of the document."""
    home = prose.id == HOME
    return finished(
        context,
        Page(
            id=prose.id,
            url="" if home else f"{prose.id}/",
            title=prose.title,
            description=prose.description,
            family="home" if home else "content",
            menu=("Home",) if home else (prose.title,) * prose.in_menu,
            file=prose.file,
            lead=prose.lead,
            sections=prose.sections,
        ),
    )
