"""A guide -> plain values for the Typst templates: ids resolved, citations numbered, no markup."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.blocks import Block, Fact, Facts, Listing, Paragraph, Prose, Sources, Standing
from generator.model.document import Section, inside
from generator.model.guide import Guide
from generator.model.inline import Abbr, Strong, Text
from generator.publish.pdf.breaks import breakable
from generator.publish.pdf.surface import Imprint, Places, Surface, Value


def document(guide: Guide, imprint: Imprint, places: Places) -> Value:
    """Everything that a template prints of a guide.

    Args:
        guide: What to print.
        imprint: What every document says of itself.
        places: Where things are that it may point to.
    """
    surface = Surface(guide, imprint, places)
    day = imprint.as_of
    return {
        "id": guide.id,
        "title": breakable(guide.title),
        "eyebrow": guide.eyebrow,
        "summary": guide.summary,
        "stop": guide.stop,
        "whole": guide.whole,
        "site": imprint.site,
        "address": surface.web(guide.url),
        "place": surface.web(guide.url).split("://")[-1]
        or ": ".join(each for each in (imprint.site, guide.url) if each),
        "day": [day.year, day.month, day.day],
        "version": imprint.version,
        "license": imprint.license,
        "credit": imprint.credit,
        "credit_address": imprint.credit_address,
        "parts": [surface.part(each) for each in guide.parts],
        "back": [surface.section(each) for each in _back(guide, places)],
        "sources": surface.value(Sources(surface.sources)) if surface.sources else None,
    }


def _back(guide: Guide, places: Places) -> Iterator[Section]:
    """What a page on the web says when a word is touched; the handbook has chapters for it."""
    if guide.whole:
        return
    everything = [value for page in guide.pages for value in inside((page.lead, page.sections))]
    standings = {each.id: each for each in everything if isinstance(each, Standing)}
    terms = {each.term: each for each in everything if isinstance(each, Abbr)}
    if standings:
        sure = {each.name: each.meaning for each in standings.values()}
        yield Section("how-sure", "How sure each statement is", (_facts(sure),))
    if terms:
        shown = {places.terms.get(name, each.text): each.meaning for name, each in terms.items()}
        ordered = sorted(shown.items(), key=lambda pair: pair[0].lower())
        words = [Paragraph((Strong((Text(term),)), Text(f": {said}"))) for term, said in ordered]
        yield Section("terms", "Terms", (Prose((Listing(tuple((each,) for each in words)),)),))


def _facts(words: dict[str, str]) -> Block:
    return Facts(tuple(Fact(term, (Text(meaning),)) for term, meaning in words.items()))
