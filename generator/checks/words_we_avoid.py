"""Words that hurt or mislead are not used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.finding import problem, texts
from generator.model.dataset import Dataset
from generator.problems import Problem

LEGAL_NAMES = re.compile(r"\b(alien physicians?|resident aliens?)\b", re.IGNORECASE)
AVOIDED = {
    re.compile(r"\baliens?\b", re.IGNORECASE): "Write person, trainee or physician.",
    re.compile(r"\bforeigners?\b", re.IGNORECASE): "Write person from abroad.",
    re.compile(r"\bguarantee(s|d)?\b", re.IGNORECASE): "Nothing here is certain: say what decides.",
    re.compile(r"\blicence(s|d)?\b", re.IGNORECASE): "Write license.",
    re.compile(r"\bprogramme(s)?\b", re.IGNORECASE): "Write program.",
}
OTHERS_WORDS = {"title", "publisher", "authors"}
"""Fields that hold other people's words as they wrote them."""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find words we avoid, outside legal names and other people's titles."""
    for record, path, words in texts(dataset):
        if path[-1] in OTHERS_WORDS:
            continue
        rest = LEGAL_NAMES.sub("", words)
        for pattern, tip in AVOIDED.items():
            found = pattern.search(rest)
            if found:
                message = f'"{found.group()}" is a word we avoid.'
                yield problem(dataset, record, path, message, tip)
