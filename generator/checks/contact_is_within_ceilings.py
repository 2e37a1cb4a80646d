"""A pathway gives no more contact than its visa's use and its license allow."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.derive.pathways import use_of
from generator.model.dataset import Dataset
from generator.model.state import Pathway
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find pathways that promise too much."""
    ladder = list(dataset.of("contact"))
    for pathway in dataset.pathways.values():
        for level in pathway.levels:
            yield from _at_level(dataset, pathway, level, ladder)


def _at_level(
    dataset: Dataset, pathway: Pathway, level: str, ladder: list[str]
) -> Iterator[Problem]:
    limits = {
        f'the use "{pathway.use}" of {pathway.visa}': use_of(dataset, pathway).contact.ceiling,
        f'the license "{pathway.license}"': dataset.licenses[pathway.license].contact.ceiling,
    }
    for who, ceiling in limits.items():
        most = ceiling.get(level)
        if most is None:
            message = f'{who} does not serve "{level}".'
            tip = "Take the level out, or give it a ceiling there."
            yield problem(dataset, pathway, ("levels",), message, tip)
        elif ladder.index(pathway.contact) > ladder.index(most):
            message = f'"{pathway.contact}" is more than {who} allows "{level}": "{most}".'
            yield problem(dataset, pathway, ("contact",), message, f"Write {most} or less.")
