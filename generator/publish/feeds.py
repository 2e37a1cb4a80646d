"""Feeds: what changed on this site and in policy, as Atom, as JSON and as a calendar."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from xml.etree import ElementTree as ET

from generator.derive.changes import Change, changes_of
from generator.derive.public_ids import Public, name_of, public_ids
from generator.model.base import show_day
from generator.model.dataset import Dataset
from generator.model.guidance import Alert
from generator.publish.calendars import Event, calendar_of
from generator.publish.files import Files
from generator.publish.redirects import where
from generator.render.links import Addresses, Links

ATOM = "http://www.w3.org/2005/Atom"
NAME = "Clinical Training Pathways"
RIGHTS = "CC BY 4.0"


@dataclass(frozen=True)
class Entry:
    """One entry of a feed: what makes its id, its title, day and lines, and its page's address."""

    name: str
    title: str
    day: date
    lines: tuple[str, ...]
    url: str


def feed_files(dataset: Dataset, links: Links, addresses: Addresses, as_of: date) -> Files:
    """The feeds, by the path of each inside the site.

    Args:
        dataset: The data.
        links: Where each page lives.
        addresses: Where the site lives; if it is not known, feeds have no links.
        as_of: The day as of which the site speaks.
    """
    changes = changes_of(dataset)
    alerts = sorted(
        dataset.alerts.values(), key=lambda each: (each.known_as_of.first, each.id), reverse=True
    )
    public = public_ids(dataset)
    urls = [where(dataset, public, links, each.note.about) for each in changes]
    told = [_change(dataset, public, links, each) for each in changes]
    news = [_alert(links, each) for each in alerts]
    events = [each for alert in alerts for each in _events(alert, links, addresses)]
    return {
        "feeds/changes.atom": _atom("changes", "What changed on this site", told, as_of, addresses),
        "feeds/alerts.atom": _atom("alerts", "Policy changes", news, as_of, addresses),
        "feeds/alerts.ics": calendar_of("Alerts", events),
        "api/v1/changes.json": _json(zip(changes, urls, strict=True), as_of),
    }


def _change(dataset: Dataset, public: Mapping[str, Public], links: Links, change: Change) -> Entry:
    note = change.note
    lines = [
        f"Was: {note.was}" if note.was and note.was != note.says else "",
        f"Now: {note.says}" if note.says else "It is gone.",
        f"Why: {note.why}",
        f"It holds since {note.since.shown}." if note.since else "",
        *(f"Source: {dataset.sources[each.source].title}, {each.at}" for each in note.cites),
    ]
    name = f"changes/{change.day}/{note.about}/{change.number}"
    now = public.get(note.about)
    title = f"{name_of(dataset, now.record) if now else note.about}: {note.says or 'gone'}"
    url = where(dataset, public, links, note.about) or "changes/"
    return Entry(name, title, change.day, tuple(filter(None, lines)), url)


def _alert(links: Links, alert: Alert) -> Entry:
    dated = [
        f"From {show_day(alert.from_)}." if alert.from_ else "",
        f"Planned end: {show_day(alert.until)}." if alert.until else "",
        f"Last known: {alert.known_as_of.shown}. Check before you act.",
    ]
    lines = (*filter(None, dated), *(claim.says for claim in alert.claims))
    day = alert.known_as_of.first
    return Entry(f"alerts/{alert.id}", alert.name, day, lines, links.urls[alert.id])


def _events(alert: Alert, links: Links, addresses: Addresses) -> Iterable[Event]:
    known = f"Last known: {alert.known_as_of.shown}. Check before you act."
    url = f"{addresses.site}{links.urls[alert.id]}" if addresses.site else ""
    stamp = alert.known_as_of.first
    if alert.from_:
        yield Event(f"{alert.id}-from", stamp, alert.from_, f"Starts: {alert.name}", known, url)
    if alert.until:
        name = f"Planned end: {alert.name}"
        yield Event(f"{alert.id}-until", stamp, alert.until, name, known, url)


def _atom(
    name: str, title: str, entries: Sequence[Entry], as_of: date, addresses: Addresses
) -> str:
    """A feed (RFC 4287). Ids never change, wherever the site lives; links need its address."""
    feed = ET.Element("feed", xmlns=ATOM, attrib={"xml:lang": "en"})
    _say(feed, "id", _id(f"feeds/{name}"))
    _say(feed, "title", f"{NAME}: {title.lower()}")
    _say(feed, "updated", _moment(max((each.day for each in entries), default=as_of)))
    _say(feed, "rights", RIGHTS)
    _say(ET.SubElement(feed, "author"), "name", NAME)
    _link(feed, addresses, f"feeds/{name}.atom", "self", "application/atom+xml")
    _link(feed, addresses, f"{name}/", "alternate", "text/html")
    for each in entries:
        entry = ET.SubElement(feed, "entry")
        _say(entry, "id", _id(each.name))
        _say(entry, "title", each.title)
        _say(entry, "updated", _moment(each.day))
        _link(entry, addresses, each.url, "alternate", "text/html")
        lines = (f"<p>{escape(line, quote=False)}</p>" for line in each.lines)
        _say(entry, "content", "".join(lines), "html")
    ET.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _say(parent: ET.Element, name: str, words: str, kind: str = "") -> None:
    ET.SubElement(parent, name, {"type": kind} if kind else {}).text = words


def _link(parent: ET.Element, addresses: Addresses, url: str, rel: str, kind: str) -> None:
    if addresses.site:
        ET.SubElement(parent, "link", rel=rel, type=kind, href=f"{addresses.site}{url}")


def _id(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"clinical-training-pathways/{name}").urn


def _moment(day: date) -> str:
    return f"{day}T00:00:00Z"


def _json(changes: Iterable[tuple[Change, str]], as_of: date) -> str:
    """Every change with the address of its page, as JSON."""
    found = [
        {
            "day": each.day.isoformat(),
            "claim": each.note.about,
            "old": each.note.was,
            "new": each.note.says,
            "why": each.note.why,
            "source": [{"source": cite.source, "at": cite.at} for cite in each.note.cites],
            "since": each.note.since.text if each.note.since else None,
            "page": url or None,
        }
        for each, url in changes
    ]
    whole = {"as_of": as_of.isoformat(), "license": "CC-BY-4.0", "changes": found}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
