from __future__ import annotations

from generator.build import Composed
from generator.model.blocks import Checklist, ClaimItem, Claims, Tools
from generator.model.dataset import Dataset
from generator.model.document import inside
from generator.model.inline import Ref, plain
from generator.model.tables import Table
from generator.publish.tables import words_of
from tests.compose.test_pages import find, words
from tests.compose.test_pages import words_of as said_in

PLAN = "california/plans/j-1-scholar-2111"


def test_each_step_says_who_acts_what_it_waits_for_and_what_runs_beside_it(
    real_composed: Composed,
) -> None:
    page = find(real_composed, "california/b-1-elective")
    (section,) = [each for each in page.sections if each.id == "steps"]
    (claims,) = section.blocks
    assert isinstance(claims, Claims)
    facts = {
        plain(item.title): {fact.term: plain(fact.words) for fact in item.facts}
        for item in claims.items
    }
    assert facts["Invitation letter"]["When"].startswith("After step")
    assert facts["Invitation letter"]["Who"] == "Host coordinator"
    assert "beside step" in facts["Offer of an elective"]["When"]


def test_every_pathway_has_a_plan_with_every_step_once_on_some_checklist(
    real: Dataset, real_composed: Composed
) -> None:
    for pathway in real.pathways.values():
        page = find(real_composed, pathway.id.replace("/", "/plans/"))
        ticked = [
            item.id
            for each in inside(page.sections)
            if isinstance(each, Checklist)
            for item in each.items
        ]
        timeline = next(
            each
            for each in inside(page.sections)
            if isinstance(each, Table) and each.name == "timeline"
        )
        assert len(ticked) == len(set(ticked)) == len(timeline.rows), pathway.id


def test_costs_are_sums_of_ranges_with_what_is_not_known(real_composed: Composed) -> None:
    said = words(find(real_composed, PLAN))
    assert "not known." in said
    assert "Known, in all: " in said


def test_an_actor_finds_what_to_do_across_pathways(real_composed: Composed) -> None:
    page = find(real_composed, "who-acts/host-coordinator")
    titles = {plain(each.title) for each in inside(page) if isinstance(each, ClaimItem)}
    assert {"Invitation letter", "Offer of an elective"} <= titles
    leads = [each.anchor for each in inside(page) if isinstance(each, Ref) and "/plans/" in each.to]
    assert set(leads) == {"for-host-coordinator"}


def test_a_topic_says_what_stands_in_the_way_whom_it_hits_and_what_eases_it(
    real_composed: Composed,
) -> None:
    page = find(real_composed, "topics/insurance")
    (barriers,) = [each for each in page.sections if each.id == "barriers"]
    said = said_in(barriers)
    for part in ("Whom it concerns: ", "On which pathways: ", "What eases it: "):
        assert part in said


def test_a_pathway_names_its_barriers_each_with_what_eases_it_or_none_known(
    real: Dataset, real_composed: Composed
) -> None:
    for pathway in real.pathways:
        page = find(real_composed, pathway)
        found = [each for each in page.sections if each.id == "guidance"]
        assert found, pathway
        said = said_in(found[0])
        assert "What eases it: " in said or "none known" in said


def test_a_barrier_says_on_which_pathways_it_shows(real_composed: Composed) -> None:
    said = words(find(real_composed, "number-before-permit"))
    assert "of 43 pathways, with: " in said


def test_the_host_guide_has_sponsors_and_sample_timelines(real_composed: Composed) -> None:
    page = find(real_composed, "host-guide")
    tables = [each for each in inside(page) if isinstance(each, Table)]
    captions = [each.caption for each in tables]
    assert captions[0] == "Who may sponsor each license or permit"
    assert len([each for each in captions if "latest start" in each]) == 2
    assert "Permit 2111" in {words_of(row[0]) for row in tables[0].rows}


def test_only_unknown_times_can_be_filled_in(real_composed: Composed) -> None:
    page = find(real_composed, PLAN)
    (planner,) = [
        each for each in inside(page) if isinstance(each, Tools) and each.kind == "planner"
    ]
    rows = next(
        each for each in inside(page) if isinstance(each, Table) and each.name == "timeline"
    ).rows
    unknown = [row for row in rows if words_of(row[2]) == "Not known"]
    assert len(planner.choices) == len(unknown)
