"""A record as plain values: what it says, each claim with its public id, sources and age.

Every field is there in every record. What is not known is null, and the field beside it that ends
in ``_word`` says why: ``unknown``, ``none-known`` or ``not-assessed``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.derive.freshness import age, days_of, oldest_day
from generator.derive.pathways import (
    Listed,
    conditions_of,
    goals_of,
    pathway_name,
    resolve,
    steps_of,
)
from generator.derive.plan import Slot, slots, tasks_of, waves
from generator.model.base import Frozen, PartialDate, Record
from generator.model.claim import Cite, Claim, Condition, Requirement
from generator.model.dataset import Dataset
from generator.model.open_data import PLURALS
from generator.model.predicate import AllOf, AnyOf, Not, Predicate, Test
from generator.model.state import Pathway, State
from generator.model.walk import walk

Value = dict[str, Any]

CONDITION_LISTS = ("requires", "limits", "stay", "where", "term")
"""Lists that name shared conditions by id, or write their own; here every one is written out."""
WORDED = {"lead_time": "unknown", "cost": "unknown", "enablers": "none-known"}
"""Fields that may hold a word where nothing is known."""
KNOWN, AT_LEAST, UNKNOWN, NOT_ASSESSED = "known", "at-least", "unknown", "not-assessed"


def rule_of(rule: Predicate) -> Value:
    """A rule in one shape: a question and its options, or ``all``, ``any`` or ``not`` of rules."""
    match rule:
        case AllOf(parts):
            return {"all": [rule_of(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [rule_of(part) for part in parts]}
        case Not(part):
            return {"not": rule_of(part)}
        case Test():
            wanted = {"up_to": rule.up_to, "in": rule.country_list, "options": list(rule.options)}
            chosen = {name: value for name, value in wanted.items() if value}
            return {"question": rule.question, **chosen, "maybe": list(rule.maybe)}


def name_of(dataset: Dataset, record: Record) -> str:
    """What a record is called; one without a name by what it says."""
    if isinstance(record, Pathway):
        return pathway_name(dataset, record)
    names = ("name", "title", "term", "asks", "says")
    return next((str(getattr(record, each)) for each in names if hasattr(record, each)), record.id)


def claim_id(claim: Claim, owner: Record) -> str:
    """The public id of a claim; a shared condition is a record, and has that record's."""
    return owner.id if owner.id == claim.id else f"{owner.id}/{claim.id}"


def _named(listed: Listed) -> Value:
    """A condition by its public id, what it says, and the record that has the rest."""
    return {
        "claim": claim_id(listed.condition, listed.owner),
        "says": listed.condition.says,
        "noun": listed.owner.noun,
        "record": listed.owner.id,
    }


def _start(slot: Slot) -> Value:
    """By how many days before the first day a step must start, as far as is known."""
    word = KNOWN if not slot.unknown else AT_LEAST if slot.most else UNKNOWN
    return {
        "start_before": None if word == UNKNOWN else [slot.least, slot.most],
        "start_before_word": word,
        "start_before_unknown": slot.unknown,
    }


@dataclass(frozen=True)
class Writer:
    """Writes records as plain values.

    Attributes:
        dataset: The data.
        urls: The address of every page inside the site, by its id.
    """

    dataset: Dataset
    urls: Mapping[str, str]

    def everything(self) -> Mapping[str, Sequence[Value]]:
        """Every record, by the plural of its noun, in the order of the site."""
        return {
            plural: [self.record(each) for each in self.dataset.of(noun).values()]
            for noun, plural in PLURALS.items()
        }

    def summary(self, record: Record) -> Value:
        """What every record has: its id, noun and name, its page, its file, and its days."""
        cited = {value.source for _, value in walk(record) if isinstance(value, Cite)}
        days = days_of(self.dataset, cited)
        return {
            "id": record.id,
            "noun": record.noun,
            "name": name_of(self.dataset, record),
            "url": self._url(record),
            "file": self.dataset.file_of(record),
            "oldest_source": days[0].text if days else None,
            "newest_source": days[-1].text if days else None,
        }

    def _url(self, record: Record) -> str | None:
        if isinstance(record, State):
            return self.urls.get(f"{record.id}/licenses")
        if self.dataset.public(record.id) is record:
            return self.urls.get(record.id)
        return self.urls.get(f"{PLURALS[record.noun]}/{record.id}")

    def record(self, record: Record) -> Value:
        """A record with everything it says."""
        written = {**self.summary(record), **self._fields(record, record, type(record))}
        return self._pathway(record, written) if isinstance(record, Pathway) else written

    def _pathway(self, pathway: Pathway, written: Value) -> Value:
        """A pathway with all that it asks for: of its visa, its use, its license and its own."""
        conditions = [
            {"list": each.heading, **_named(each)}
            for each in conditions_of(self.dataset, pathway)
            if not isinstance(each.condition, Requirement)
        ]
        goals = list(goals_of(self.dataset, pathway))
        steps = self._steps(pathway)
        return {**written, "goals": goals, "steps": steps, "conditions": conditions}

    def _steps(self, pathway: Pathway) -> list[Value]:
        """The requirements of a pathway in order, each with when it must start."""
        listed = steps_of(conditions_of(self.dataset, pathway))
        tasks = tasks_of(listed)
        slot, wave = slots(tasks), waves(tasks)
        number = {task.id: place for place, task in enumerate(tasks, 1)}
        return [
            {
                "number": number[task.id],
                **_named(each),
                "after": [number[before] for before in task.after],
                "wave": wave[task.id],
                **_start(slot[task.id]),
            }
            for task, each in zip(tasks, listed, strict=True)
        ]

    def claim(self, claim: Claim, owner: Record) -> Value:
        """A claim as any list has it; what a shared one has more stands in its own record."""
        kind = Requirement if isinstance(claim, Requirement) else Condition
        return self._fields(claim, owner, kind)

    def _fields(self, value: Frozen, owner: Record, kind: type[Frozen]) -> Value:
        found: Value = {}
        for name, field in kind.model_fields.items():
            found |= self._field(field.alias or name, getattr(value, name), owner)
        if isinstance(value, Claim):
            found["id"] = claim_id(value, owner)
        if "standing" in found and "cites" in found:
            found |= self._freshness(value)
        return found

    def _freshness(self, value: Any) -> Value:
        day = oldest_day(self.dataset, value.cites)
        return {"as_of": day.text if day else None, "age": age(self.dataset, value.cites)}

    def _field(self, name: str, value: Any, owner: Record) -> Value:
        """A field as it stands in JSON, with its word beside it if it may be unknown."""
        if name in WORDED:
            known = not isinstance(value, str)
            shown = self._value(value, owner) if known else None
            return {name: shown, f"{name}_word": KNOWN if known else value}
        if name == "met_when":
            rule = rule_of(value) if value else None
            return {name: rule, f"{name}_word": KNOWN if value else NOT_ASSESSED}
        if name in CONDITION_LISTS and isinstance(value, tuple):
            return {name: self._listed(value, owner)}
        return {name: self._value(value, owner)}

    def _listed(self, conditions: Iterable[Any], owner: Record) -> list[Value]:
        return [self.claim(each, by) for by, each in resolve(self.dataset, owner, conditions)]

    def _value(self, value: Any, owner: Record) -> Any:
        match value:
            case Frozen():
                return self._fields(value, owner, type(value))
            case tuple():
                return [self._value(each, owner) for each in value]
            case PartialDate(text):
                return text
            case date():
                return value.isoformat()
        return value
