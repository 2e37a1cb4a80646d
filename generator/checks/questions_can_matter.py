"""Every question can change what a pathway says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import problem
from generator.derive.conditions import atoms, options_of
from generator.derive.outcomes import rules_of
from generator.model.dataset import Dataset
from generator.problems import Problem


def check(dataset: Dataset) -> Iterator[Problem]:
    """Find questions on which no pathway depends."""
    options = options_of(dataset)
    deciding = {
        atom.question
        for pathway in dataset.pathways.values()
        for rule in rules_of(dataset, pathway, options)
        for atom in atoms(rule.tree)
        if atom.must != options.all(atom.question) and atom.may
    }
    for question in dataset.questions.values():
        if question.id not in deciding:
            message = "no answer to this question changes anything."
            yield problem(dataset, question, (), message, "Write a condition on it, or delete it.")
