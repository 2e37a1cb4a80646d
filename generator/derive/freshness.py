"""How old what we say is: a claim is as fresh as the oldest source that carries it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from generator.model.base import PartialDate
from generator.model.claim import Cite
from generator.model.dataset import Dataset
from generator.model.walk import walk

_DATES = {"as_of", "read_on", "known_as_of"}
"""Fields that say when something was known; from and until may lie in the future."""


def age(dataset: Dataset, cites: Iterable[Cite]) -> str:
    """Say for which day a claim's sources speak, and whether any of them was read."""
    sources = [dataset.sources[cite.source] for cite in cites]
    days = [source.as_of for source in sources if source.as_of]
    if all(source.opened == "no" for source in sources):
        return "source not opened"
    if not days:
        return "day of the source not known"
    return f"as of {min(days, key=lambda day: day.first).shown}"


def review_by(dataset: Dataset, source_ids: Iterable[str]) -> date | None:
    """The last day on which a claim may be relied on unread; None if no day of a source is known.

    A source of each kind is looked at again within its ``review_days``; a claim, when the first of
    its sources is due.
    """
    return min(
        (
            source.as_of.first + timedelta(days=dataset.of("source-kind")[source.kind].review_days)
            for source in (dataset.sources[each] for each in source_ids)
            if source.as_of
        ),
        default=None,
    )


def span(dataset: Dataset, source_ids: Iterable[str]) -> str:
    """The days for which some sources speak, oldest to newest, in words."""
    dated = [dataset.sources[each].as_of for each in source_ids]
    days = sorted((day for day in dated if day), key=lambda day: day.first)
    if not days:
        return "not known"
    if days[0] == days[-1]:
        return days[0].shown
    return f"{days[0].shown} to {days[-1].shown}"


def newest_day(dataset: Dataset) -> date:
    """The newest date anywhere in the data: the day as of which the site speaks."""
    days = [date.min]
    for record in dataset.everything():
        for _, value in walk(record):
            for name in _DATES & type(value).model_fields.keys():
                found = getattr(value, name)
                if isinstance(found, PartialDate):
                    days.append(found.first)
                elif found:
                    days.append(found)
    return max(days)
