"""The flat tables as a data package, and one file to keep with everything in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from generator.model.open_data import (
    API,
    CITATION,
    CSV,
    DUMP,
    LICENSE_ADDRESS,
    LICENSE_FILE,
    LICENSE_ID,
    LICENSE_NAME,
    PACKAGE,
    SCHEMA_VERSION,
    SCHEMAS,
    ZIP,
)
from generator.publish.data.api import Imprint, readable
from generator.publish.data.columns import Flat
from generator.publish.files import Files
from generator.publish.tables import csv_of

Value = dict[str, Any]
README, DICTIONARY = "README.md", "data-dictionary.md"
FIRST_YEAR = 1980
"""Files in a zip cannot be older."""


def table_of(flat: Flat) -> str:
    """A flat table as CSV."""
    return csv_of([each.name for each in flat.columns], flat.rows)


def datapackage(tables: Iterable[Flat], imprint: Imprint) -> Value:
    """The description of the tables: https://specs.frictionlessdata.io/tabular-data-package/."""
    return {
        "profile": "tabular-data-package",
        "name": "clinical-training-pathways",
        "title": "Clinical Training Pathways",
        "description": "US visas, California licenses and the pathways between them, "
        f"as of {imprint.as_of.isoformat()}.",
        "version": SCHEMA_VERSION,
        "licenses": [{"name": LICENSE_ID, "path": LICENSE_ADDRESS, "title": LICENSE_NAME}],
        "sources": [{"title": imprint.credit, "path": imprint.credit_address}]
        * bool(imprint.credit_address),
        "resources": [_resource(each) for each in tables],
    }


def _resource(flat: Flat) -> Value:
    keys = [each.name for each in flat.columns[: flat.key]]
    fields = [
        {"name": each.name, "type": each.kind, "description": each.about} for each in flat.columns
    ]
    foreign = [
        {"fields": [field], "reference": {"resource": table, "fields": [column]}}
        for field, table, column in flat.links
    ]
    schema: Value = {"fields": fields, "missingValues": [""]}
    schema |= {"primaryKey": keys} if keys else {}
    schema |= {"foreignKeys": foreign} if foreign else {}
    return {
        "profile": "tabular-data-resource",
        "name": flat.name,
        "path": f"{CSV.removeprefix(API)}{flat.name}.csv",
        "description": flat.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def package_files(
    tables: Iterable[Flat], imprint: Imprint, made: Files, page_tables: Files
) -> Files:
    """The tables, their description, and one file with everything.

    Args:
        tables: The flat tables.
        imprint: What the data says of itself.
        made: Files that exist already: the file of everything, schemas, license and citation.
        page_tables: The tables that pages show, by their paths inside the site.
    """
    tables = tuple(tables)
    files: dict[str, str | bytes] = {
        **{f"{CSV}{each.name}.csv": table_of(each) for each in tables},
        PACKAGE: readable(datapackage(tables, imprint)),
    }
    kept = {
        path: content
        for path, content in made.items()
        if path in {DUMP, CITATION, LICENSE_FILE} or path.startswith(SCHEMAS)
    }
    inside = {
        README: _readme(imprint),
        DICTIONARY: _dictionary(tables),
        **{path.removeprefix(API): content for path, content in {**files, **kept}.items()},
        **{
            f"tables/{path}": content
            for path, content in page_tables.items()
            if path.endswith(".csv")
        },
    }
    return {**files, ZIP: zipped(inside, imprint.as_of)}


def zipped(files: Mapping[str, str | bytes], day: date) -> bytes:
    """Files in one zip; the same files on the same day give the same bytes."""
    whole = io.BytesIO()
    moment = (max(day.year, FIRST_YEAR), day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(path, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # Unix, whatever it is made on
            archive.writestr(entry, content)
    return whole.getvalue()


def _readme(imprint: Imprint) -> str:
    return f"""# Clinical Training Pathways: the data

US visas, California licenses and the pathways between them, as of {imprint.as_of.isoformat()}.
Shape {SCHEMA_VERSION}. General information, not legal advice.

| file | what it is |
| --- | --- |
| `datapackage.json` | the tables in `csv/` and their columns, as a Frictionless data package |
| `{DICTIONARY}` | the same for people |
| `csv/` | a table for each kind of record, and claims, citations, other sides and steps |
| `all.json` | every record, in one file |
| `schemas/` | JSON Schemas of the records |
| `tables/` | the tables that pages show, in the folders of their pages |
| `{LICENSE_FILE}`, `{CITATION}` | the license, and how to cite |

An empty cell means that something is not known or does not apply. It never means no. Columns that
end in `_word` say which. Several values in a cell have a semicolon and a space between them. Files
are UTF-8, with commas and CRLF (RFC 4180). Words that begin like a formula have a ' before them.

## License

{LICENSE_NAME}, {LICENSE_ADDRESS}. Credit us, and what the data rests on:

{imprint.credit}. {imprint.credit_address}
"""


def _dictionary(tables: Iterable[Flat]) -> str:
    parts = ["# Data dictionary\n"]
    for flat in tables:
        rows = [f"| `{each.name}` | {each.kind} | {each.about} |" for each in flat.columns]
        head = ["| column | type | what it means |", "| --- | --- | --- |"]
        parts.append("\n".join([f"## {flat.name}.csv\n\n{flat.about}\n", *head, *rows, ""]))
    return "\n".join(parts)
