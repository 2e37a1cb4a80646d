"""The schemas of answers that hold many records: the index, the lists and the whole."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.open_data import PLURALS
from generator.publish.data.parts import (
    AS_OF,
    COUNT,
    MAYBE,
    TEXT,
    VERSION,
    Schema,
    described,
    many,
    ref,
    shape,
)
from generator.publish.data.shapes import MODELS, SUMMARY

ABOUT: Mapping[str, Schema] = {
    "schema_version": VERSION,
    "rules_version": described(MAYBE, "The version of the quiz's rules; null without a quiz."),
    "as_of": AS_OF,
    "license": described(TEXT, "The license of the data, as SPDX names it."),
    "license_url": described(TEXT, "Where that license is."),
    "credit": described(TEXT, "Whose work to credit."),
    "credit_url": described(TEXT, "Where that is."),
}
FILE: Mapping[str, Schema] = {
    "path": described(TEXT, "Its address inside the site."),
    "about": described(TEXT, "What it is."),
}
NOUN: Mapping[str, Schema] = {
    "noun": described(TEXT, "The kind of record."),
    "about": described(TEXT, "What it is."),
    "count": described(COUNT, "How many records there are."),
    "list": described(TEXT, "The file that lists them."),
    "schema": described(TEXT, "The JSON Schema of one."),
}


def answer_shapes() -> dict[str, Schema]:
    """The schemas of the index, of lists, and of the file of everything."""
    json_file = described(TEXT, "The file of the record, inside the site.")
    entry = shape("A record in short.", {**SUMMARY, "json": json_file})
    every = {
        plural: described(many(ref(MODELS[noun].__name__)), f"Every {noun}.")
        for noun, plural in PLURALS.items()
    }
    index = {
        "files": described(many(shape("A file.", FILE)), "Files for everything."),
        "nouns": described(many(shape("A noun.", NOUN)), "Kinds of records."),
    }
    listed = {
        "schema_version": ABOUT["schema_version"],
        "as_of": ABOUT["as_of"],
        "noun": NOUN["noun"],
        "records": described(many(entry), "In the order of the site."),
    }
    records = described(shape("By kind.", every), "Every record, by kind.")
    return {
        "Index": shape("What there is, and where.", {**ABOUT, **index}),
        "List": shape("Every record of one kind, in short.", listed),
        "Everything": shape("Every record.", {**ABOUT, "records": records}),
    }
