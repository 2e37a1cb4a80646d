from __future__ import annotations

import json
from typing import Any

from lxml import html

from generator.build import Composed
from generator.model.document import Page
from generator.model.open_data import DATA_PAGE
from generator.render.html import head_of
from generator.render.linked_data import Crumb, Whole, linked_data
from generator.render.links import Addresses
from tests.sites import Built

HERE = Addresses("https://example.org/a/")
PARSED = "string(//script[@type='application/ld+json'])"


def graph_of(page: Page, composed: Composed, addresses: Addresses) -> dict[str, Any]:
    """What a page says in schema.org's words, by type."""
    found = linked_data(page, composed.whole, addresses)["@graph"]
    return {each["@type"]: each for each in found}


def test_a_page_says_its_name_its_day_its_license_and_what_it_rests_on(
    tiny_composed: Composed,
) -> None:
    visa = next(page for page in tiny_composed.pages if page.id == "v-1")
    about = graph_of(visa, tiny_composed, HERE)["WebPage"]
    assert about["name"] == "V-1 visitor"
    assert about["url"] == "https://example.org/a/visas/v-1/"
    assert about["dateModified"] == tiny_composed.as_of.isoformat()
    assert about["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_the_way_from_the_home_page_is_a_list_of_crumbs(tiny_composed: Composed) -> None:
    visa = next(page for page in tiny_composed.pages if page.id == "v-1")
    trail = graph_of(visa, tiny_composed, HERE)["BreadcrumbList"]["itemListElement"]
    assert [each["position"] for each in trail] == [1, 2, 3]
    assert [each["item"] for each in trail] == [
        "https://example.org/a/",
        "https://example.org/a/visas/",
        "https://example.org/a/visas/v-1/",
    ]


def test_a_page_says_that_it_rests_on_the_paper_only_if_it_cites_it(
    real_composed: Composed,
) -> None:
    pages = {page.id: page for page in real_composed.pages}
    paper = "https://doi.org/10.5334/aogh.5020"
    assert graph_of(pages["b-1"], real_composed, HERE)["WebPage"]["isBasedOn"] == paper
    assert "isBasedOn" not in graph_of(pages["glossary"], real_composed, HERE)["WebPage"]


def test_without_an_address_of_the_site_there_is_none(real_composed: Composed) -> None:
    whole = real_composed.whole
    for page in real_composed.pages:
        found = linked_data(page, whole, Addresses())
        kinds = [each["@type"] for each in found["@graph"]]
        assert kinds == ["WebPage", *["Dataset"] * (page.id == DATA_PAGE)]
        assert "url" not in found["@graph"][0]
        assert "contentUrl" not in json.dumps(found)


def test_the_page_about_the_data_describes_a_dataset(real_composed: Composed) -> None:
    page = next(page for page in real_composed.pages if page.id == DATA_PAGE)
    dataset = graph_of(page, real_composed, HERE)["Dataset"]
    assert {"name", "description", "license", "creator", "isBasedOn"} <= dataset.keys()
    files = [each["contentUrl"] for each in dataset["distribution"]]
    assert all(
        each.removeprefix("https://example.org/a/") in real_composed.files() for each in files
    )


def test_hostile_words_stay_inside_the_script() -> None:
    bad = "</script><script>alert(1)</script> & ' \" <!--"
    page = Page("x", "x/", bad, bad, "visa", "", parent="up")
    whole = Whole("2026-01-01", {"up": Crumb(bad, "up/", ""), "index": Crumb(bad, "", "")})
    tree = html.fromstring(f"<html><head>{head_of(page, HERE, whole)}</head><body></body></html>")
    assert len(tree.findall(".//script")) == 1
    assert json.loads(tree.findtext(".//script") or "")["@graph"][0]["name"] == bad


def test_every_page_of_the_site_can_be_read_by_programs(site: Built, site_below: Built) -> None:
    for built, address in ((site, ""), (site_below, "https://site.test/a/b/")):
        for page, root in built.own.items():
            if page == "404.html":
                continue
            graph = json.loads(root.xpath(PARSED))["@graph"]
            assert graph[0]["name"] == root.xpath("string(//h1)").removesuffix("#"), page
            url = f"{address}{page.removesuffix('index.html')}" if address else None
            assert graph[0].get("url") == url
            (beside,) = root.xpath("//link[@rel='alternate'][@type='application/json']/@href")
            told = json.loads((built.folder / page).with_name(str(beside)).read_text("utf-8"))
            assert told["title"] == graph[0]["name"]
