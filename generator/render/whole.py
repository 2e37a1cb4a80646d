"""What must hold across all pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.model.dataset import Dataset
from generator.model.document import Page, anchors_of
from generator.problems import Problem, nearest
from generator.render.links import Links


def lost_ends(dataset: Dataset, links: Links) -> Iterator[Problem]:
    """Where a door leads, and where the quiz may end, must be a page."""
    for reader in dataset.of("reader").values():
        if reader.leads_to not in links.urls:
            message = f'"{reader.leads_to}" is not a page.'
            tip = nearest(reader.leads_to, links.urls)
            yield Problem(dataset.file_of(reader), message, (reader.id, "leads_to"), tip)
    for question in dataset.questions.values():
        for number, option in enumerate(question.options):
            if option.ends_at and option.ends_at not in links.urls:
                file = dataset.file_of(question)
                message = f'"{option.ends_at}" is not a page.'
                yield Problem(file, message, ("options", number, "ends_at"), "Write content/ID.md.")


def homeless(content: Path) -> Iterator[Problem]:
    """A folder of hand-written pages has a home page."""
    if content.is_dir() and not (content / "index.md").exists():
        yield Problem(f"{content.name}/index.md", "there is no home page.", tip="Write it.", line=0)


def anchors_twice(pages: Iterable[Page]) -> Iterator[Problem]:
    """On a page each anchor stands once: of sections, claims and alerts."""
    for page in pages:
        seen = {"main", "top-of-page"}
        for anchor in anchors_of(page):
            if anchor in seen:
                message = f'the anchor "{anchor}" stands twice on the page "{page.title}".'
                yield Problem(page.file, message, tip="Rename the claim.")
            seen.add(anchor)
