"""All records together. A Dataset that exists is well-formed: nothing later checks shape again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model import changes, guidance, quiz, source, state, visa, vocabulary
from generator.model.base import SLUG, Record

_NAME = r"(?!(?:index|readme)\.)[a-z0-9]+(?:[-_][a-z0-9]+)*"
"""The name of a file: an id, but none that a web server takes for a folder's own page."""


@dataclass(frozen=True)
class Place:
    """Where the records of one noun live below data/.

    ``path`` holds ``{id}`` where the file's name is the id, and ``{state}`` where the folder is.
    A file of ``entries`` holds many records, one a key.
    """

    model: type[Record]
    path: str
    entries: bool = False

    @property
    def noun(self) -> str:
        """The noun whose records live here."""
        return self.model.noun

    def match(self, file: str) -> str | None:
        """The id (or, for entries, its prefix) that a file's path gives; None if it is not here."""
        pattern = re.escape(self.path).replace(r"\{state\}", f"(?P<state>{SLUG})")
        pattern = pattern.replace(
            r"\{id\}", r"(?P<id>(?!(?:index|readme)\.)[a-z0-9]+(?:[-_][a-z0-9]+)*)"
        )
        found = re.fullmatch(pattern, file)
        if not found:
            return None
        groups = found.groupdict()
        state_id, name = groups.get("state"), groups.get("id", "")
        if self.entries:
            return f"{state_id}/" if state_id else ""
        if not state_id:
            return name or file.removesuffix(".yml").rpartition("/")[2]
        return f"{state_id}/{name}" if name else state_id


PLACES = (
    Place(visa.Visa, "visas/{id}.yml"),
    Place(guidance.SharedRequirement, "requirements/{id}.yml"),
    Place(guidance.SharedLimit, "limits/{id}.yml"),
    Place(state.State, "states/{state}/state.yml"),
    Place(state.License, "states/{state}/licenses/{id}.yml"),
    Place(state.Pathway, "states/{state}/pathways/{id}.yml"),
    Place(state.NotCarried, "states/{state}/not-carried.yml", entries=True),
    Place(guidance.Barrier, "barriers/{id}.yml"),
    Place(guidance.Enabler, "enablers/{id}.yml"),
    Place(guidance.Recommendation, "recommendations/{id}.yml"),
    Place(guidance.Stakeholder, "stakeholders/{id}.yml"),
    Place(guidance.Alert, "alerts/{id}.yml"),
    Place(source.Source, "sources/{id}.yml"),
    Place(vocabulary.CountryList, "countries.yml", entries=True),
    Place(vocabulary.Level, "vocabularies/levels.yml", entries=True),
    Place(vocabulary.Reader, "vocabularies/readers.yml", entries=True),
    Place(vocabulary.ContactLevel, "vocabularies/contact.yml", entries=True),
    Place(vocabulary.Goal, "vocabularies/goals.yml", entries=True),
    Place(vocabulary.Actor, "vocabularies/actors.yml", entries=True),
    Place(vocabulary.Topic, "vocabularies/topics.yml", entries=True),
    Place(vocabulary.BarrierGroup, "vocabularies/barrier-groups.yml", entries=True),
    Place(vocabulary.VisaFamily, "vocabularies/visa-families.yml", entries=True),
    Place(vocabulary.LicenseKind, "vocabularies/license-kinds.yml", entries=True),
    Place(vocabulary.StandingWord, "vocabularies/standings.yml", entries=True),
    Place(vocabulary.SourceKind, "vocabularies/source-kinds.yml", entries=True),
    Place(vocabulary.Facet, "vocabularies/facets.yml", entries=True),
    Place(vocabulary.Term, "vocabularies/glossary.yml", entries=True),
    Place(quiz.Quiz, "quiz/quiz.yml"),
    Place(quiz.Question, "quiz/questions/{id}.yml"),
    Place(changes.Changes, "changes/{id}.yml"),
    Place(changes.Redirect, "redirects.yml", entries=True),
    Place(changes.Published, "published.yml", entries=True),
)

PUBLIC_NOUNS = (
    "visa", "requirement", "state", "license", "pathway", "barrier", "enabler",
    "recommendation", "stakeholder", "alert", "source",
)  # fmt: skip
"""Nouns whose ids are public and share one space: ``[[b-1]]`` in prose names one of these."""


@dataclass(frozen=True)
class Dataset:
    """Every record, by noun and id, in the order of the files; and the file of each."""

    records: Mapping[str, Mapping[str, Any]]
    files: Mapping[tuple[str, str], str] = field(default_factory=dict)
    folder: str = "data"

    def of(self, noun: str) -> Mapping[str, Any]:
        """The records of one noun."""
        return self.records.get(noun, {})

    @property
    def visas(self) -> Mapping[str, visa.Visa]:
        """Visa categories."""
        return self.of("visa")

    @property
    def requirements(self) -> Mapping[str, guidance.SharedRequirement]:
        """Shared requirements."""
        return self.of("requirement")

    @property
    def limits(self) -> Mapping[str, guidance.SharedLimit]:
        """Shared limits."""
        return self.of("limit")

    @property
    def states(self) -> Mapping[str, state.State]:
        """States."""
        return self.of("state")

    @property
    def licenses(self) -> Mapping[str, state.License]:
        """Licenses of every state."""
        return self.of("license")

    @property
    def pathways(self) -> Mapping[str, state.Pathway]:
        """Pathways of every state."""
        return self.of("pathway")

    @property
    def sources(self) -> Mapping[str, source.Source]:
        """Sources."""
        return self.of("source")

    @property
    def alerts(self) -> Mapping[str, guidance.Alert]:
        """Alerts."""
        return self.of("alert")

    @property
    def questions(self) -> Mapping[str, quiz.Question]:
        """Questions, by id; the quiz has their order."""
        return self.of("question")

    @property
    def terms(self) -> Mapping[str, vocabulary.Term]:
        """The glossary."""
        return self.of("term")

    def word(self, noun: str, word_id: str) -> vocabulary.Word:
        """The name and meaning of a word of a vocabulary."""
        found: vocabulary.Word = self.of(noun)[word_id]
        return found

    def everything(self) -> Iterator[Any]:
        """Every record of every noun."""
        for records in self.records.values():
            yield from records.values()

    def public(self, record_id: str) -> Any | None:
        """The record that a public id names."""
        for noun in PUBLIC_NOUNS:
            if record_id in self.of(noun):
                return self.of(noun)[record_id]
        return None

    def file_of(self, record: Record) -> str:
        """The file a record was read from, relative to the project."""
        return self.files[record.noun, record.id]
