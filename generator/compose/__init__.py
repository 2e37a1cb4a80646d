"""What each page says: one function a page family, data -> Page."""

from __future__ import annotations

from generator.compose.context import Context
from generator.compose.indexes import (
    licenses_index,
    pathways_index,
    requirements_index,
    sources_index,
    states_index,
    visas_index,
)
from generator.compose.license import license_page
from generator.compose.pathway import pathway_page
from generator.compose.requirement import requirement_page
from generator.compose.source import source_page
from generator.compose.visa import visa_page
from generator.derive.citations import citations_of
from generator.model.document import Page


def record_pages(context: Context) -> tuple[Page, ...]:
    """Every page that follows from the data alone, hubs before what is below them."""
    dataset = context.dataset
    citations = citations_of(dataset)
    states = dataset.states.values()
    return (
        visas_index(context),
        *(visa_page(context, each) for each in dataset.visas.values()),
        *(licenses_index(context, each) for each in states),
        *(license_page(context, each) for each in dataset.licenses.values()),
        *(pathways_index(context, each) for each in states),
        *(pathway_page(context, each) for each in dataset.pathways.values()),
        *((states_index(context),) if len(states) > 1 else ()),
        requirements_index(context),
        *(requirement_page(context, each) for each in dataset.requirements.values()),
        sources_index(context, lambda source: citations[source]),
        *(source_page(context, each, citations[each.id]) for each in dataset.sources.values()),
    )
