"""How old what we say is: a claim is as fresh as the oldest source that carries it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from generator.model.base import PartialDate, show_day
from generator.model.claim import Cite
from generator.model.dataset import Dataset
from generator.model.guidance import Alert
from generator.model.inline import Age, InForce
from generator.model.walk import walk

_DATES = {"as_of", "read_on", "known_as_of"}
"""Fields that say when something was known; from and until may lie in the future."""


def oldest_day(dataset: Dataset, cites: Iterable[Cite]) -> PartialDate | None:
    """The day for which a claim's sources speak; None if it is not known, or none was opened."""
    sources = [dataset.sources[cite.source] for cite in cites]
    if all(source.opened == "no" for source in sources):
        return None
    days = [source.as_of for source in sources if source.as_of]
    return min(days, key=_when, default=None)


def age(dataset: Dataset, cites: Iterable[Cite]) -> str:
    """Say for which day a claim's sources speak, and whether any of them was read."""
    cites = tuple(cites)
    day = oldest_day(dataset, cites)
    if day:
        return f"as of {day.shown}"
    if all(dataset.sources[cite.source].opened == "no" for cite in cites):
        return "source not opened"
    return "day of the source not known"


def days_of(dataset: Dataset, source_ids: Iterable[str]) -> tuple[PartialDate, ...]:
    """The days for which some sources speak, oldest first; those not known are left out."""
    dated = [dataset.sources[each].as_of for each in source_ids]
    return tuple(sorted((day for day in dated if day), key=_when))


def _when(day: PartialDate) -> tuple[date, str]:
    """The order of days; of two that begin on one day the less exact comes first."""
    return day.first, day.text


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


def aged(dataset: Dataset, words: str, source_ids: Iterable[str], on: date) -> Age:
    """Words on how old something is, marked if one of its sources is due on a day.

    Where all its sources speak for later days, as on a site of an earlier day, the words say so.
    """
    listed = tuple(source_ids)
    day = review_by(dataset, listed)
    spoken = [found.first for each in listed if (found := dataset.sources[each].as_of)]
    if words and spoken and min(spoken) > on:
        words = f"{words}, later than the day of this site"
    return Age(words, day.isoformat(), day < on) if day else Age(words)


def in_force(alert: Alert, on: date) -> tuple[InForce, ...]:
    """Whether a policy change begins after a day, or has passed its planned end; often neither."""
    later = f"from {show_day(alert.from_)}" if alert.from_ and alert.from_ > on else ""
    past = "past its planned end" if alert.until and alert.until < on else ""
    if not later and not alert.until:
        return ()
    from_, until = (each.isoformat() if each else "" for each in (alert.from_, alert.until))
    return (InForce(later or past, from_, until),)


def span(dataset: Dataset, source_ids: Iterable[str]) -> str:
    """The days for which some sources speak, oldest to newest, in words."""
    days = days_of(dataset, source_ids)
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
