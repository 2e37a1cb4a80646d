"""What every page says of its own day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.compose.context import Context
from generator.model.base import show_day
from generator.model.blocks import SourceItem
from generator.model.document import Checked, Page, inside
from generator.model.inline import Age


def checked(context: Context, page: Page, *, early: bool) -> Page:
    """The page with the day it speaks for, and how much on it is due for a new check.

    Args:
        context: The data.
        page: The page.
        early: Whether that day is earlier than the newest in the data: then the page says so.
    """
    ages: list[Age] = []
    read: list[date] = []
    for each in inside((page.lead, page.sections)):
        if isinstance(each, Age):
            ages.append(each)
        elif isinstance(each, SourceItem):
            read += filter(None, [context.dataset.sources[each.source].read_on])
    told = (each.day for each in context.changes if f"{each.note.about}/".startswith(f"{page.id}/"))
    day = context.as_of
    modified = min(day, max((*read, *told), default=day)).isoformat()
    due = sum(each.due for each in ages)
    aged = any(each.review_by for each in ages)
    return replace(
        page, checked=Checked(due, day.isoformat(), show_day(day), aged, early, modified)
    )
