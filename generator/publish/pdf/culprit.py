"""Which record and which block a document could not be printed for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.blocks import Block, Sources
from generator.model.document import Page, Section
from generator.model.guide import Guide, Part
from generator.problems import Problem
from generator.publish.pdf.compile import PrintError, compile_pdf
from generator.publish.pdf.document import document
from generator.publish.pdf.surface import SOURCES, Imprint, Places

GENERATOR = "generator/"


def problem_of(guide: Guide, imprint: Imprint, places: Places, error: PrintError) -> Problem:
    """Print each block alone, and name the first that fails; else the document.

    Args:
        guide: What could not be printed.
        imprint: What every document says of itself.
        places: Where things are that it may point to.
        error: Typst's words.
    """
    for page in guide.pages:
        bare = replace(page, lead=(), sections=_sources(page))
        found = _refused(guide, bare, imprint, places)
        if found:
            return Problem(page.file or GENERATOR, f"its title cannot be printed: {found}.", line=0)
        for where, block in _blocks(page):
            found = _refused(guide, replace(bare, lead=(block,)), imprint, places)
            if found:
                name = type(block).__name__
                message = f'the block {name} in "{where}" cannot be printed: {found}.'
                tip = f"Mend its words, or templates/blocks/{name.lower()}.typ."
                return Problem(page.file or GENERATOR, message, tip=tip, line=0)
    file = next((page.file for page in guide.pages if page.file), GENERATOR)
    message = f'the document "{guide.title}" cannot be printed: {error}.'
    return Problem(file, message, tip="Mend generator/templates/guide.typ.", line=0)


def _refused(guide: Guide, page: Page, imprint: Imprint, places: Places) -> str:
    """Why a page alone cannot be printed; nothing if it can."""
    parts = (Part("", (page,)),)
    try:
        value = document(replace(guide, title=page.title, parts=parts), imprint, places)
        compile_pdf(value, "a4", imprint.as_of)
    except PrintError as error:
        return str(error)
    return ""


def _sources(page: Page) -> tuple[Section, ...]:
    """The list of sources alone, so that citations keep their numbers."""
    return tuple(
        Section(SOURCES, each.title, each.blocks) for each in page.sections if each.id == SOURCES
    )


def _blocks(page: Page) -> Iterator[tuple[str, Block]]:
    yield from ((page.title, block) for block in page.lead)
    yield from _in_sections(page.sections)


def _in_sections(sections: Iterable[Section]) -> Iterator[tuple[str, Block]]:
    for section in sections:
        for block in section.blocks:
            if not isinstance(block, Sources):
                yield section.title, block
        yield from _in_sections(section.sections)
