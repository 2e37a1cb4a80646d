"""What each page says: one function a page family, data -> Page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.compose.a_to_z import a_to_z, glossary
from generator.compose.actor import actor_pages
from generator.compose.changes import changes_page, with_changes
from generator.compose.compare import license_comparison, visa_comparisons
from generator.compose.context import Context
from generator.compose.figure import figure_pages
from generator.compose.guidance import (
    alert_page,
    barrier_page,
    enabler_page,
    recommendation_page,
    stakeholder_page,
    topic_page,
)
from generator.compose.guidance_indexes import (
    alerts_index,
    barriers_index,
    enablers_index,
    recommendations_index,
    stakeholders_index,
    topics_index,
)
from generator.compose.indexes import (
    licenses_index,
    pathways_index,
    requirements_index,
    sources_index,
    states_index,
    visas_index,
)
from generator.compose.level import level_pages
from generator.compose.license import license_page
from generator.compose.links_here import with_links_here
from generator.compose.matrix import matrix_pages
from generator.compose.pathway import pathway_page
from generator.compose.plan import plan_page
from generator.compose.quality import quality_page
from generator.compose.quiz import quiz_pages
from generator.compose.requirement import requirement_page
from generator.compose.source import source_page
from generator.compose.visa import visa_page
from generator.derive.citations import citations_of
from generator.model.document import Page

GUIDANCE: Mapping[str, Callable[[Context, Any], Page]] = {
    "barrier": barrier_page,
    "enabler": enabler_page,
    "recommendation": recommendation_page,
    "stakeholder": stakeholder_page,
}


def record_pages(context: Context) -> tuple[Page, ...]:
    """Every page that follows from the data alone, hubs before what is below them."""
    dataset = context.dataset
    citations = citations_of(dataset)
    states = dataset.states.values()
    pages = (
        *quiz_pages(context),
        visas_index(context),
        *(visa_page(context, each) for each in dataset.visas.values()),
        *(licenses_index(context, each) for each in states),
        *(license_page(context, each) for each in dataset.licenses.values()),
        *(pathways_index(context, each) for each in states),
        *(pathway_page(context, each) for each in dataset.pathways.values()),
        *(plan_page(context, each) for each in dataset.pathways.values()),
        *level_pages(context),
        *actor_pages(context),
        *visa_comparisons(context),
        *(page for each in states for page in license_comparison(context, each)),
        *(page for each in states for page in matrix_pages(context, each)),
        *(page for each in states for page in figure_pages(context, each)),
        *((states_index(context),) if len(states) > 1 else ()),
        barriers_index(context),
        enablers_index(context),
        recommendations_index(context),
        stakeholders_index(context),
        topics_index(context),
        *(
            make(context, each)
            for noun, make in GUIDANCE.items()
            for each in dataset.of(noun).values()
        ),
        *(topic_page(context, each) for each in dataset.of("topic").values()),
        alerts_index(context),
        *(alert_page(context, each) for each in dataset.alerts.values()),
        requirements_index(context),
        *(requirement_page(context, each) for each in dataset.requirements.values()),
        sources_index(context, citations),
        *(source_page(context, each, citations[each.id]) for each in dataset.sources.values()),
        glossary(context),
        changes_page(context),
        quality_page(context),
    )
    pages = with_changes(context, pages)
    return (*with_links_here(pages), a_to_z(context, pages))
