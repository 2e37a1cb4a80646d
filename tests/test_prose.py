from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.blocks import Block, Facts, Listing, Paragraph, Prose
from generator.model.inline import Cite, Code, Emphasis, Link, Ref, Strong, Text
from generator.problems import ProblemsError
from generator.prose import ProsePage, read_prose
from generator.prose.markdown import Lookups

HEAD = "---\ntitle: A title\ndescription: A sentence.\n---\n\n"


NAMES = {"b-1": "B-1"}
BLOCKS: dict[str, Block] = {"counts": Facts(())}
LOOKUPS = Lookups(NAMES.get, lambda *_: "", lambda block, _: BLOCKS[block], ("counts",))


def read(tmp_path: Path, words: str) -> ProsePage:
    (tmp_path / "page.md").write_text(HEAD + words, "utf-8")
    (page,) = read_prose(tmp_path, LOOKUPS)
    return page


def test_paragraphs_keep_stress_code_and_links(tmp_path: Path) -> None:
    page = read(tmp_path, "Plain *soft* **loud** `typed` [out](https://example.org/).\n")
    assert page.lead == (
        Prose(
            (
                Paragraph(
                    (
                        Text("Plain "),
                        Emphasis((Text("soft"),)),
                        Text(" "),
                        Strong((Text("loud"),)),
                        Text(" "),
                        Code("typed"),
                        Text(" "),
                        Link("https://example.org/", (Text("out"),)),
                        Text("."),
                    )
                ),
            )
        ),
    )


def test_a_record_is_linked_under_its_name_or_other_words(tmp_path: Path) -> None:
    page = read(tmp_path, "See [[b-1]] and [[b-1|that visa]].\n")
    (prose,) = page.lead
    assert isinstance(prose, Prose)
    (paragraph,) = prose.parts
    assert isinstance(paragraph, Paragraph)
    assert [each for each in paragraph.words if isinstance(each, Ref)] == [
        Ref("b-1", "B-1"),
        Ref("b-1", "that visa"),
    ]


def test_headings_make_sections_and_sections_inside(tmp_path: Path) -> None:
    page = read(
        tmp_path, "Lead.\n\n## First one\n\nA.\n\n### Inside\n\nB.\n\n## Second\n\n1. x\n2. y\n"
    )
    assert [section.id for section in page.sections] == ["first-one", "second"]
    assert page.sections[0].sections[0].title == "Inside"
    (listing,) = page.sections[1].blocks
    assert isinstance(listing, Prose)
    assert isinstance(listing.parts[0], Listing)
    assert listing.parts[0].numbered


def test_a_named_block_is_taken(tmp_path: Path) -> None:
    assert read(tmp_path, "::: counts\n").lead == (Facts(()),)


@pytest.mark.parametrize("words", ["![x](https://example.org/a.png)\n", "<!-- x -->\n", "a<br>b\n"])
def test_what_cannot_be_printed_is_refused(tmp_path: Path, words: str) -> None:
    with pytest.raises(ProblemsError):
        read(tmp_path, words)


def test_a_source_is_cited_with_the_place_in_it(tmp_path: Path) -> None:
    page = read(tmp_path, "It is so [[b-1 @ § 2]].\n")
    (prose,) = page.lead
    assert isinstance(prose, Prose)
    (paragraph,) = prose.parts
    assert isinstance(paragraph, Paragraph)
    assert paragraph.words == (Text("It is so "), Cite("b-1", "§ 2"), Text("."))


def test_a_page_may_stay_out_of_the_menu(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(HEAD.replace("---\n\n", "menu: no\n---\n\n"), "utf-8")
    (page,) = read_prose(tmp_path, LOOKUPS)
    assert page.menu == ()


def test_a_page_may_stand_in_a_section_of_the_menu(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(HEAD.replace("---\n\n", "menu: About\n---\n\n"), "utf-8")
    (page,) = read_prose(tmp_path, LOOKUPS)
    assert page.menu == ("About", page.title)
