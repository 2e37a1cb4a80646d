"""The sign of the site: visa, then license, then patient contact."""

from __future__ import annotations

from generator.compose.context import Context, text
from generator.derive.pathways import use_of
from generator.model.blocks import Card, Chain, Stop
from generator.model.inline import Ref
from generator.model.state import Pathway


def chain(context: Context, pathway: Pathway) -> Chain:
    """The chain of one pathway."""
    dataset = context.dataset
    visa, license_ = dataset.visas[pathway.visa], dataset.licenses[pathway.license]
    contact = dataset.word("contact", pathway.contact)
    kind = dataset.word("license-kind", license_.kind)
    return Chain(
        visa=Stop(
            "Visa", (Ref(visa.id, visa.short_name),), note=text(use_of(dataset, pathway).name)
        ),
        license=Stop(
            kind.name if license_.kind != "none" else "License",
            (Ref(license_.id, license_.short_name),),
        ),
        contact=Stop("Patient contact", text(contact.name)),
        level=pathway.contact,
    )


def card(context: Context, pathway: Pathway, *, with_levels: bool = True) -> Card:
    """A pathway as a card; where all cards are for one level, it is not said on each."""
    shown = pathway.levels if with_levels else ()
    levels = [context.dataset.of("level")[each].short_name for each in shown]
    return Card(
        title=context.ref(pathway.id),
        eyebrow="; ".join(levels),
        chain=chain(context, pathway),
    )
