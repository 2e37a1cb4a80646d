"""The open data as a program meets it: what is there, what it holds, and that it is described."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from generator.build import Composed
from generator.model.blocks import ClaimItem
from generator.model.dataset import PLACES, Dataset
from generator.model.document import inside
from generator.model.inline import plain
from generator.model.open_data import (
    ABOUT_THE_SITE,
    API,
    DUMP,
    INDEX,
    OPENAPI,
    PLURALS,
    SCHEMA_VERSION,
    SCHEMAS,
    record_file,
)
from generator.model.predicate import parse_predicate
from generator.publish.data.records import rule_of
from generator.publish.files import Files

MOST_BYTES = 1_000_000


@pytest.fixture(scope="module")
def tiny_files(tiny_composed: Composed) -> Files:
    return tiny_composed.files()


@pytest.fixture(scope="module")
def real_files(real_composed: Composed) -> Files:
    return real_composed.files()


def read(files: Files, path: str) -> Any:
    return json.loads(files[path])


def record(files: Files, noun: str, record_id: str) -> Any:
    return read(files, record_file(noun, record_id))["record"]


def values(value: Any) -> Iterator[Any]:
    """Every value inside a value, itself first, in reading order."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        yield each
        if isinstance(each, dict):
            waiting += reversed(each.values())
        elif isinstance(each, list):
            waiting += reversed(each)


