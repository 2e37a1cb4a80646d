"""Profiles written as sentences: ``tests/cases/words.yml`` says which answer each stands for."""

from __future__ import annotations

from typing import Any

import yaml

from tests.sites import ROOT

CASES = ROOT / "tests/cases"
Answers = dict[str, str]


def read(name: str) -> Any:
    """A file of cases; every scalar is text."""
    words = (CASES / f"{name}.yml").read_text("utf-8")
    return yaml.load(words, yaml.BaseLoader)


def names() -> list[str]:
    """The files that hold the cases of one pathway each."""
    return sorted(path.stem for path in CASES.glob("*.yml") if path.stem not in {"words", "people"})


def answers_of(sentences: str) -> Answers:
    """The answers that a profile gives, in its order."""
    meant = {
        words: (question, option)
        for question, phrases in read("words").items()
        for words, option in phrases.items()
    }
    return dict(meant[each] for each in sentences.removesuffix(".").split(". "))
