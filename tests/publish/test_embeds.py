"""Embeds: light, honest about what they leave out, and found by programs that ask."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from lxml import html as parse

from generator.build import Composed
from generator.model.blocks import Alerts, Claims, Note, Paragraph, Prose, Sources
from generator.model.document import Page, Section, inside
from generator.model.inline import Cite, Ref, Text, plain
from generator.model.tables import Cell, Column, Table
from generator.publish.embeds import embed_files
from generator.publish.excerpt import NOT_SHOWN, SOURCES, Excerpt, excerpt, shorter
from generator.render.embed import Credit, Framed, render_embed
from generator.render.links import Addresses, Links
from generator.render.snippets import snippets
from tests.sites import ROOT, Built

ASSETS = ROOT / "site_overrides/assets"
HEAD_BYTES = 150_000  # of a page, in which WordPress looks for the link to its answer
HERE = Addresses("https://site.test/", name="Clinical Training Pathways")
CREDIT = Credit("1 May 2026", "A paper", "https://paper.test/")


def test_the_families_that_others_show_have_embeds_and_no_other(real_composed: Composed) -> None:
    families = {page.family for page in real_composed.pages if page.embed}
    assert families >= {"visa", "license", "pathway", "compare", "figure", "topic", "plan", "quiz"}
    assert not families & {"source", "a-to-z", "index", "home", "alert", "embedding"}


def test_what_an_embed_leaves_out_it_names_and_links(real_composed: Composed, site: Built) -> None:
    cut = 0
    for page in real_composed.pages:
        if not page.embed or page.family == "quiz":
            continue
        root = site.pages[f"{page.embed}index.html"]
        held = set(root.xpath("//h2/@id"))
        links = root.xpath("//footer/p[starts-with(., 'The full page also has')]/a/@href")
        named = {link.partition("#")[2] for link in links}
        meant = {each.id for each in page.sections} - NOT_SHOWN
        assert meant <= held | named, page.id
        cut += bool(named)
    assert cut > 10


def test_every_source_that_an_embed_cites_stands_in_its_list_in_order(site: Built) -> None:
    for page, root in site.embeds.items():
        cited = list(dict.fromkeys(root.xpath("//sup[@class='ctp-cite']/a/@href")))
        listed = [f"#{each}" for each in root.xpath("//ol[@class='ctp-sources']/li/@id")]
        assert cited == listed, page


def test_every_embed_says_whose_it_is_its_day_and_where_the_full_page_is(site: Built) -> None:
    for page, root in site.embeds.items():
        (credit,) = root.xpath("//p[@class='ctp-credit']")
        assert "Clinical Training Pathways, as of 22 November 2026" in credit.text_content()
        (link,) = credit.xpath("a/@href")
        full = (site.folder / page).parent / link / "index.html"
        assert full.resolve().relative_to(site.folder.resolve()).parts[0] != "embed", page
        assert root.xpath("//meta[@name='robots']/@content") == ["noindex"], page


def test_links_open_beside_the_page_around_but_for_those_to_the_embed_itself(site: Built) -> None:
    for page, root in site.embeds.items():
        assert root.xpath("//base/@target") == ["_blank"], page
        inner = root.xpath("//a[starts-with(@href, '#') and not(ancestor::form)]")
        stays = [each.get("target") for each in inner if each.get("data-link") is None]
        assert set(stays) <= {"_self"}, page


def test_an_embed_has_the_canonical_address_of_its_page(site_below: Built) -> None:
    for page, root in site_below.embeds.items():
        url = page.removeprefix("embed/").removesuffix("index.html").replace("questions/", "")
        assert root.xpath("//link[@rel='canonical']/@href") == [f"https://site.test/a/b/{url}"]


def wordpress(answer: str) -> str:
    """What WordPress leaves of the HTML of a provider that it does not know."""
    allowed = {"a": ["href"], "blockquote": [], "iframe": ["src", "width", "height", "title"]}
    found = re.search(r"(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)", answer, re.DOTALL)
    assert found
    for element in parse.fragments_fromstring(f"{found[1]}{found[2]}"):
        assert element.tag in allowed
        assert {*element.attrib} <= {*allowed[element.tag], "frameborder"}
    return f"{found[1]}{found[2]}"


def test_wordpress_finds_and_keeps_the_frame_of_every_page(
    real_composed: Composed, site_below: Built
) -> None:
    for page in real_composed.pages:
        file = site_below.folder / page.url / "index.html"
        head = file.read_bytes()[:HEAD_BYTES].decode(errors="ignore")
        links = re.findall(r'<link[^>]*application/json\+oembed[^>]*href="([^"]*)"', head)
        if not page.embed:
            assert links == [], page.id
            continue
        (link,) = links
        path = site_below.folder / link.removeprefix("https://site.test/a/b/")
        answer = json.loads(path.read_text("utf-8"))
        assert (answer["version"], answer["type"], answer["title"]) == ("1.0", "rich", page.title)
        assert {type(answer[each]) for each in ("width", "height", "cache_age")} == {int}
        assert f'src="https://site.test/a/b/{page.embed}"' in wordpress(answer["html"])


def test_where_the_address_is_not_known_nobody_is_told_one(site: Built) -> None:
    assert not (site.folder / "oembed").exists()
    for page, root in site.own.items():
        assert root.xpath("//link[@type='application/json+oembed']") == [], page
        assert root.xpath("//details[@class='ctp-share']//textarea") == [], page


def test_every_page_that_has_an_embed_offers_its_codes(
    real_composed: Composed, site_below: Built
) -> None:
    home = "https://site.test/a/b/"
    for page in real_composed.pages:
        root = site_below.pages[f"{page.url}index.html"]
        codes = [each.text for each in root.xpath("//details[@class='ctp-share']//textarea")]
        if not page.embed:
            assert codes == [], page.id
            continue
        (frame,), (element, script), (words,) = map(parse.fragments_fromstring, codes)
        assert (frame.get("src"), frame.get("title")) == (f"{home}{page.embed}", page.title)
        assert (element.tag, element.get("page")) == ("pathway-embed", page.url)
        assert script.get("src") == f"{home}assets/embed/embed.js"
        for each in (element, words):
            assert each.xpath(".//a/@href") == [f"{home}{page.url}"]
            assert each.xpath("string(.//a)") == page.title
        assert "as of 22 November 2026" in str(words.xpath("string(.)"))


def test_the_frame_has_a_title_a_language_and_a_sandbox_and_waits_until_it_is_seen() -> None:
    page = Page("a", "a/b/", 'A "title" & more', "Words.", "visa", "")
    (frame,) = parse.fragments_fromstring(snippets(page, HERE, "1 May 2026").frame)
    assert frame.tag == "iframe"
    assert frame.get("src") == "https://site.test/embed/a/b/"
    assert (frame.get("title"), frame.get("lang")) == ('A "title" & more', "en")
    assert frame.get("loading") == "lazy"
    assert "allow-same-origin" not in frame.attrib["sandbox"]
    assert int(frame.attrib["height"]) >= 500


def test_the_tokens_are_those_of_the_site() -> None:
    def tokens(file: str) -> list[tuple[str, str]]:
        words = (ASSETS / file).read_text("utf-8")
        return re.findall(r"(--ctp-(?!icon:)[\w-]+): (.*?);", words)

    known = set(tokens("site.css"))
    assert len(known) > 40
    assert set(tokens("embed/embed.css")) | set(tokens("embed/quiz.css")) <= known


# ---- What of a page fits


def page_with(*sections: Section) -> Page:
    return Page("v", "v/", "V", "V.", "visa", "", sections=sections)


def prose(*words: str) -> tuple[Prose]:
    return (Prose(tuple(Paragraph((Text(each),)) for each in words)),)


def test_a_page_loses_its_last_section_first() -> None:
    page = page_with(Section("a", "First", prose("a")), Section("b", "Last", prose("b")))
    less = shorter(excerpt(page))
    assert less is not None
    assert [each.id for each in less.page.sections] == ["a"]
    assert less.left_out == (Ref("v", "Last", "b"),)


def test_then_the_last_part_of_its_only_section() -> None:
    parts = (Section("x", "X", prose("x")), Section("y", "Y", prose("y")))
    less = shorter(excerpt(page_with(Section("a", "First", (), parts))))
    assert less is not None
    assert [each.id for each in less.page.sections[0].sections] == ["x"]
    assert [each.text for each in less.left_out] == ["Y"]


def test_then_rows_of_its_table_and_says_so_once() -> None:
    rows = tuple((Cell((Text(str(each)),)),) for each in range(16))
    found: Excerpt | None = excerpt(page_with(Section("a", "A", (Table("T", ("N",), rows, "t"),))))
    counts = []
    while found:
        ((table,),) = [each.blocks for each in found.page.sections]
        assert isinstance(table, Table)
        counts.append(len(table.rows))
        said, found = [each.text for each in found.left_out], shorter(found)
    assert counts[:3] == [16, 14, 13]
    assert counts[-1] == 1
    assert said == ["The other rows of the table"]


def test_sources_of_what_is_gone_go_too(real_composed: Composed) -> None:
    page = next(each for each in real_composed.pages if each.id == "california/b-1-elective")
    found = excerpt(page)
    less = shorter(shorter(found) or found)
    assert less is not None
    cited = {each.source for each in inside(less.page.sections) if isinstance(each, Cite)}
    (sources,) = less.page.sections[-1].blocks
    assert isinstance(sources, Sources)
    assert {each.source for each in sources.items} <= cited | {
        each.source for each in inside(less.page.lead) if isinstance(each, Cite)
    }
    (before,) = next(each for each in page.sections if each.id == SOURCES).blocks
    assert isinstance(before, Sources)
    assert len(sources.items) < len(before.items)


def test_policy_changes_stand_by_name_and_day_and_lead_to_the_full_page(
    real_composed: Composed,
) -> None:
    page = next(each for each in real_composed.pages if each.id == "b-1")
    alerts = next(each for each in page.lead if isinstance(each, Alerts))
    note = [each for each in excerpt(page).page.lead if isinstance(each, Note)][-1]
    assert len(note.parts) == len(alerts.alerts) > 0
    for part, alert in zip(note.parts, alerts.alerts, strict=True):
        assert isinstance(part, Paragraph)
        assert alert.name in plain(part.words)
        assert f"Last known {alert.known_as_of}." in plain(part.words)
        assert Ref("b-1", alert.name, alert.anchor) in part.words


def claims_of(page: Page) -> set[Claims]:
    return {each for each in inside((page.lead, page.sections)) if isinstance(each, Claims)}


def test_claims_in_an_embed_are_those_of_the_page(real_composed: Composed) -> None:
    for page in real_composed.pages:
        if page.embed:
            assert claims_of(excerpt(page).page) <= claims_of(page), page.id


def test_a_chosen_column_of_a_table_can_be_found_in_its_embed() -> None:
    cell = Cell((Text("x"),))
    table = Table("T", ("N", "B-1"), ((cell, cell),), "t", (Column("b-1", Ref("b-1", "B-1")),))
    page = excerpt(replace(page_with(Section("a", "A", (table,))), family="compare")).page
    links = Links({"v": "v/", "b-1": "b/"})
    root = parse.fromstring(render_embed(Framed(page, links, HERE), CREDIT))
    assert root.xpath("//th[@scope='col']/@data-column") == ["b-1"]
    assert root.xpath("//a[@download]") == []


def test_without_an_address_there_are_embeds_and_no_answers() -> None:
    page = page_with(Section("a", "A", prose("a")))
    links = Links({"v": "v/"})
    assert set(embed_files([page], links, Addresses(), CREDIT)) == {"embed/v/index.html"}
    assert set(embed_files([page], links, HERE, CREDIT)) == {"embed/v/index.html", "oembed/v.json"}
