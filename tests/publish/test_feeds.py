from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest
from icalendar import Calendar

from generator.build import Composed, compose
from generator.render.links import Addresses
from tests.worlds import change

HERE = Addresses("https://site.test/a/")
FEEDS = ("feeds/changes.atom", "feeds/alerts.atom")


def read(composed: Composed, feed: str, addresses: Addresses = HERE) -> Any:
    found = feedparser.parse(str(composed.files(addresses)[feed]))
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_a_change_is_an_entry_with_old_words_new_words_reason_and_source(
    tiny_composed: Composed,
) -> None:
    feed = read(tiny_composed, "feeds/changes.atom")
    assert feed.feed.updated == "2026-03-02T00:00:00Z"
    first, second = feed.entries
    assert first.title == "V-1: You can stay six months."
    assert first.link == "https://site.test/a/visas/v-1/#six-months"
    assert first.content[0].value == (
        "<p>Was: You can stay a year.</p><p>Now: You can stay six months.</p>"
        "<p>Why: The law was read.</p><p>It holds since February 2026.</p>"
        "<p>Source: The law, § 5</p>"
    )
    assert second.link == "https://site.test/a/visas/v-1/"  # what moved leads on


def test_an_alert_is_an_entry_on_the_day_it_was_last_known(tiny_composed: Composed) -> None:
    (entry,) = read(tiny_composed, "feeds/alerts.atom").entries
    assert entry.title == "New fee"
    assert entry.updated == "2026-02-01T00:00:00Z"
    assert "Planned end: 1 December 2026." in entry.content[0].value
    assert "A fee was announced." in entry.content[0].value


@pytest.mark.parametrize("name", FEEDS)
def test_ids_stay_when_the_site_moves_and_links_need_an_address(
    name: str, tiny_composed: Composed
) -> None:
    here, nowhere = read(tiny_composed, name), read(tiny_composed, name, Addresses())
    assert [each.id for each in here.entries] == [each.id for each in nowhere.entries]
    assert here.feed.id == nowhere.feed.id
    assert len({each.id for each in here.entries}) == len(here.entries)
    assert {each.rel for each in here.feed.links} == {"self", "alternate"}
    assert "links" not in nowhere.feed
    assert [each.get("links") for each in nowhere.entries] == [None] * len(nowhere.entries)


def test_the_real_feeds_are_read_too(real_composed: Composed) -> None:
    alerts = read(real_composed, "feeds/alerts.atom").entries
    assert len(alerts) == len(real_composed.dataset.alerts)
    read(real_composed, "feeds/changes.atom")


def test_dated_alerts_are_days_of_a_calendar(tiny_composed: Composed) -> None:
    events = Calendar.from_ical(tiny_composed.files(HERE)["feeds/alerts.ics"]).walk("VEVENT")
    assert [(str(each["SUMMARY"]), each.decoded("DTSTART")) for each in events] == [
        ("Starts: New fee", date(2026, 2, 1)),
        ("Planned end: New fee", date(2026, 12, 1)),
    ]
    assert {str(each["URL"]) for each in events} == {"https://site.test/a/alerts/new-fee/"}
    assert len({str(each["UID"]) for each in events}) == 2


def test_changes_are_json(tiny_composed: Composed) -> None:
    found = json.loads(str(tiny_composed.files()["api/v1/changes.json"]))
    assert found["changes"][0] == {
        "day": "2026-03-02",
        "claim": "v-1/six-months",
        "old": "You can stay a year.",
        "new": "You can stay six months.",
        "why": "The law was read.",
        "source": [{"source": "law", "at": "§ 5"}],
        "since": "2026-02",
        "page": "visas/v-1/#six-months",
    }
    assert found["changes"][1]["new"] is None


def test_what_looks_like_markup_stays_words(world: Path) -> None:
    hostile = "\"a & b ]]> 'c' &amp; ${x}\""
    change(world, "data/changes/2026-03-02.yml", "The law was read.", hostile)
    composed = compose(world / "data", world / "content")
    entry = read(composed, "feeds/changes.atom").entries[0]
    assert "<p>Why: a &amp; b ]]&gt; 'c' &amp;amp; ${x}</p>" in entry.content[0].value
