"""The API: an index, a list and a file for each record, one file of everything, and schemas."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.model.open_data import (
    API,
    CITATION,
    DUMP,
    LICENSE_ADDRESS,
    LICENSE_FILE,
    LICENSE_ID,
    OPENAPI,
    PACKAGE,
    PLURALS,
    SCHEMA_VERSION,
    SCHEMAS,
    ZIP,
    list_file,
    record_file,
)
from generator.publish.data.shapes import MODELS, SUMMARY
from generator.publish.files import Files
from generator.publish.quiz import QUIZ_FILE

Value = dict[str, Any]

FILES: Mapping[str, str] = {
    DUMP: "Every record, in one file.",
    ZIP: "Everything as CSV and JSON, with a data dictionary and the license.",
    PACKAGE: "The CSV files and each of their columns, as a Frictionless data package.",
    OPENAPI: "Every address of this API, as OpenAPI 3.1.",
    f"{SCHEMAS}page.json": "The JSON Schema of the file index.json beside every page.",
    QUIZ_FILE: "The rules of the eligibility quiz, compiled.",
    f"{API}changes.json": "What changed in the data, and when.",
    "feeds/changes.atom": "What changed in the data, as a feed.",
    "feeds/alerts.atom": "Policy changes, as a feed.",
    "feeds/alerts.ics": "Policy changes with a day, as a calendar.",
    CITATION: "How to cite the data.",
    LICENSE_FILE: "The license.",
}
"""Files that the index names where the site has them."""


@dataclass(frozen=True)
class Imprint:
    """What the data says of itself.

    Attributes:
        as_of: The day as of which the site speaks.
        rules_version: The version of the quiz's rules; None if there is no quiz.
        credit: Whose work it rests on, in a sentence.
        credit_address: Where that is.
    """

    as_of: date
    rules_version: str | None
    credit: str
    credit_address: str

    @property
    def about(self) -> Value:
        """As plain values, at the top of the index and of the file of everything."""
        return {
            "schema_version": SCHEMA_VERSION,
            "rules_version": self.rules_version,
            "as_of": self.as_of.isoformat(),
            "license": LICENSE_ID,
            "license_url": LICENSE_ADDRESS,
            "credit": self.credit,
            "credit_url": self.credit_address,
        }


def readable(value: Any) -> str:
    """A value as JSON, a line for each field."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def compact(value: Any) -> str:
    """A value as JSON in one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def api_files(records: Mapping[str, Sequence[Value]], imprint: Imprint) -> Files:
    """A list for each noun, a file for each record, and one of everything; by their paths.

    Args:
        records: Every record as plain values, by the plural of its noun.
        imprint: What the data says of itself.
    """
    day = imprint.as_of.isoformat()
    head = {"schema_version": SCHEMA_VERSION, "as_of": day}
    files = {DUMP: compact({**imprint.about, "records": records})}
    for noun, plural in PLURALS.items():
        entries = [
            {name: each[name] for name in SUMMARY} | {"json": record_file(noun, each["id"])}
            for each in records[plural]
        ]
        files[list_file(noun)] = compact({**head, "noun": noun, "records": entries})
        for each in records[plural]:
            files[record_file(noun, each["id"])] = compact({**head, "record": each})
    return files


def index_json(
    records: Mapping[str, Sequence[Value]], imprint: Imprint, known: Mapping[str, object]
) -> Value:
    """The index: what there is, and where.

    Args:
        records: Every record as plain values, by the plural of its noun.
        imprint: What the data says of itself.
        known: Every file of the site that the index may name.
    """
    nouns = [
        {
            "noun": noun,
            "about": " ".join((MODELS[noun].__doc__ or "").split()),
            "count": len(records[plural]),
            "list": list_file(noun),
            "schema": f"{SCHEMAS}{noun}.json",
        }
        for noun, plural in PLURALS.items()
    ]
    files = [{"path": path, "about": about} for path, about in FILES.items() if path in known]
    return {**imprint.about, "files": files, "nouns": nouns}
