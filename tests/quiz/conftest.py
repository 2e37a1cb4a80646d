from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page

from generator.derive.quiz_rules import Rules, compile_quiz, rules_of_quiz
from generator.model.dataset import Dataset
from tests.quiz.enumeration import Quiz, without_lists
from tests.quiz.twins import load_engine


@pytest.fixture(scope="session")
def rules(real: Dataset) -> Rules:
    return rules_of_quiz(real)


@pytest.fixture(scope="session")
def quiz(real: Dataset, rules: Rules) -> Quiz:
    """The compiled quiz, as it is read back from its file."""
    found: Quiz = json.loads(json.dumps(compile_quiz(real, rules)))
    return found


@pytest.fixture(scope="session")
def deciding(quiz: Quiz) -> Quiz:
    return without_lists(quiz)


@pytest.fixture(scope="session")
def engine(browser: Browser) -> Page:
    """A page that holds the engine that ships, and nothing else."""
    page = browser.new_page()
    load_engine(page)
    return page
