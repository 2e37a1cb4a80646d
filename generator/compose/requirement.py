"""The page of a shared requirement: what it is, and who must have it."""

from __future__ import annotations

from generator.compose.context import Context
from generator.compose.hindrances import guidance
from generator.compose.shared import alerts, finished
from generator.model.blocks import Listing, Paragraph, Prose
from generator.model.document import Page, Section
from generator.model.guidance import SharedRequirement


def requirement_page(context: Context, requirement: SharedRequirement) -> Page:
    """Compose the page of a shared requirement."""
    dataset = context.dataset
    users = context.pathways.get(requirement.id, ())
    links = tuple((Paragraph((context.ref(each.id),)),) for each in users)
    item = context.claims(requirement, requirement.id, [requirement])
    used = (
        (Section("pathways", "Pathways that need it", (Prose((Listing(links),)),)),)
        if links
        else ()
    )
    return finished(
        context,
        Page(
            id=requirement.id,
            url=f"requirements/{requirement.id}/",
            title=requirement.name,
            description=requirement.says,
            family="requirement",
            file=dataset.file_of(requirement),
            parent="requirements",
            eyebrow="Requirement",
            lead=(item, *alerts(context, {requirement.id}, requirement.id)),
            sections=(
                *context.section("notes", "Good to know", requirement, requirement.notes),
                *used,
                *guidance(context, requirement.id),
            ),
            search=(requirement.name, *requirement.other_names, *requirement.search_words),
        ),
    )
