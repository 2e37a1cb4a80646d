"""What must hold across the data: one rule a file, listed here by hand.

Two rules of the same kind stand in the models already: every claim cites, and a barrier names its
enablers or says that none is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.checks import (
    abbreviations_are_explained,
    after_has_no_cycle,
    both_sides_are_shown,
    change_notes_are_right,
    changes_are_told,
    claim_ids_are_unique,
    conditions_are_possible,
    contact_is_within_ceilings,
    dates_are_in_order,
    disputed_rules_have_a_maybe,
    every_visa_and_level_is_answered,
    ids_do_not_vanish,
    lists_name_each_once,
    options_fit_a_mask,
    parts_exist_and_are_cited,
    pathways_can_be_open,
    questions_can_matter,
    quiz_asks_every_question,
    says_is_short,
    sources_are_used,
    text_is_plain,
    words_we_avoid,
)
from generator.model.dataset import Dataset
from generator.problems import Problem

CHECKS: tuple[Callable[[Dataset], Iterator[Problem]], ...] = (
    claim_ids_are_unique.check,
    both_sides_are_shown.check,
    disputed_rules_have_a_maybe.check,
    says_is_short.check,
    words_we_avoid.check,
    text_is_plain.check,
    abbreviations_are_explained.check,
    sources_are_used.check,
    parts_exist_and_are_cited.check,
    contact_is_within_ceilings.check,
    every_visa_and_level_is_answered.check,
    after_has_no_cycle.check,
    dates_are_in_order.check,
    ids_do_not_vanish.check,
    quiz_asks_every_question.check,
    lists_name_each_once.check,
    change_notes_are_right.check,
    changes_are_told.check,
    conditions_are_possible.check,
    pathways_can_be_open.check,
    questions_can_matter.check,
    options_fit_a_mask.check,
)


def check(dataset: Dataset) -> Iterator[Problem]:
    """Every problem that every check finds."""
    for rule in CHECKS:
        yield from rule(dataset)
