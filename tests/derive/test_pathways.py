from __future__ import annotations

from generator.derive.citations import citations_of
from generator.derive.freshness import age, newest_day, span
from generator.derive.pathways import (
    conditions_of,
    goals_of,
    pathway_name,
    steps_of,
)
from generator.model.dataset import Dataset


def test_a_pathway_gathers_the_conditions_of_visa_use_license_and_itself(tiny: Dataset) -> None:
    pathway = tiny.pathways["oldland/w-2-permit-7"]
    found = [
        (each.owner.id, each.heading, each.condition.id) for each in conditions_of(tiny, pathway)
    ]
    assert found == [
        ("w-2", "stay", "years"),
        ("number", "requires", "number"),
        ("oldland/permit-7", "requires", "fingerprints"),
        ("oldland/permit-7", "term", "one-year"),
    ]


def test_steps_come_after_what_they_wait_for(real: Dataset) -> None:
    checked = 0
    for pathway in real.pathways.values():
        steps = steps_of(conditions_of(real, pathway))
        place = {each.condition.id: number for number, each in enumerate(steps)}
        for each in steps:
            for before in getattr(each.condition, "after", ()):
                if before in place:
                    checked += 1
                    assert place[before] < place[each.condition.id], (pathway.id, before)
    assert checked > 100


def test_goals_follow_the_use_unless_the_pathway_has_fewer(real: Dataset) -> None:
    assert goals_of(real, real.pathways["california/b-1-elective"]) == ("short-rotation",)
    for pathway in real.pathways.values():
        uses = {use.id: use for use in real.visas[pathway.visa].uses}
        assert set(goals_of(real, pathway)) <= set(uses[pathway.use].goals)


def test_a_pathway_has_a_name_people_can_say(tiny: Dataset) -> None:
    pathway = tiny.pathways["oldland/w-2-permit-7"]
    assert pathway_name(tiny, pathway) == "W-2 with permit 7: job"


def test_a_claim_is_as_old_as_its_oldest_source(tiny: Dataset) -> None:
    visit = tiny.visas["v-1"].purpose[0]
    assert age(tiny, visit.cites) == "as of 2007"
    work = tiny.visas["w-2"].purpose[0]
    assert age(tiny, work.cites) == "source not opened"


def test_a_page_says_the_span_its_sources_speak_for(tiny: Dataset) -> None:
    assert span(tiny, ["paper", "law"]) == "2007 to 8 January 2026"
    assert span(tiny, ["unread-law"]) == "not known"


def test_the_site_speaks_as_of_the_newest_date_in_the_data(tiny: Dataset) -> None:
    assert newest_day(tiny).isoformat() == "2026-03-02"


def test_every_citation_is_known_by_its_source(tiny: Dataset) -> None:
    found = [(each.record, each.claim) for each in citations_of(tiny)["unread-law"]]
    assert ("number", "first") in found
    assert ("oldland/w-2-students", "") in found
