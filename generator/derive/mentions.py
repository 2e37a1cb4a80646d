"""Names in running text: the first mention in a section links, abbreviations explain themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.dataset import Dataset
from generator.model.inline import Abbr, Inline, Inlines, Ref, Text

LINKED_NOUNS = ("visa", "license", "requirement")


@dataclass(frozen=True)
class Mentions:
    """Every name that text may mention: of records, and of glossary terms."""

    pattern: re.Pattern[str]
    records: Mapping[str, str]
    terms: Mapping[str, tuple[str, str]]

    def mark(self, text: str, seen: set[str]) -> Inlines:
        """Turn text into inline values.

        Args:
            text: Plain words.
            seen: Ids already linked or explained in this section, and the page's own id; the
                ones found here are added.

        Returns:
            The same words, the first mention of each record a ``Ref``, of each term an ``Abbr``.
        """
        found: list[Inline] = []
        end = 0
        for match in self.pattern.finditer(text):
            inline = self._inline(match.group(), seen)
            if inline is None:
                continue
            if match.start() > end:
                found.append(Text(text[end : match.start()]))
            found.append(inline)
            end = match.end()
        if end < len(text):
            found.append(Text(text[end:]))
        return tuple(found)

    def _inline(self, name: str, seen: set[str]) -> Inline | None:
        record = self.records.get(name)
        if record:
            if record in seen:
                return None
            seen.add(record)
            return Ref(record, name)
        term, meaning = self.terms[name]
        if f"term {term}" in seen:
            return None
        seen.add(f"term {term}")
        return Abbr(term, name, meaning)


def mentions_of(dataset: Dataset) -> Mentions:
    """The names of all visas, licenses, requirements and glossary terms.

    A name that two records share, such as the "No license" of two states, names neither.
    """
    owners: dict[str, set[str]] = {}
    for noun in LINKED_NOUNS:
        for record in dataset.of(noun).values():
            names = [getattr(record, "short_name", record.name), *record.other_names]
            for name in names:
                owners.setdefault(name, set()).add(record.id)
    records = {name: each for name, ids in owners.items() for each in ids if len(ids) == 1}
    terms: dict[str, tuple[str, str]] = {}
    for term in dataset.terms.values():
        for name in (term.term, *term.other_names):
            if name not in records:
                terms[name] = (term.id, term.stands_for or term.meaning)
    names = sorted([*records, *terms], key=lambda name: (-len(name), name))
    any_name = "|".join(map(re.escape, names)) or r"(?!)"
    return Mentions(re.compile(rf"(?<![\w-])(?:{any_name})(?![\w-]|\.\w)"), records, terms)
