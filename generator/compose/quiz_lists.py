"""The decision lists of the quiz: each condition in words, once, with its source and its day.

The results of the quiz show these very words: the script takes the n-th item for the n-th
condition of the compiled quiz.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby

from generator.compose.context import Context, text
from generator.derive.conditions import Atom, Tree
from generator.derive.countries import country_name
from generator.derive.pathways import listed_in
from generator.derive.quiz_rules import QuizCondition, Rules, review_day
from generator.model.base import Record, show_day
from generator.model.blocks import Listing, Paragraph, Prose
from generator.model.claim import Claim, Condition, Requirement
from generator.model.dataset import Dataset
from generator.model.document import Section
from generator.model.guidance import Alert
from generator.model.inline import Emphasis, Inlines, Text
from generator.model.state import License, Pathway
from generator.model.visa import Use, Visa

MOST_OPTIONS = 12
GROUPS = {"limit": "Shared limits", "requirement": "Shared requirements"}


def condition_sections(context: Context, rules: Rules) -> tuple[Section, ...]:
    """Every condition, by the record that writes it, in the order of the compiled quiz."""
    holders = _holders(context)
    sections = []
    for (name, slug, page), group in groupby(rules.conditions, lambda each: _group(context, each)):
        items = tuple((Paragraph(_words(context, rules, each, holders)),) for each in group)
        more = (Paragraph((Text("With all sources: "), context.ref(page))),) if page else ()
        sections.append(Section(f"of-{slug}", name, (Prose((*more, Listing(items))),)))
    return tuple(sections)


def _group(context: Context, condition: QuizCondition) -> tuple[str, str, str]:
    """The heading and anchor below which a condition stands, and the page of its record."""
    owner = condition.owner
    if owner is None:
        return "Level and goal", "profile", ""
    if owner.noun in GROUPS:
        return GROUPS[owner.noun], f"shared-{owner.noun}s", ""
    return context.name(owner), owner.id.replace("/", "-"), owner.id


def _holders(context: Context) -> Mapping[str, tuple[str, ...]]:
    """Who asks for what they do not ask for always: by condition, names of uses and records."""
    dataset = context.dataset
    found: dict[str, dict[str, None]] = defaultdict(dict)
    holders: list[tuple[Record, Visa | Use | License | Pathway, str]] = []
    for visa in dataset.visas.values():
        holders.append((visa, visa, context.name(visa)))
        holders += [(visa, use, use.name) for use in visa.uses]
    holders += [(each, each, context.name(each)) for each in dataset.licenses.values()]
    holders += [(each, each, context.name(each)) for each in dataset.pathways.values()]
    for owner, holder, name in holders:
        for each in listed_in(dataset, owner, holder):
            mine = each.owner.id == owner.id
            if not mine or holder is not owner:
                full = name if mine or holder is owner else f"{context.name(owner)} ({name})"
                found[f"{each.owner.id}/{each.condition.id}"][full] = None
    return {condition: tuple(names) for condition, names in found.items()}


def _words(
    context: Context, rules: Rules, condition: QuizCondition, holders: Mapping[str, tuple[str, ...]]
) -> Inlines:
    """A condition in words: what it asks, of whom and how it is met, its source and its day."""
    claim = condition.claim
    if claim is None:
        question = condition.id.split("/")[0]
        labels = " or ".join(f"“{each}”" for each in _labels(context, question, condition.options))
        return text(f"{question.capitalize()}: {labels}.")
    says = f"{claim.name}: {claim.says}" if isinstance(claim, Requirement) else claim.says
    rule = []
    if holders.get(condition.id):
        rule.append(f"Asked for: {', '.join(holders[condition.id])}.")
    if condition.tree:
        rule.append(f"Met by: {_tree(context, rules, condition.tree)}.")
    spoken = " ".join((says, *_dates(context, claim)))
    asked = (Emphasis(text(" ".join(rule))), Text(" ")) if rule else ()
    return (Text(f"{spoken} "), *asked, *_source(context, claim))


def _dates(context: Context, claim: Claim) -> Iterator[str]:
    if isinstance(claim, Condition):
        if claim.from_:
            yield f"From {show_day(claim.from_)}."
        if claim.until:
            yield f"Until {show_day(claim.until)}."
        review = review_day(context.dataset, claim)
        if review:
            day = show_day(review)
            yield f"To be checked by {day}; later it closes nothing here, so look at today's list."


def _source(context: Context, claim: Claim) -> Inlines:
    """The first source, how many more there are, and how sure and old the statement is."""
    cited = sorted(
        {each.source: None for each in claim.cites},
        key=lambda source: _last_named(context.dataset, source),
    )
    title = context.dataset.sources[cited[0]].title
    more = f" and {len(cited) - 1} more" if len(cited) > 1 else ""
    sure = context.standing(claim.standing).name.lower()
    end = "." if sure == "confirmed" else f"; {sure}."
    return (Text(f"Source: {title}{more}, "), context.age(claim.cites), Text(end))


def _last_named(dataset: Dataset, source_id: str) -> tuple[bool, bool]:
    """Sorts sources: those that were read before the others, the law before reports of it."""
    source = dataset.sources[source_id]
    return source.opened == "no", dataset.of("source-kind")[source.kind].primary == "no"


def _tree(context: Context, rules: Rules, tree: Tree) -> str:
    """The answers that meet a rule."""
    if isinstance(tree, Atom):
        every = rules.options.of[tree.question]
        options = [each for bit, each in enumerate(every) if tree.must >> bit & 1]
        asks = context.dataset.questions[tree.question].asks
        if len(options) > MOST_OPTIONS:
            return f"your answer to “{asks}”"
        return " or ".join(f"“{each}”" for each in _labels(context, tree.question, tuple(options)))
    return " or ".join(dict.fromkeys(_tree(context, rules, part) for part in tree.parts))


def _labels(context: Context, question: str, options: tuple[str, ...]) -> list[str]:
    named = {each.id: each.label for each in context.dataset.questions[question].options}
    return [named.get(each) or country_name(each) for each in options]


def policy_section(context: Context, rules: Rules) -> tuple[Section, ...]:
    """Every policy change: its first statement, when it began, when it was last known."""
    if not rules.alerts:
        return ()
    items = tuple((Paragraph(_policy(context, each)),) for each in rules.alerts)
    return (Section("policy", "Policy changes", (Prose((Listing(items),)),)),)


def _policy(context: Context, alert: Alert) -> Inlines:
    says = [alert.claims[0].says]
    if alert.countries:
        day = context.dataset.of("country-list")[alert.countries].as_of.shown
        says.append(f"This is for the nationalities on its list of {day}.")
        says.append("Lists change: check today's before you pay any fee.")
    if alert.until:
        says.append(f"Planned end: {show_day(alert.until)}.")
    says.append(f"Last known {alert.known_as_of.shown}.")
    return (context.ref(alert.id), *context.in_force(alert), Text(f". {' '.join(says)}"))
