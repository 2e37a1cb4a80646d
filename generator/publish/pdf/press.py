"""The data and its pages -> printed guides, and what each page offers of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.derive.citations import credit_of
from generator.model.dataset import Dataset
from generator.model.document import Page
from generator.model.guide import Download
from generator.publish.pdf.files import Printed, print_guides
from generator.publish.pdf.guides import guides_of
from generator.publish.pdf.kept import Kept
from generator.publish.pdf.offers import downloads_of
from generator.publish.pdf.surface import Imprint, Places

__all__ = ["Press", "Printed", "Prints"]

LICENSE = "CC BY 4.0"


@dataclass(frozen=True)
class Prints:
    """Every finished file, and which of them each page offers."""

    printed: tuple[Printed, ...]
    offers: Mapping[str, tuple[Download, ...]]
    for_all: tuple[Download, ...]

    def offered_by(self, page: Page) -> tuple[Download, ...]:
        """What a page offers: its own guide first, the handbook last."""
        return self.offers.get(page.id, self.for_all)


@dataclass(frozen=True)
class Press:
    """Prints guides.

    Attributes:
        kept: The folder of files from earlier builds.
        site: The name of the site.
        address: Where the site lives; empty if not known.
        version: The version of the data.
    """

    kept: Path
    site: str
    address: str
    version: str

    def prints(self, dataset: Dataset, pages: Sequence[Page], as_of: date) -> Prints:
        """Print everything.

        Args:
            dataset: The data.
            pages: The pages of the site.
            as_of: The day as of which the site speaks.

        Raises:
            ProblemsError: With every record and block that cannot be printed.
        """
        sources = dataset.sources.values()
        credit, address = credit_of(sources)
        imprint = Imprint(self.site, self.address, as_of, self.version, LICENSE, credit, address)
        places = Places(
            {page.id: page.url for page in pages},
            {each.id: each.address or "" for each in sources if each.linkable},
            {each.id: each.term for each in dataset.terms.values()},
        )
        kept = Kept(self.kept)
        printed = print_guides(guides_of(pages), imprint, places, kept)
        kept.forget_all_but(each.kept for each in printed)
        return Prints(printed, *downloads_of(printed, imprint))
