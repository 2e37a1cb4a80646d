from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from lxml.html import HtmlElement

from tests.sites import Built, foreign_loads


@pytest.mark.parametrize("where", ["site", "site_below"])
def test_every_link_anchor_and_asset_leads_somewhere(
    where: str, request: pytest.FixtureRequest
) -> None:
    built: Built = request.getfixturevalue(where)
    assert "404.html" in built.pages
    assert built.broken_links() == []


def test_the_lost_page_leads_home_below_a_path(site_below: Built) -> None:
    logo = site_below.pages["404.html"].xpath("//a[contains(@class, 'md-logo')]/@href")
    assert set(logo) == {"/a/b/."}


def test_nothing_is_fetched_from_elsewhere(site: Built) -> None:
    assert foreign_loads(site) == []


def policies(pages: dict[str, HtmlElement]) -> set[str]:
    return {
        root.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        for root in pages.values()
    }


def test_every_page_has_the_same_strict_policy(site: Built) -> None:
    (policy,) = policies(site.own)
    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_every_embed_may_load_its_own_scripts_and_styles_and_nothing_else(site: Built) -> None:
    (policy,) = policies(site.embeds)
    assert policy == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_no_page_has_inline_style_or_handlers(site: Built) -> None:
    for page, root in site.pages.items():
        assert root.xpath("//@style | //@*[starts-with(name(), 'on')] | //style") == [], page


def test_every_page_has_language_title_and_one_h1(site: Built) -> None:
    for page, root in site.pages.items():
        assert root.get("lang") == "en", page
        assert root.xpath("string(//title)").strip(), page
        assert len(root.xpath("//h1")) == 1, page


def test_every_page_but_the_lost_one_describes_itself(site: Built) -> None:
    descriptions = {
        page: root.xpath("string(//meta[@name='description']/@content)")
        for page, root in site.own.items()
        if page != "404.html"
    }
    assert [page for page, words in descriptions.items() if len(words) < 20] == []


def test_a_page_says_how_it_looks_beside_a_link(site: Built, site_below: Built) -> None:
    for built, told in ((site, {"title", "description", "type"}), (site_below, {"url"})):
        for page, root in built.own.items():
            found = {name.removeprefix("og:") for name in root.xpath("//meta/@property")}
            assert page == "404.html" or told <= found, page
    assert not site.pages["index.html"].xpath("//meta[@property='og:image' or @property='og:url']")


def test_cards_are_drawn_for_a_site_that_has_an_address(site_below: Built) -> None:
    pages = [page for page in site_below.own if page != "404.html"]
    cards = set()
    for page in pages:
        (address,) = site_below.pages[page].xpath("//meta[@property='og:image']/@content")
        cards.add(address.removeprefix("https://site.test/a/b/"))
    assert len(cards) > 15
    for card in cards:
        with (site_below.folder / card).open("rb") as file:
            head = file.read(24)
        assert head[:8] == b"\x89PNG\r\n\x1a\n"
        assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (1200, 630)


def test_crawlers_find_the_list_of_pages(site: Built, site_below: Built) -> None:
    robots = (site_below.folder / "robots.txt").read_text("utf-8")
    assert "Sitemap: https://site.test/a/b/sitemap.xml" in robots
    assert "Sitemap" not in (site.folder / "robots.txt").read_text("utf-8")
    listed = re.findall(r"<loc>(.*?)</loc>", (site_below.folder / "sitemap.xml").read_text("utf-8"))
    addresses = {
        f"https://site.test/a/b/{page.removesuffix('index.html')}" for page in site_below.own
    }
    assert set(listed) == addresses - {"https://site.test/a/b/404.html"}


def test_headings_go_down_one_level_at_a_time(site: Built) -> None:
    for page, root in site.pages.items():
        headings = root.xpath("//article//*[self::h1 or self::h2 or self::h3 or self::h4]")
        levels = [int(heading.tag[1]) for heading in headings]
        steps = [after - before for before, after in pairwise(levels)]
        assert all(step <= 1 for step in steps), page


