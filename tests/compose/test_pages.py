from __future__ import annotations

from generator.build import Composed
from generator.model.blocks import (
    Alerts,
    Card,
    Chain,
    Claims,
    Listing,
    Note,
    Paragraph,
    SourceItem,
    Sources,
)
from generator.model.dataset import Dataset
from generator.model.document import Page, inside
from generator.model.inline import Cite, Ref, plain
from generator.model.tables import Table


def find(composed: Composed, page_id: str) -> Page:
    return next(page for page in composed.pages if page.id == page_id)


def words(page: Page) -> str:
    return words_of((page.lead, page.sections))


def words_of(part: object) -> str:
    return " ".join(plain((each,)) for each in inside(part) if hasattr(each, "text"))


def test_a_pathway_page_is_headed_by_its_chain(tiny_composed: Composed) -> None:
    chain = find(tiny_composed, "oldland/w-2-permit-7").lead[0]
    assert isinstance(chain, Chain)
    assert plain(chain.visa.words) == "W-2"
    assert plain(chain.license.words) == "Permit 7"
    assert chain.level == "supervised"


def test_a_pathway_says_whose_reading_it_is_and_what_was_not_seen(tiny_composed: Composed) -> None:
    said = words(find(tiny_composed, "oldland/w-2-permit-7"))
    assert "our reading" in said
    assert "not seen the text of the law" in said


def test_both_sides_stand_beside_each_other(tiny_composed: Composed) -> None:
    items = [
        item
        for block in inside(find(tiny_composed, "v-1").sections)
        if isinstance(block, Claims)
        for item in block.items
    ]
    hands_on = next(item for item in items if item.anchor == "hands-on")
    assert hands_on.standing.id == "corrected"
    assert plain(hands_on.others[0].words) == "Graduates may too."


def test_a_requirement_tells_who_acts_how_long_and_what_it_costs(tiny_composed: Composed) -> None:
    (claims,) = find(tiny_composed, "number").lead[:1]
    assert isinstance(claims, Claims)
    facts = {fact.term: plain(fact.words) for fact in claims.items[0].facts}
    assert facts == {
        "Who": "Trainee",
        "Takes": "28 to 42 days (as of 2007, check again)",
        "Cost": "$0 to $30, paid by: Trainee (source not opened, not verified)",
    }


def test_an_alert_stands_on_every_page_it_affects_and_no_other(tiny_composed: Composed) -> None:
    with_alert = {
        page.id
        for page in tiny_composed.pages
        if any(isinstance(block, Alerts) for block in page.lead)
    }
    assert with_alert == {
        "v-1",
        "oldland/v-1-rotation",
        "oldland/v-1-watching",
        "newland/v-1-watching",
    }


def test_a_visa_says_where_it_has_no_pathway_and_why(tiny_composed: Composed) -> None:
    ids = [section.id for section in find(tiny_composed, "w-2").sections]
    assert "no-pathway" in ids
    assert ids[-1] == "sources"


def test_a_level_has_a_page_with_its_pathways_as_chains_and_what_is_closed(
    tiny_composed: Composed,
) -> None:
    page = find(tiny_composed, "oldland/levels/student")
    tables = [each for each in inside(page.sections) if isinstance(each, Table)]
    rows = [[plain(cell.words) for cell in row] for table in tables for row in table.rows]
    assert rows == [
        ["V-1: Watching", "No license", "Observation"],
        ["V-1: Rotation", "No license", "Supervised contact"],
    ]
    (closed,) = [each for each in page.sections if each.id == "no-pathway"]
    assert "W-2" in words_of(closed)


def test_pages_tell_what_links_to_them_and_what_they_link_to_already_is_not_repeated(
    tiny_composed: Composed,
) -> None:
    page = find(tiny_composed, "number")
    (here,) = [each for each in page.sections if each.id == "links-here"]
    named = [each.to for each in inside(here) if isinstance(each, Ref)]
    assert named
    elsewhere = {
        each.to
        for section in page.sections
        if section is not here
        for each in inside(section)
        if isinstance(each, Ref)
    }
    assert not elsewhere & {*named}
    for to in named:
        refs = [each for each in inside(find(tiny_composed, to)) if isinstance(each, Ref)]
        assert any(each.to == "number" for each in refs)


def test_every_name_stands_from_a_to_z(real: Dataset, real_composed: Composed) -> None:
    page = find(real_composed, "a-to-z")
    listed = {
        plain(item[0].words)
        for each in inside(page)
        if isinstance(each, Listing)
        for item in each.items
        if isinstance(item[0], Paragraph)
    }
    assert "H1B: H-1B" in listed
    assert "SSN or ITIN" in listed
    assert "ACGME, in the glossary" in listed
    names = {name for visa in real.visas.values() for name in visa.other_names}
    assert all(any(each.startswith(f"{name}: ") for each in listed) for name in names)


