"""The blocks of the page about the data: which files there are, and three ways to use them."""

from __future__ import annotations

from generator.compose.context import Context, text
from generator.model.blocks import Block, Listing, Paragraph, Prose
from generator.model.inline import Command, File, Text
from generator.model.open_data import CITATION, CSV, DUMP, INDEX, OPENAPI, PACKAGE, SCHEMAS, ZIP
from generator.model.tables import Cell, Table

FILES = (
    (ZIP, "All of it in one file", "CSV and JSON, a README, a data dictionary and the license"),
    (DUMP, "Every record", "JSON: visas, licenses, pathways, claims and the rest"),
    (f"{CSV}claims.csv", "Every claim", "CSV, one line each, with its standing and its day"),
    (f"{CSV}citations.csv", "Every citation", "CSV: which source carries which claim, and where"),
    (PACKAGE, "Every table", "A Frictionless data package: each file and column described"),
    (INDEX, "The index", "JSON: every kind of record, its list and its schema"),
    (OPENAPI, "The API", "OpenAPI 3.1: each address and what it gives"),
    (f"{SCHEMAS}pathway.json", "A schema", "JSON Schema; each kind of record has one"),
    (CITATION, "How to cite", "Citation File Format"),
)


def data_files(_: Context, __: tuple[str, ...]) -> Block:
    """The files of the open data, each with what it holds."""
    rows = tuple((Cell((File(path, name),)), Cell(text(about))) for path, name, about in FILES)
    return Table("Files of the data", ("File", "What it holds"), rows)


def data_examples(_: Context, __: tuple[str, ...]) -> Block:
    """Lines to type: in a terminal, in Python, in a spreadsheet."""
    claims = f"{CSV}claims.csv"
    examples = (
        ("In a terminal: ", Command("curl -O ", DUMP)),
        ("In Python, with pandas: ", Command('pandas.read_csv("', claims, '")')),
        ("In Google Sheets: ", Command('=IMPORTDATA("', claims, '")')),
    )
    items = tuple((Paragraph((Text(where), line)),) for where, line in examples)
    return Prose((Listing(items),))
