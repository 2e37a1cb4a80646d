"""Text holds words only: no HTML, no file path, no e-mail address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.finding import problem, texts
from generator.model.dataset import Dataset
from generator.problems import Problem

NOT_WORDS = {
    re.compile(r"</?[A-Za-z!][^>]*>"): "HTML",
    re.compile(r"[\w.+-]+@[\w-]+\.\w+"): "an e-mail address",
    re.compile(r"[\w.-]*(?:/[\w.-]+)+\.[a-z]{1,5}\b"): "a file path",
    re.compile(r"https?://"): "a web address",
}


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find what is not words."""
    for record, path, words in texts(dataset):
        for pattern, what in NOT_WORDS.items():
            if pattern.search(words):
                message = f"the text holds {what}."
                yield problem(dataset, record, path, message, "Say it in plain words.")
