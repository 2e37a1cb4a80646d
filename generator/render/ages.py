"""How old something is, and whether a policy change is in force, as fresh.js reads it."""

from __future__ import annotations

from markupsafe import Markup, escape

from generator.model.inline import Age, InForce


def age(age: Age) -> Markup:
    """For which day words speak, and by which day their sources must be read again."""
    if age.due:
        return Markup('<span class="ctp-due">{}</span>').format(age.shown)
    if not age.review_by:
        return escape(age.shown)
    return Markup('<span data-review-by="{}">{}</span>').format(age.review_by, age.text)


def in_force(state: InForce) -> Markup:
    """Whether a policy change has begun or passed its planned end, with the days to compare."""
    from_ = Markup(' data-from="{}"').format(state.from_) if state.from_ else ""
    until = Markup(' data-until="{}"').format(state.until) if state.until else ""
    return Markup('<span class="ctp-in-force"{}{}>{}</span>').format(from_, until, state.shown)
