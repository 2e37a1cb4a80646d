"""Every file of the open data, from the data and the pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date

from generator.derive.citations import credit_of
from generator.model.dataset import Dataset
from generator.model.document import Page
from generator.model.open_data import (
    INDEX,
    OPENAPI,
    PAGE_FILE,
    SCHEMAS,
    YAML_SCHEMAS,
)
from generator.publish.data.api import Imprint, api_files, compact, index_json, readable
from generator.publish.data.flat import flat_tables
from generator.publish.data.openapi import openapi
from generator.publish.data.package import package_files
from generator.publish.data.pages import page_json, page_schema
from generator.publish.data.records import Writer
from generator.publish.data.shapes import schema_files
from generator.publish.files import Files
from generator.publish.quiz import QUIZ_FILE
from generator.publish.schemas import schemas
from generator.publish.tables import table_files


def data_files(
    dataset: Dataset, pages: Iterable[Page], urls: Mapping[str, str], others: Files, as_of: date
) -> Files:
    """The API, the data package, a JSON file beside every page, and every table.

    Args:
        dataset: The data.
        pages: The pages of the site.
        urls: The address of each inside the site, by its id.
        others: Further files of the site: the quiz, feeds, the license.
        as_of: The day as of which the site speaks.
    """
    pages = tuple(pages)
    imprint = Imprint(as_of, _rules_version(others), *credit_of(dataset.sources.values()))
    writer = Writer(dataset, urls)
    tables = table_files(pages, as_of)
    records = writer.everything()
    made: dict[str, str | bytes] = {
        **{f"{page.url}{PAGE_FILE}": compact(page_json(dataset, page, as_of)) for page in pages},
        **api_files(records, imprint),
        **{f"{SCHEMAS}{noun}.json": readable(each) for noun, each in schema_files().items()},
        **{f"{YAML_SCHEMAS}{name}": each for name, each in schemas(dataset).items()},
        f"{SCHEMAS}page.json": readable(page_schema()),
    }
    flat = flat_tables(writer, records)
    made |= package_files(flat, imprint, {**made, **others}, tables)
    known = {**others, **made, INDEX: "", OPENAPI: ""}
    made[OPENAPI] = readable(openapi(known))
    made[INDEX] = readable(index_json(records, imprint, known))
    return {**tables, **made}


def _rules_version(files: Files) -> str | None:
    """The version of the compiled quiz, if there is one."""
    if QUIZ_FILE not in files:
        return None
    found: str = json.loads(files[QUIZ_FILE])["version"]
    return found
