"""The compiled quiz as a file of its own: what the page of the quiz carries, for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.document import Page
from generator.model.form import Form

QUIZ_FILE = "quiz.json"


def quiz_files(pages: Iterable[Page]) -> Mapping[str, str]:
    """The quiz, if there is one, by its path inside the site; docs/quiz.md describes it."""
    forms = (block for page in pages for block in page.lead if isinstance(block, Form))
    found = next(forms, None)
    return {QUIZ_FILE: f"{found.data}\n"} if found else {}
