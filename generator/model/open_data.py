"""Where the open data lives inside the site: names that programs rely on."""

from __future__ import annotations

from collections.abc import Mapping

SCHEMA_VERSION = "1.0.0"
"""Semantic version of the shape of the API; docs/adr/0016 says what is a break."""

API = "api/v1/"
INDEX, DUMP, OPENAPI = f"{API}index.json", f"{API}all.json", f"{API}openapi.json"
PACKAGE, ZIP = f"{API}datapackage.json", f"{API}clinical-training-pathways-data.zip"
CSV, SCHEMAS, YAML_SCHEMAS = f"{API}csv/", f"{API}schemas/", f"{API}yaml-schemas/"
CITATION, LICENSE_FILE = "CITATION.cff", "LICENSE"
PAGE_FILE = "index.json"
"""What a page says as JSON: this file beside it."""

DATA_PAGE = "data"
"""The id of the page that says what there is, and how to use it."""

LICENSE_ID, LICENSE_NAME = "CC-BY-4.0", "CC BY 4.0"
LICENSE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"

PLURALS: Mapping[str, str] = {
    "visa": "visas",
    "requirement": "requirements",
    "limit": "limits",
    "state": "states",
    "license": "licenses",
    "pathway": "pathways",
    "not-carried": "not-carried",
    "barrier": "barriers",
    "enabler": "enablers",
    "recommendation": "recommendations",
    "stakeholder": "stakeholders",
    "alert": "alerts",
    "source": "sources",
    "country-list": "country-lists",
    "level": "levels",
    "contact": "contacts",
    "goal": "goals",
    "actor": "actors",
    "topic": "topics",
    "barrier-group": "barrier-groups",
    "visa-family": "visa-families",
    "license-kind": "license-kinds",
    "standing": "standings",
    "source-kind": "source-kinds",
    "term": "terms",
    "question": "questions",
    "redirect": "redirects",
}
"""The nouns that are public data, each with its name in addresses."""

ABOUT_THE_SITE = frozenset({"reader", "facet", "quiz", "changes", "published"})
"""Nouns that only this site needs; the quiz and the changes have files of their own."""


def list_file(noun: str) -> str:
    """The file with every record of a noun, in short."""
    return f"{API}{PLURALS[noun]}.json"


def record_folder(noun: str) -> str:
    """The folder of the records of a noun."""
    return f"{API}{PLURALS[noun]}/"


def record_file(noun: str, record_id: str) -> str:
    """The file of one record."""
    return f"{record_folder(noun)}{record_id}.json"
