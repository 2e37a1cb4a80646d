"""What every composing function needs: the data, and how to turn its values into blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from generator.compose.amounts import show_cost, show_days
from generator.derive.changes import Change
from generator.derive.freshness import age, aged, in_force
from generator.derive.mentions import Mentions
from generator.derive.pathways import Listed, pathway_name, resolve
from generator.derive.public_ids import Public
from generator.model.base import Record
from generator.model.blocks import ClaimItem, Claims, Fact, OtherSide, Standing
from generator.model.claim import Cite as CiteRecord
from generator.model.claim import Claim, Cost, LeadTime, Requirement
from generator.model.dataset import Dataset
from generator.model.document import Section
from generator.model.guidance import Alert, Guidance
from generator.model.inline import Age, Cite, Inlines, Link, Ref, Text, joined
from generator.model.state import NotCarried, Pathway, State

T = TypeVar("T")

PAGED_NOUNS = (
    *("visa", "license", "pathway", "requirement", "source"),
    *("barrier", "enabler", "recommendation", "stakeholder", "alert"),
)

HOW_READ = {
    "live": "read on the web",
    "copy": "read in a stored copy",
    "excerpt": "read in part",
    "no": "not opened",
}


def text(words: str) -> Inlines:
    """Plain words as inline values."""
    return (Text(words),)


@dataclass(frozen=True)
class Context:
    """The data and the names that text may mention."""

    dataset: Dataset
    mentions: Mentions = field(repr=False)
    parts: Mapping[tuple[str, str], str] = field(repr=False)
    conditions: Mapping[str, tuple[Listed, ...]] = field(repr=False)
    pathways: Mapping[str, tuple[Pathway, ...]] = field(repr=False)
    """The pathways of each visa, license, state and shared requirement, by its id."""
    refusals: Mapping[str, tuple[NotCarried, ...]] = field(repr=False)
    """Why there is no pathway, by the id of each visa and license that a reason names."""
    as_of: date
    touching: Mapping[str, tuple[Guidance, ...]] = field(repr=False)
    """The barriers, enablers and recommendations that name a record, by its id."""
    public: Mapping[str, Public] = field(repr=False)
    changes: tuple[Change, ...] = field(repr=False)

    def words(self, sentence: str, seen: set[str]) -> Inlines:
        """Words with their first mentions linked or explained."""
        return self.mentions.mark(sentence, seen)

    def cites(self, cites: Iterable[CiteRecord]) -> tuple[Cite, ...]:
        """Citations as readers see them: one a source, with every place in it."""
        places: dict[str, dict[str, None]] = {}
        for cite in cites:
            places.setdefault(cite.source, {})[self._place(cite)] = None
        return tuple(Cite(source, "; ".join(found)) for source, found in places.items())

    def age(self, cites: Iterable[CiteRecord]) -> Age:
        """For which day some words speak, and whether their sources must be read again."""
        listed = tuple(cites)
        return self.aged(age(self.dataset, listed), (each.source for each in listed))

    def mark(self, cites: Iterable[CiteRecord]) -> Age:
        """A mark beside words, for the day on which their sources must be read again."""
        return self.aged("", (each.source for each in cites))

    def aged(self, words: str, source_ids: Iterable[str]) -> Age:
        """Words of ours on how old something is, marked if one of its sources is due."""
        return aged(self.dataset, words, source_ids, self.as_of)

    def in_force(self, alert: Alert) -> Inlines:
        """Whether a policy change has begun, or has passed its planned end; often neither."""
        return in_force(alert, self.as_of)

    def _place(self, cite: CiteRecord) -> str:
        """A place in words; a part of a mapped source has the name of its group."""
        return self.parts.get((cite.source, cite.at), cite.at)

    def ref(self, record_id: str, anchor: str = "") -> Ref:
        """A link to a record under its short name; a state leads to its licenses."""
        record = self.dataset.public(record_id)
        to = f"{record_id}/licenses" if isinstance(record, State) else record_id
        return Ref(to, self.name(record), anchor)

    def listed(self, record_ids: Iterable[str]) -> Inlines:
        """Links to some records, with semicolons between them."""
        return joined(((self.ref(each),) for each in record_ids), "; ")

    def name(self, record: object) -> str:
        """What a record is called in a sentence."""
        if isinstance(record, Pathway):
            return pathway_name(self.dataset, record)
        for field_name in ("short_name", "name", "title"):
            if hasattr(record, field_name):
                return str(getattr(record, field_name))
        raise TypeError(record)

    def standing(self, standing_id: str) -> Standing:
        """A standing with its name and meaning."""
        word = self.dataset.word("standing", standing_id)
        return Standing(standing_id, word.name, word.meaning)

    def item(self, claim: Claim, owner: Record, page: str, seen: set[str]) -> ClaimItem:
        """One claim as readers see it.

        Args:
            claim: The claim.
            owner: The record it was written in; its id stands before the anchor elsewhere.
            page: The id of the page it is shown on.
            seen: What this section has linked already.
        """
        anchor = claim.id if owner.id == page else f"{owner.id.replace('/', '-')}-{claim.id}"
        title: Inlines = ()
        if isinstance(claim, Requirement):
            if owner.id != claim.id:
                title = text(claim.name)
            elif owner.id != page:
                title = (Ref(owner.id, claim.name),)
            seen.add(owner.id)
        return ClaimItem(
            claim=owner.id if owner.id == claim.id else f"{owner.id}/{claim.id}",
            anchor=anchor,
            words=self.words(claim.says, seen),
            cites=self.cites(claim.cites),
            standing=self.standing(claim.standing),
            age=self.age(claim.cites),
            title=title,
            others=tuple(
                OtherSide(self.words(side.says, seen), self.cites(side.cites))
                for side in claim.others
            ),
            facts=self.step_facts(claim) if isinstance(claim, Requirement) else (),
        )

    def step_facts(self, step: Requirement) -> tuple[Fact, ...]:
        """Who acts, the paper it leaves, how long it takes, what it costs, and where."""
        time, cost = step.lead_time, step.cost
        facts = [Fact("Who", text(self.dataset.word("actor", step.actor).name))]
        if step.document:
            facts.append(Fact("Paper", text(step.document)))
        if isinstance(time, LeadTime):
            facts.append(Fact("Takes", (*text(show_days(time)), *self._of(time))))
        if isinstance(cost, Cost):
            payer = self.dataset.word("actor", cost.payer).name
            words = f"{show_cost(cost)}, paid by: {payer}"
            facts.append(Fact("Cost", (*text(words), *self._of(cost))))
        missing = [name for name, known in (("Takes", time), ("Cost", cost)) if known == "unknown"]
        if missing:
            facts.append(Fact(" and ".join(missing).capitalize(), text("Not known")))
        if step.link:
            facts.append(Fact("Where", (Link(step.link, text(step.link)),)))
        return tuple(facts)

    def _of(self, figure: LeadTime | Cost) -> Inlines:
        """The remark, age, standing and sources of a figure."""
        remark = f". {figure.says}" if figure.says else ""
        sure = (
            ""
            if figure.standing == "confirmed"
            else f", {figure.standing.replace('unverified', 'not verified')}"
        )
        about = (Text(f"{remark} ("), self.age(figure.cites), Text(f"{sure})"))
        return (*about, *self.cites(figure.cites))

    def claims(
        self, owner: Record, page: str, listed: Iterable[object], *, numbered: bool = False
    ) -> Claims:
        """The claims of one list, shared ones looked up."""
        seen = {owner.id, page}
        found = resolve(self.dataset, owner, listed)
        return Claims(tuple(self.item(claim, by, page, seen) for by, claim in found), numbered)

    def section(
        self, heading: str, title: str, owner: Record, listed: Iterable[object]
    ) -> tuple[Section, ...]:
        """A section of claims, or nothing if there are none."""
        items = tuple(listed)
        if not items:
            return ()
        return (Section(heading, title, (self.claims(owner, owner.id, items),)),)

    def place_of(self, public_id: str) -> tuple[str, str]:
        """The record whose page shows a public id, and the claim; both empty if no page does."""
        if self.dataset.public(public_id):
            return public_id, ""
        owner, _, claim = public_id.rpartition("/")
        return (owner, claim) if self.has_page(owner) else ("", "")

    def has_page(self, record_id: str) -> bool:
        """Whether a record has a page of its own."""
        return any(record_id in self.dataset.of(noun) for noun in PAGED_NOUNS)
