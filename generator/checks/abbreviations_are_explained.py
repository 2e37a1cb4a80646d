"""Every abbreviation stands in the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.finding import problem, texts
from generator.model.dataset import Dataset
from generator.problems import Problem, nearest

ABBREVIATION = re.compile(r"\b[A-Z][A-Z&]*[A-Z](?:-\d+\w*)?\b")
KNOWN_TO_ALL = {"US", "USA", "OK"}
NOT_PROSE = {"title", "publisher", "authors"}
"""Other people's words: shown as they are, with a page of their own."""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find abbreviations that no entry of the glossary explains."""
    known = _known(dataset)
    told: set[tuple[str, str]] = set()
    for record, path, words in texts(dataset):
        if record.noun == "term" or path[-1] in NOT_PROSE:
            continue
        for found in ABBREVIATION.findall(words):
            plain = found.removesuffix("s")
            if found in known or plain in known or (record.id, found) in told:
                continue
            told.add((record.id, found))
            tip = nearest(found, known) or "Add it to data/vocabularies/glossary.yml."
            yield problem(dataset, record, path, f'"{found}" is not in the glossary.', tip)


def _known(dataset: Dataset) -> set[str]:
    """Terms, their other names, and the names of visas."""
    known = set(KNOWN_TO_ALL)
    for term in dataset.terms.values():
        known |= {word for name in (term.term, *term.other_names) for word in (name, *name.split())}
    for visa in dataset.visas.values():
        known |= {visa.short_name, *visa.short_name.split(), *visa.other_names}
    return known
