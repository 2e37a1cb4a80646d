"""Cards: ways into visas, licenses and pathways."""

from __future__ import annotations

from generator.compose.chains import card, chain
from generator.compose.context import Context, text
from generator.model.blocks import Card, Cards
from generator.model.inline import Ref


def visa_cards(context: Context) -> Cards:
    """Every visa as a card."""
    return Cards(
        tuple(
            Card(
                Ref(visa.id, visa.name),
                text(visa.purpose[0].says),
                context.dataset.word("visa-family", visa.family).name,
            )
            for visa in context.dataset.visas.values()
        )
    )


def license_cards(context: Context) -> Cards:
    """Every license as a card."""
    return Cards(
        tuple(
            Card(
                Ref(each.id, each.name),
                text(each.purpose[0].says),
                context.dataset.word("license-kind", each.kind).name,
            )
            for each in context.dataset.licenses.values()
        )
    )


def doors(context: Context, _: tuple[str, ...] = ()) -> Cards:
    """A door for everybody the site is for: what they find, with an example."""
    pathways = context.dataset.pathways
    return Cards(
        tuple(
            Card(
                Ref(each.leads_to, each.name),
                text(each.meaning),
                chain=chain(context, pathways[each.example]) if each.example else None,
            )
            for each in context.dataset.of("reader").values()
        )
    )


def pathway_cards(context: Context, ids: tuple[str, ...] = ()) -> Cards:
    """Some pathways as cards, or all."""
    pathways = context.dataset.pathways
    return Cards(tuple(card(context, pathways[each]) for each in ids or pathways))
