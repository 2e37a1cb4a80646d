from __future__ import annotations

from generator.build import Composed
from generator.publish.search import search_entries


def test_a_page_is_found_by_its_other_names(tiny_composed: Composed) -> None:
    page = next(page for page in tiny_composed.pages if page.id == "v-1")
    entry = next(search_entries(page))
    assert entry.location == "visas/v-1/"
    assert entry.names == ("V-1", "V1", "V 1", "visitor visa")


def test_a_section_is_found_by_its_words_and_not_by_its_sources(tiny_composed: Composed) -> None:
    page = next(page for page in tiny_composed.pages if page.id == "v-1")
    entries = {entry.location: entry for entry in search_entries(page)}
    assert entries["visas/v-1/#stay"].title == "V-1: How long you can stay"
    assert entries["visas/v-1/#stay"].text == "You can stay six months. The law says three."
    assert "visas/v-1/#sources" not in entries
