"""Hand-written pages: their prose, and the named blocks that they may take."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.compose.cards import doors, license_cards, pathway_cards, visa_cards
from generator.compose.changes import latest
from generator.compose.context import Context, text
from generator.compose.embedding import FAMILY, HOSTS, SCRIPTS, STYLES, chooser, is_chooser
from generator.compose.open_data import data_examples, data_files
from generator.compose.shared import finished, words_table
from generator.compose.timeline import timeline
from generator.model.blocks import Block, Fact, Facts, Listing, Paragraph, Prose
from generator.model.claim import Claim
from generator.model.dataset import Dataset
from generator.model.document import Page
from generator.model.tables import Cell, Table
from generator.model.walk import walk
from generator.prose import ProsePage

HOME = "index"
LATEST = 5

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


def _policy_changes(context: Context, _: tuple[str, ...]) -> Block:
    """The latest changes of policy, by the day they were last known."""
    alerts = context.dataset.alerts.values()
    found = [
        (
            alert.known_as_of.first,
            (
                *text(f"{alert.known_as_of.shown}: "),
                context.ref(alert.id),
                *context.in_force(alert),
                *text("."),
            ),
        )
        for alert in alerts
    ]
    found.sort(key=lambda each: each[0], reverse=True)
    return Prose((Listing(tuple((Paragraph(words),) for _, words in found[:LATEST])),))


def _timeline(context: Context, ids: tuple[str, ...]) -> Block:
    """The timeline of one pathway."""
    return timeline(context, context.dataset.pathways[ids[0]])


def _sponsors(context: Context, _: tuple[str, ...]) -> Block:
    """Who may sponsor each license, as the law or the board says."""
    rows = tuple(
        (
            Cell((context.ref(each.id),)),
            Cell(
                tuple(
                    inline
                    for claim in each.sponsor
                    for inline in (*text(f"{claim.says} "), *context.cites(claim.cites))
                )
            ),
            Cell(
                text(
                    "; ".join(
                        level.short_name
                        for level in context.dataset.of("level").values()
                        if level.id in each.contact.ceiling
                    )
                )
            ),
        )
        for each in context.dataset.licenses.values()
        if each.sponsor
    )
    columns = ("License", "Who sponsors it", "For whom")
    return Table("Who may sponsor each license or permit", columns, rows)


NAMED_BLOCKS: NamedBlocks = {
    "counts": _counts,
    "data-examples": data_examples,
    "data-files": data_files,
    "doors": doors,
    "sponsors": _sponsors,
    "timeline": _timeline,
    "policy-changes": _policy_changes,
    "what-changed": lambda context, _: latest(context),
    "visa-cards": lambda context, _: visa_cards(context),
    "license-cards": lambda context, _: license_cards(context),
    "pathway-cards": pathway_cards,
    "contact-ladder": lambda context, _: words_table(context, "contact"),
    "levels-table": lambda context, _: words_table(context, "level"),
    "standings-table": lambda context, _: words_table(context, "standing"),
    "embed-chooser": lambda _context, _: chooser(),
    "embed-hosts": lambda _context, _: HOSTS,
}


def content_page(context: Context, prose: ProsePage) -> Page:
    """A hand-written page as a page of the document."""
    home = prose.id == HOME
    embedding = any(is_chooser(each) for each in prose.lead)
    return finished(
        context,
        Page(
            id=prose.id,
            url="" if home else f"{prose.id}/",
            title=prose.title,
            description=prose.description,
            family="home" if home else FAMILY if embedding else "content",
            menu=("Home",) if home else prose.menu,
            file=prose.file,
            lead=prose.lead,
            sections=prose.sections,
            scripts=SCRIPTS if embedding else (),
            styles=STYLES if embedding else (),
        ),
    )
