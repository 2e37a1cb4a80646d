"""Parts that several page families have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.compose.context import Context, text
from generator.derive.freshness import age
from generator.model.document import ClaimItem, Claims, Fact, Section
from generator.model.state import NotCarried


def best_contact(context: Context, ceilings: Iterable[Mapping[str, str]]) -> tuple[Fact, ...]:
    """For each trainee level, the most patient contact among some ceilings."""
    ladder = list(context.dataset.of("contact"))
    best: dict[str, str] = {}
    for ceiling in ceilings:
        for level, contact in ceiling.items():
            if ladder.index(contact) >= ladder.index(best.get(level, ladder[0])):
                best[level] = contact
    return tuple(
        Fact(word.name, text(f"{context.dataset.word('contact', best[word.id]).name} at most"))
        if word.id in best
        else Fact(word.name, text("Not served"))
        for word in context.dataset.of("level").values()
    )


def no_pathway(context: Context, page: str, rows: Iterable[NotCarried]) -> tuple[Section, ...]:
    """Why there is no pathway: the reasons, each with its sources."""
    seen = {page}
    items = []
    for row in rows:
        names = [context.dataset.word("level", level).name for level in row.levels]
        names += [context.ref(license_).text for license_ in row.licenses]
        who = "; ".join(names) or "Every level and license"
        items.append(
            ClaimItem(
                anchor=f"no-pathway-{row.id.rpartition('/')[2]}",
                title=text(who),
                words=context.words(row.says, seen),
                cites=context.cites(row.cites),
                standing=context.standing(row.standing),
                age=age(context.dataset, row.cites),
            )
        )
    if not items:
        return ()
    return (Section("no-pathway", "Where there is no pathway, and why", (Claims(tuple(items)),)),)
