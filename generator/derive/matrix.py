"""Every visa with every license for every level: a pathway, a reason why none, or not assessed."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.dataset import Dataset
from generator.model.state import License, NotCarried, Pathway
from generator.model.visa import Visa


@dataclass(frozen=True)
class Pairing:
    """What is known of one visa with one license for one level.

    Exactly one of these holds: there are pathways, the most contact first; there is a reason why
    none; the license does not serve the level (``unserved``); or nothing is known.
    """

    pathways: tuple[Pathway, ...] = ()
    reason: NotCarried | None = None
    unserved: License | None = None

    @property
    def assessed(self) -> bool:
        """Whether anything is known."""
        return bool(self.pathways or self.reason or self.unserved)


def pairing(dataset: Dataset, visa: Visa, license_: License, level: str) -> Pairing:
    """Look up what is known of a visa, a license and a level."""
    ladder = list(dataset.of("contact"))
    pathways = [
        each
        for each in dataset.pathways.values()
        if each.visa == visa.id and each.license == license_.id and level in each.levels
    ]
    if pathways:
        pathways.sort(key=lambda each: -ladder.index(each.contact))
        return Pairing(pathways=tuple(pathways))
    for row in dataset.of("not-carried").values():
        if row.state == license_.state and _covers(row, visa, license_, level):
            return Pairing(reason=row)
    if level not in license_.contact.ceiling:
        return Pairing(unserved=license_)
    return Pairing()


def _covers(row: NotCarried, visa: Visa, license_: License, level: str) -> bool:
    return (
        visa.id in row.visas
        and (not row.levels or level in row.levels)
        and (not row.licenses or license_.id in row.licenses)
    )