def test_the_home_page_has_a_door_for_every_reader(real: Dataset, real_composed: Composed) -> None:
    home = find(real_composed, "index")
    titles = [each.title.text for each in inside(home) if isinstance(each, Card)]
    assert titles == [each.name for each in real.of("reader").values()]


def test_the_source_page_lists_what_rests_on_it_and_counts_its_parts(
    tiny_composed: Composed,
) -> None:
    paper = find(tiny_composed, "paper")
    assert [section.title for section in paper.sections] == [
        "Its statements: 3 of 3 cited",
        "What rests on it",
    ]


def test_every_citation_on_a_page_is_among_its_sources(real_composed: Composed) -> None:
    for page in real_composed.pages:
        cited = {
            each.source for each in inside((page.lead, page.sections)) if isinstance(each, Cite)
        }
        listed = {
            item.source
            for block in inside(page.sections)
            if isinstance(block, Sources)
            for item in block.items
        }
        assert cited == listed, page.id


def test_every_mention_has_a_page(real_composed: Composed) -> None:
    named = {
        each.to
        for page in real_composed.pages
        for each in inside((page.lead, page.sections))
        if isinstance(each, Ref)
    }
    assert named <= real_composed.links.urls.keys()


def test_no_id_stands_twice_on_a_page(real_composed: Composed) -> None:
    for page in real_composed.pages:
        anchors = [
            each.anchor for each in inside(page) if hasattr(each, "anchor") and hasattr(each, "age")
        ]
        assert len(anchors) == len(set(anchors)), page.id


def test_every_alert_stands_on_a_page_it_affects(real: Dataset, real_composed: Composed) -> None:
    shown = {
        each.anchor
        for page in real_composed.pages
        for block in page.lead
        if isinstance(block, Alerts)
        for each in block.alerts
    }
    assert shown == {f"alert-{alert}" for alert in real.alerts}


def test_a_policy_names_its_countries_and_the_day_of_its_list(real_composed: Composed) -> None:
    said = words(find(real_composed, "entry-limits-all-visas"))
    assert "as of February 2026, stood 19 names: Afghanistan, Burkina Faso, Chad" in said
    assert "check today's" in said


def test_a_visa_and_its_pathways_name_what_stands_in_the_way(tiny_composed: Composed) -> None:
    for page_id in ("v-1", "oldland/v-1-rotation"):
        (section,) = [
            each for each in find(tiny_composed, page_id).sections if each.id == "guidance"
        ]
        refs = {each.to for each in inside(section) if isinstance(each, Ref)}
        assert "slow" in refs


def test_a_state_that_is_mapped_in_part_says_so_and_never_no(real_composed: Composed) -> None:
    for state in ("ohio", "tennessee"):
        mapped = real_composed.dataset.states[state]
        (license_,) = [e for e in real_composed.dataset.licenses.values() if e.state == state]
        for page_id in (f"{state}/licenses", f"{state}/pathways", license_.id):
            notes = [
                each.title for each in find(real_composed, page_id).lead if isinstance(each, Note)
            ]
            assert f"{mapped.name} is mapped in part" in notes, page_id
        assert "is not assessed here" in find(real_composed, f"{state}/pathways").description
        alone = f"{state}/compare/licenses"
        assert alone not in real_composed.links.urls, "one license has nothing beside it"
    assert not any(isinstance(e, Note) for e in find(real_composed, "california/licenses").lead)


def test_what_is_proposed_stands_beside_what_other_states_do(real_composed: Composed) -> None:
    page = find(real_composed, "new-short-term-permit")
    (section,) = [each for each in page.sections if each.id == "beside"]
    assert section.title == "Side by side: California, Ohio, Tennessee"
    (table,) = [each for each in section.blocks if isinstance(each, Table)]
    assert table.columns[-1] == "Tennessee visitor license"
    longest = next(row for row in table.rows if plain(row[0].words) == "How long it holds")
    assert "at most 90 days" in plain(longest[-1].words)


def test_a_page_was_modified_on_the_day_of_its_newest_reading_or_change(
    tiny_composed: Composed,
) -> None:
    days: dict[str, set[str]] = {}
    for page in tiny_composed.pages:
        cited = {each.source for each in inside(page.sections) if isinstance(each, SourceItem)}
        assert page.checked
        days.setdefault(",".join(sorted(cited)), set()).add(page.checked.modified)
    assert days["paper"] == {"2026-03-01"}
    assert "2026-03-02" in days["law"] | days["law,paper"]
