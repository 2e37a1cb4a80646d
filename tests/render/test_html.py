from __future__ import annotations

from lxml import html as parse

from generator.build import Composed
from generator.model.blocks import (
    Block,
    Card,
    Cards,
    ClaimItem,
    Claims,
    Paragraph,
    Prose,
    SourceItem,
    Sources,
    Standing,
)
from generator.model.document import Page, Section
from generator.model.inline import Age, Cite, Ref, Text
from generator.render.environment import TEMPLATES
from generator.render.html import render
from generator.render.links import Links, links_of, numbers_of

CONFIRMED = Standing("confirmed", "Confirmed", "A source says the same.")


def page(*lead: object, sections: tuple[Section, ...] = (), url: str = "a/b/") -> Page:
    return Page("a/b", url, "Title", "Words.", "visa", "data/x.yml", lead=lead, sections=sections)  # type: ignore[arg-type]


def claim(anchor: str, *cites: Cite) -> ClaimItem:
    return ClaimItem(
        f"a/{anchor}", anchor, (Text("It is so."),), cites, CONFIRMED, Age("as of 2007")
    )


LINKS = Links({"a/b": "a/b/", "home": "", "other": "a/c/", "deep": "x/y/z/"})


def test_addresses_are_relative_to_the_page() -> None:
    assert LINKS.href("a/b/", "other") == "../c/"
    assert LINKS.href("a/b/", "home") == "../../"
    assert LINKS.href("", "deep", "claim") == "x/y/z/#claim"
    assert LINKS.href("a/b/", "a/b", "claim") == "#claim"
    assert LINKS.href("", "home") == "./"


def test_sources_have_the_numbers_of_their_list() -> None:
    items = tuple(SourceItem(each, each, "P", "read", Age("2007"), ()) for each in ("z", "a"))
    end = Section("sources", "Sources", (Sources(items),))
    claims = Claims((claim("one", Cite("z", "§ 1")), claim("two", Cite("a", "§ 2"))))
    assert numbers_of(page(claims, sections=(end,))) == {"z": 1, "a": 2}


def test_hostile_words_come_out_as_words() -> None:
    bad = "<script>alert(1)</script> {{ 7*7 }} \"'&"
    block = Prose((Paragraph((Text(bad), Ref("other", bad))),))
    card = Cards((Card(Ref("other", bad), (Text(bad),), bad),))
    made = render(page(block, card, Claims((claim("x"),))), LINKS)
    tree = parse.fromstring(made.html)
    assert tree.findall(".//script") == []
    assert made.html.count("&lt;script&gt;") == 5
    assert "49" not in made.html


def test_headings_become_a_table_of_contents() -> None:
    inner = Section("in", "Inner")
    made = render(page(sections=(Section("out", "Outer", (), (inner,)),)), LINKS)
    assert [(each.title, each.level) for each in made.headings] == [("Outer", 2)]
    assert made.headings[0].children[0].id == "in"


def test_every_block_that_is_composed_has_a_template(real_composed: Composed) -> None:
    names = {kind.__name__.lower() for kind in Block.__args__}
    assert names == {file.name.split(".")[0] for file in (TEMPLATES / "blocks").glob("*.html.j2")}


def test_two_pages_with_one_address_are_a_problem() -> None:
    _, problems = links_of([page(), page()])
    assert [problem.message for problem in problems] == [
        'its address "/a/b/" belongs to data/x.yml.'
    ]
