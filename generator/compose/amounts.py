"""Times and costs in words."""

from __future__ import annotations

from generator.model.claim import Cost, LeadTime


def show_days(time: LeadTime) -> str:
    """A lead time in words: ``28 to 42 days``."""
    least, most = time.days
    unit = "day" if most == 1 else "days"
    return f"{most} {unit}" if least == most else f"{least} to {most} {unit}"


def show_cost(cost: Cost) -> str:
    """A cost in words: ``$460 to $780``."""
    return show_dollars(*cost.usd) if cost.usd[1] else "No fee"


def show_dollars(least: float, most: float) -> str:
    """An amount in words, a range if it is one."""
    low, high = (f"${amount:,.2f}".removesuffix(".00") for amount in (least, most))
    return high if low == high else f"{low} to {high}"
