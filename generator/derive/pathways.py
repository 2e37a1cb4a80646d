"""What a pathway is made of: its visa, use and license, and every condition they bring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.base import Record
from generator.model.claim import Claim, Requirement
from generator.model.dataset import Dataset
from generator.model.state import License, Pathway
from generator.model.visa import Use, Visa


@dataclass(frozen=True)
class Listed:
    """A claim and where it was written: the list that names it, and the record that owns it."""

    heading: str
    owner: Record
    condition: Claim


def use_of(dataset: Dataset, pathway: Pathway) -> Use:
    """The use of the visa that a pathway is about."""
    return next(use for use in dataset.visas[pathway.visa].uses if use.id == pathway.use)


def pathway_name(dataset: Dataset, pathway: Pathway) -> str:
    """What a pathway is called: ``H-1B with permit 2113: teaching``."""
    visa, license_ = dataset.visas[pathway.visa], dataset.licenses[pathway.license]
    use = use_of(dataset, pathway).name
    return f"{visa.short_name} with {_inside(license_.short_name)}: {_inside(use)}"


def _inside(name: str) -> str:
    """A name inside a sentence: its first letter small, unless it is an abbreviation."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name


def goals_of(dataset: Dataset, pathway: Pathway) -> tuple[str, ...]:
    """The goals that a pathway serves: its own where it narrows them, else its use's."""
    return pathway.goals or use_of(dataset, pathway).goals


def resolve(dataset: Dataset, owner: Record, listed: Iterable[Any]) -> Iterator[tuple[Record, Any]]:
    """Conditions of a list, each with its owner; an id is looked up in the shared ones."""
    for each in listed:
        if isinstance(each, Claim):
            yield owner, each
        else:
            shared = dataset.requirements.get(each) or dataset.limits[each]
            yield shared, shared


def listed_in(
    dataset: Dataset, owner: Record, holder: Visa | Use | License | Pathway
) -> list[Listed]:
    """Every condition in a record's lists, shared ones looked up, in the order of the model."""
    return [
        Listed(heading, found, condition)
        for heading in ("requires", "limits", "stay", "where", "term")
        for found, condition in resolve(dataset, owner, getattr(holder, heading, ()))
    ]


def conditions_of(dataset: Dataset, pathway: Pathway) -> tuple[Listed, ...]:
    """Every condition of a pathway, once each: visa, use, license, then its own."""
    visa, license_ = dataset.visas[pathway.visa], dataset.licenses[pathway.license]
    found = [
        *listed_in(dataset, visa, visa),
        *listed_in(dataset, visa, use_of(dataset, pathway)),
        *listed_in(dataset, license_, license_),
        *listed_in(dataset, pathway, pathway),
    ]
    return tuple({(each.owner.id, each.condition.id): each for each in found}.values())


def steps_of(conditions: Iterable[Listed]) -> tuple[Listed, ...]:
    """The requirements among conditions, in ``after`` order; ties keep the order of writing."""
    waiting = [each for each in conditions if isinstance(each.condition, Requirement)]
    here = {each.condition.id for each in waiting}
    done: set[str] = set()
    ordered: list[Listed] = []
    while waiting:
        ready = next(
            (each for each in waiting if _before(each.condition) & here <= done), waiting[0]
        )
        waiting.remove(ready)
        ordered.append(ready)
        done.add(ready.condition.id)
    return tuple(ordered)


def _before(condition: Claim) -> set[str]:
    return set(condition.after) if isinstance(condition, Requirement) else set()