def strict(schema: Any) -> Any:
    """The schema, which lets in no field that it does not name."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: strict(each) for name, each in schema.items()}
    return {**closed, "additionalProperties": False} if "properties" in schema else closed


def test_every_noun_is_public_data_or_about_the_site_alone() -> None:
    nouns = {place.noun for place in PLACES}
    assert nouns == PLURALS.keys() | ABOUT_THE_SITE
    assert not PLURALS.keys() & ABOUT_THE_SITE
    assert len(set(PLURALS.values())) == len(PLURALS)


def test_every_record_has_a_file_and_stands_in_its_list_and_in_the_whole(
    tiny: Dataset, tiny_files: Files
) -> None:
    whole = read(tiny_files, DUMP)
    for noun, plural in PLURALS.items():
        ids = list(tiny.of(noun))
        assert [each["id"] for each in whole["records"][plural]] == ids
        listed = read(tiny_files, f"{API}{plural}.json")["records"]
        assert [each["id"] for each in listed] == ids
        for each, written in zip(listed, whole["records"][plural], strict=True):
            assert read(tiny_files, each["json"])["record"] == written
            assert {name: written[name] for name in each if name != "json"} == {
                name: value for name, value in each.items() if name != "json"
            }


def test_the_whole_of_the_real_data_is_small(real_files: Files) -> None:
    assert len(str(real_files[DUMP]).encode()) < MOST_BYTES


def test_what_is_not_known_is_null_with_a_word(tiny_files: Files) -> None:
    invitation = record(tiny_files, "visa", "v-1")["uses"][0]["requires"][0]
    assert (invitation["lead_time"], invitation["lead_time_word"]) == (None, "unknown")
    assert (invitation["cost"], invitation["cost_word"]) == (None, "unknown")
    assert (invitation["met_when"], invitation["met_when_word"]) == (None, "not-assessed")
    number = record(tiny_files, "requirement", "number")
    assert number["lead_time"]["days"] == [28, 42]
    assert number["lead_time_word"] == "known"
    unread = record(tiny_files, "source", "unread-law")
    assert (unread["opened"], unread["read_on"], unread["as_of"]) == ("no", None, None)
    note = number["notes"][0]
    assert (note["as_of"], note["age"]) == (None, "source not opened")


@pytest.mark.parametrize("files", ["tiny_files", "real_files"])
def test_nothing_is_false(files: str, request: pytest.FixtureRequest) -> None:
    whole = read(request.getfixturevalue(files), DUMP)
    assert [each for each in values(whole) if each is False or each == ""] == []


def test_a_claim_says_the_same_as_on_every_page(real_composed: Composed, real_files: Files) -> None:
    claims = {
        each["id"]: each
        for each in values(read(real_files, DUMP)["records"])
        if isinstance(each, dict) and {"id", "says", "standing", "cites"} <= each.keys()
    }
    shown = 0
    for page in real_composed.pages:
        for item in inside((page.lead, page.sections)):
            if isinstance(item, ClaimItem):
                shown += 1
                claim = claims[item.claim]
                assert claim["says"] == plain(item.words)
                assert claim["standing"] == item.standing.id
                assert claim["age"] == item.age.text
                others = [plain(side.words) for side in item.others]
                assert [side["says"] for side in claim.get("others", ())] == others
                assert {cite["source"] for cite in claim["cites"]} == {
                    cite.source for cite in item.cites
                }
    assert shown > 1000


def test_the_steps_of_a_pathway_are_those_of_its_page_in_order(
    real_composed: Composed, real_files: Files
) -> None:
    pages = {page.id: page for page in real_composed.pages}
    for pathway in read(real_files, DUMP)["records"]["pathways"]:
        sections = {each.id: each for each in pages[pathway["id"]].sections}
        items = [
            item.claim
            for item in inside(sections["steps"].blocks if "steps" in sections else ())
            if isinstance(item, ClaimItem)
        ]
        assert [step["claim"] for step in pathway["steps"]] == items
        for step in pathway["steps"]:
            assert all(before < step["number"] for before in step["after"])
            assert (step["start_before"] is None) == (step["start_before_word"] == "unknown")


def test_a_visa_writes_shared_requirements_out(tiny_files: Files) -> None:
    permit = record(tiny_files, "license", "oldland/permit-7")
    shared = next(each for each in permit["requires"] if each["id"] == "number")
    own = record(tiny_files, "requirement", "number")
    assert shared == {name: own[name] for name in shared}


def test_a_rule_has_one_shape() -> None:
    rule = parse_predicate(
        {
            "pay": "paid-by-host",
            "citizenship": {"in": "vwp"},
            "not": {
                "any": [{"stay": {"up_to": "long", "maybe": ["longer"]}}, {"level": ["a", "b"]}]
            },
        }
    )
    assert rule_of(rule) == {
        "all": [
            {"question": "pay", "options": ["paid-by-host"], "maybe": []},
            {"question": "citizenship", "in": "vwp", "maybe": []},
            {
                "not": {
                    "any": [
                        {"question": "stay", "up_to": "long", "maybe": ["longer"]},
                        {"question": "level", "options": ["a", "b"], "maybe": []},
                    ]
                }
            },
        ]
    }


@pytest.mark.parametrize("files", ["tiny_files", "real_files"])
def test_records_and_pages_are_as_their_schemas_say(
    files: str, request: pytest.FixtureRequest
) -> None:
    found: Files = request.getfixturevalue(files)
    checks = {
        name: Draft202012Validator(strict(read(found, f"{SCHEMAS}{name}.json")))
        for name in (*PLURALS, "page")
    }
    for noun, plural in PLURALS.items():
        for path in found:
            if path.startswith(f"{API}{plural}/"):
                checks[noun].validate(read(found, path))
    for path in [each for each in found if not each.startswith(API)]:
        if path.rpartition("/")[2] == "index.json":
            checks["page"].validate(read(found, path))


def test_every_schema_is_one_and_describes_each_field(real_files: Files) -> None:
    found = [path for path in real_files if path.startswith(SCHEMAS)]
    assert len(found) == len(PLURALS) + 1
    for path in found:
        schema = read(real_files, path)
        Draft202012Validator.check_schema(schema)
        assert "x-names" not in str(real_files[path])
        for shape in [schema, *schema["$defs"].values()]:
            fields = shape.get("properties", {})
            assert [name for name, each in fields.items() if not each["description"]] == [], path


def test_the_description_of_the_api_is_valid_openapi(real_files: Files) -> None:
    description = read(real_files, OPENAPI)
    validate(description)
    assert description["info"]["version"] == SCHEMA_VERSION
    answers = strict(description["components"]["schemas"])
    for path, name in ((INDEX, "Index"), (DUMP, "Everything"), (f"{API}visas.json", "List")):
        schema = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": answers}}
        Draft202012Validator(schema).validate(read(real_files, path))


@pytest.mark.parametrize("files", ["tiny_files", "real_files"])
def test_every_address_is_described_once_and_every_description_has_a_file(
    files: str, request: pytest.FixtureRequest
) -> None:
    found: Files = request.getfixturevalue(files)
    described = {
        path: re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(f"{API}{path[1:]}")))
        for path in read(found, OPENAPI)["paths"]
    }
    api = [path for path in found if path.startswith(API)]
    for path in api:
        exact = [each for each in described if f"{API}{each[1:]}" == path]
        fits = exact or [each for each, words in described.items() if words.fullmatch(path)]
        assert len(fits) == 1, (path, fits)
    for each, words in described.items():
        assert any(words.fullmatch(path) for path in api), each


def test_the_index_names_only_what_is_there(real_files: Files) -> None:
    index = read(real_files, INDEX)
    named = [each["path"] for each in index["files"]]
    named += [each[name] for each in index["nouns"] for name in ("list", "schema")]
    assert [path for path in named if path not in real_files] == []
    assert {each["noun"]: each["count"] for each in index["nouns"]}["pathway"] == 43
    assert index["rules_version"] == read(real_files, "quiz.json")["version"]
    assert index["credit_url"] == "https://doi.org/10.5334/aogh.5020"


def test_a_page_as_json_has_its_claims_and_the_files_of_its_tables(
    tiny_composed: Composed, tiny_files: Files
) -> None:
    for page in tiny_composed.pages:
        told = read(tiny_files, f"{page.url}index.json")
        items = [each for each in inside((page.lead, page.sections)) if isinstance(each, ClaimItem)]
        claims = [each for each in values(told) if isinstance(each, dict) and "age" in each]
        assert [each["id"] for each in claims] == [each.claim for each in items]
        assert [each["id"] for each in told["sections"]] == [each.id for each in page.sections]
        assert all(each["csv"] in tiny_files for each in told["tables"])
        assert told["record"] is None or told["record"] in tiny_files
    visa = read(tiny_files, "visas/v-1/index.json")
    assert visa["record"] == record_file("visa", "v-1")


def test_the_same_data_gives_the_same_bytes(tiny_composed: Composed, tiny_files: Files) -> None:
    assert tiny_composed.files() == tiny_files
