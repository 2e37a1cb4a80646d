from __future__ import annotations

from pathlib import Path

from generator.build import Composed, compose
from generator.model.blocks import Chain, Claims
from generator.model.dataset import Dataset
from generator.model.document import Page, inside
from generator.model.inline import Cite, plain
from generator.model.tables import Controls, Table
from generator.publish.tables import words_of
from tests.compose.test_pages import find, words
from tests.worlds import change


def table(page: Page) -> Table:
    return next(each for each in inside(page.sections) if isinstance(each, Table))


def rows(page: Page) -> dict[str, list[str]]:
    return {words_of(row[0]): [words_of(cell) for cell in row[1:]] for row in table(page).rows}


def test_every_visa_is_a_column_and_every_cell_has_a_word(
    real: Dataset, real_composed: Composed
) -> None:
    page = find(real_composed, "compare/visas")
    made = table(page)
    assert [each.id for each in made.choices] == list(real.visas)
    assert all(words_of(cell) for row in made.rows for cell in row)


def test_sentences_in_cells_are_the_claims_with_their_sources(
    real: Dataset, real_composed: Composed
) -> None:
    page = find(real_composed, "compare/visas")
    column = list(real.visas).index("b-1")
    row = next(each for each in table(page).rows if words_of(each[0]) == "What it is for")
    cell = row[column + 1]
    assert words_of(cell) == " ".join(each.says for each in real.visas["b-1"].purpose)
    assert any(isinstance(each, Cite) for each in cell.words)


def test_a_cell_says_where_a_sentence_is_not_confirmed(real_composed: Composed) -> None:
    assert "(not verified)" in words(find(real_composed, "compare/visas"))


def test_no_rule_is_never_shown_as_allowed_or_forbidden(real_composed: Composed) -> None:
    page = find(real_composed, "compare/visas")
    tn = [each.id for each in table(page).choices].index("tn")
    assert rows(page)["US exams"][tn] == "None that we assess"
    assert "never means that all is allowed" in words(page)


def test_a_change_in_a_record_changes_the_table(world: Path) -> None:
    change(world, "data/visas/v-1.yml", "You can stay six months.", "You can stay five months.")
    composed = compose(world / "data", world / "content")
    page = find(composed, "compare/visas")
    assert any("five months" in cell for cell in rows(page)["How long"])


def test_facets_follow_from_the_rules(real_composed: Composed) -> None:
    page = find(real_composed, "compare/visas")
    has = {each.id: set(each.has) for each in table(page).choices}
    assert "exams.set" in has["h-1b"]
    assert "exams.none" in has["o-1a"]
    assert {"pay.unpaid", "pay.funded-elsewhere"} <= has["b-1"]
    assert "pay.paid-by-host" not in has["b-1"]
    assert "number.some" in has["h-1b"]
    assert "visa-family.employer-sponsored" in has["tn"]
    (controls,) = [each for each in inside(page.sections) if isinstance(each, Controls)]
    offered = {f"{facet.id}.{choice.id}" for facet in controls.facets for choice in facet.choices}
    assert set().union(*has.values()) == offered


def test_there_is_a_static_page_for_each_family_and_level(
    real: Dataset, real_composed: Composed
) -> None:
    student = find(real_composed, "compare/visas/student")
    assert [each.id for each in table(student).choices] == [
        "b-1",
        "f-1",
        "j-1-student",
        "visa-waiver",
    ]
    for part in (*real.of("visa-family"), *real.of("level")):
        assert find(real_composed, f"compare/visas/{part}")


def test_the_matrix_says_contact_or_why_not_or_that_it_is_not_assessed(
    real_composed: Composed,
) -> None:
    page = find(real_composed, "california/compare/pathways/img-3-plus")
    cells = rows(page)
    licenses = [each.id for each in table(page).choices]
    at = licenses.index("permit-2113")
    assert cells["H-1B"][at] == (
        "Contact within the license (check again) Or: Incidental contact (teaching or research)"
    )
    assert cells["B-1"][licenses.index("full-license")] == "Not assessed"
    assert cells["J-1 scholar"][licenses.index("permit-2168")].startswith("No pathway: reason ")
    assert cells["TN"][licenses.index("student-exemption")].startswith("Not served: reason ")
    assert "6 are not assessed, which does not mean no." in words(page)


def test_each_reason_is_numbered_as_its_cells_say(real_composed: Composed) -> None:
    page = find(real_composed, "california/compare/pathways/img-3-plus")
    (section,) = [each for each in page.sections if each.id == "reasons"]
    (claims,) = section.blocks
    assert isinstance(claims, Claims)
    numbers = {item.anchor: number for number, item in enumerate(claims.items, 1)}
    for row in table(page).rows:
        for cell in row[1:]:
            for each in cell.words:
                if getattr(each, "text", "").startswith("reason "):
                    assert each.text == f"reason {numbers[each.anchor]}"  # type: ignore[union-attr]


def test_a_figure_shows_every_chain_of_its_level(real: Dataset, real_composed: Composed) -> None:
    page = find(real_composed, "california/figures/student")
    chains = [each for each in inside(page.sections) if isinstance(each, Chain)]
    mine = [each for each in real.pathways.values() if "student" in each.levels]
    assert len(chains) == len(mine)
    assert all("Why" in plain(each.contact.note) for each in chains)
    assert "our reading" in words(page)