def test_every_label_is_for_something_on_the_page(site: Built) -> None:
    for page, root in site.pages.items():
        assert set(root.xpath("//label/@for")) <= set(root.xpath("//@id")), page


def test_no_id_stands_twice_on_a_page(site: Built) -> None:
    for page, root in site.pages.items():
        twice = [each for each, count in Counter(root.xpath("//@id")).items() if count > 1]
        assert twice == [], page


def test_every_table_has_a_caption_scopes_and_a_word_in_every_cell(site: Built) -> None:
    for page, root in site.pages.items():
        for table in root.xpath("//article//table"):
            assert table.xpath("string(caption)").strip(), page
            assert table.xpath(".//th[not(@scope)]") == [], page
            assert all(cell.text_content().strip() for cell in table.xpath(".//td | .//th")), page


def test_every_claim_shows_its_source_its_standing_and_its_day(site: Built) -> None:
    for page, root in site.pages.items():
        for claim in root.xpath("//li[contains(concat(' ', @class, ' '), ' ctp-claim ')]"):
            assert claim.xpath(".//sup[@class='ctp-cite']"), page
            assert claim.xpath("string(.//span[contains(@class, 'ctp-standing')])"), page
            assert re.search(r"as of|not opened|not known", claim.text_content()), page


def test_every_image_has_words_and_every_control_a_name(site: Built) -> None:
    for page, root in site.pages.items():
        assert root.xpath("//img[not(@alt)]") == [], page
        for control in root.xpath("//button | //a[@href] | //summary | //select | //textarea"):
            name = control.text_content().strip() or control.get("aria-label")
            name = name or control.get("title") or control.xpath("string(.//@alt)")
            name = name or control.xpath("string(ancestor::label)").strip()
            assert name, (page, control.attrib)
        for field in root.xpath("//input[not(@type='hidden' or @type='checkbox')]"):
            labels = root.xpath("//label[@for=$id]", id=field.get("id") or "none")
            assert field.get("aria-label") or labels or field.xpath("ancestor::label"), page


def test_every_page_says_for_which_days_it_speaks_and_that_it_is_no_legal_advice(
    site: Built,
) -> None:
    for page, root in site.pages.items():
        if not root.xpath("//ol[@class='ctp-sources']"):
            continue
        (foot,) = root.xpath("//footer[@class='ctp-foot']")
        assert "The sources of this page speak for: " in foot.text_content(), page
        assert "not legal advice" in foot.text_content(), page


def test_every_page_names_the_license_and_the_paper(site: Built) -> None:
    for page, root in site.pages.items():
        foot = "//div[@class='md-copyright']" if page in site.own else "//footer"
        (words,) = root.xpath(foot)
        assert "CC BY 4.0" in words.text_content(), page
        assert words.xpath(".//a[@href='https://doi.org/10.5334/aogh.5020']"), page


def test_no_word_links_where_it_means_something_else(site: Built) -> None:
    linked = {
        link.text_content()
        for root in site.pages.values()
        for link in root.xpath("//*[contains(@class, 'ctp-claim__says')]/a")
    }
    assert linked
    assert not linked & {"Canada", "Mexico", "Australia", "waiver", "license", "permit", "bond"}


def test_search_documents_stay_out_of_the_index_that_every_page_loads(site: Built) -> None:
    index = (site.folder / "search/search_index.json").stat().st_size
    documents = (site.folder / "search/search_docs.json").stat().st_size
    assert index < 300
    assert documents > 10_000


def test_addresses_that_are_not_set_are_left_out(site: Built) -> None:
    for page, root in site.pages.items():
        assert root.xpath("//link[@rel='canonical']") == [], page
        assert (
            root.xpath(
                "//a[contains(@href, 'template=wrong-fact') or contains(@href, '/edit/main/')]"
            )
            == []
        ), page


def test_the_map_of_the_site_says_when_the_facts_were_read_not_when_it_was_built(
    site_below: Built,
) -> None:
    words = (site_below.folder / "sitemap.xml").read_text("utf-8")
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", words)) == {"2026-11-22"}
