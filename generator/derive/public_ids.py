"""Everything that readers may have linked or cited, each with the hash of what it means."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from functools import cached_property
from typing import Any

from generator.derive.pathways import pathway_name
from generator.model.base import Frozen, PartialDate, Record
from generator.model.claim import Cite, Claim
from generator.model.dataset import PUBLIC_NOUNS, Dataset
from generator.model.quiz import Option, Question
from generator.model.state import Pathway
from generator.model.walk import claims_in
from generator.problems import DataPath

PREFIXED = ("question", "country-list")
"""Nouns outside the space that records share: ``question/pay``, ``country-list/vwp``."""
NOT_MEANING = frozenset(
    {"other_names", "search_words", "opened", "read_on", "as_of", "known_as_of"}
    | {"quoted_by", "note", "parts"}
)
"""Fields that help to find or to judge a record, and change nothing of what it says."""


@dataclass(frozen=True)
class Public:
    """One public id.

    Attributes:
        id: The id, the same on every surface.
        says: The words of a claim, the name of anything else.
        value: The record, claim or option itself.
        record: The record it stands in.
        path: Where in the record.
    """

    id: str
    says: str
    value: Frozen
    record: Record
    path: DataPath = ()

    @cached_property
    def meaning(self) -> str:
        """A hash of what it means, whatever its form and order.

        A field that is left out counts as little as one that nobody knew of yet, so that a new
        field changes no meaning.
        """
        words = json.dumps(meant(self.value), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(words.encode()).hexdigest()[:16]

    @property
    def claim(self) -> Claim | None:
        """The claim it names, if it names one."""
        return self.value if isinstance(self.value, Claim) else None

    @property
    def cites(self) -> tuple[Cite, ...]:
        """What it cites itself."""
        return getattr(self.value, "cites", ())


def public_ids(dataset: Dataset) -> Mapping[str, Public]:
    """Every public id: of records, claims, reasons, questions, options and country lists."""
    return {each.id: each for each in _every(dataset)}


def _every(dataset: Dataset) -> Iterator[Public]:
    for noun in (*PUBLIC_NOUNS, "limit"):
        for record in dataset.of(noun).values():
            yield from _with_claims(dataset, record)
    for record in dataset.of("not-carried").values():
        yield Public(record.id, record.says, record, record)
    for noun in PREFIXED:
        for record in dataset.of(noun).values():
            public_id = f"{noun}/{record.id}"
            yield Public(public_id, name_of(dataset, record), record, record)
            if isinstance(record, Question):
                yield from _options(public_id, record)


def _with_claims(dataset: Dataset, record: Record) -> Iterator[Public]:
    itself: object = record
    own = itself if isinstance(itself, Claim) else None
    says = own.says if own else name_of(dataset, record)
    yield Public(record.id, says, record, record)
    for path, claim in claims_in(record):
        if path:
            public_id = f"{record.id}/{claim.id}"
            yield Public(public_id, claim.says, claim, record, path)


def _options(public_id: str, question: Question) -> Iterator[Public]:
    for number, option in enumerate(question.options):
        path = ("options", number)
        yield Public(f"{public_id}/{option.id}", option.label, option, question, path)


def name_of(dataset: Dataset, record: Record) -> str:
    """What a record is called."""
    if isinstance(record, Pathway):
        return pathway_name(dataset, record)
    names = ("short_name", "name", "title", "asks", "says")
    return next(str(getattr(record, each)) for each in names if hasattr(record, each))


def meant(value: Frozen) -> dict[str, Any]:
    """What a record or a claim means, as JSON: neither its form nor its order.

    The claims inside a record have ids and meanings of their own, and do not count.
    """
    found = {
        name: _plain(each)
        for name, field in type(value).model_fields.items()
        if name not in NOT_MEANING
        and name != "id"
        and (each := getattr(value, name)) != field.default
        and not isinstance(each, Claim)
    }
    return {name: each for name, each in found.items() if each != []}


def _plain(value: Any) -> Any:
    """A value as JSON; what has no order is sorted."""
    if isinstance(value, Frozen):
        return meant(value)
    if isinstance(value, tuple):
        if any(isinstance(each, Option) for each in value):
            return [each.id for each in value]  # "up to" goes by the order of the options
        inner = (_plain(each) for each in value if not isinstance(each, Claim))
        return sorted(inner, key=json.dumps)
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {type(value).__name__: _rule(value)}
    return value


def _rule(value: Any) -> dict[str, Any]:
    """A part of a rule; what it leaves out does not count."""
    return {
        each.name: _plain(getattr(value, each.name))
        for each in fields(value)
        if each.default is MISSING or getattr(value, each.name) != each.default
    }
