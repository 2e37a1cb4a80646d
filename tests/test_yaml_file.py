from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import ProblemsError
from generator.yaml_file import line_of, read_yaml


def read(tmp_path: Path, words: str | bytes) -> object:
    path = tmp_path / "a.yml"
    path.write_bytes(words.encode() if isinstance(words, str) else words)
    return read_yaml(path, "a.yml")


@pytest.mark.parametrize("word", ["no", "62.20", "1e3", "2026-01-01", "null", "~", "0x1f", "true"])
def test_every_scalar_stays_the_words_that_were_written(tmp_path: Path, word: str) -> None:
    assert read(tmp_path, f"key: {word}\n") == {"key": word}


def test_mappings_lists_and_folded_text_are_read(tmp_path: Path) -> None:
    found = read(tmp_path, "a: [x, {b: y}]\nc: >-\n  one\n  two\n")
    assert found == {"a": ["x", {"b": "y"}], "c": "one two"}


def test_the_line_of_a_value_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("a: 1\nb:\n  - c: 2\n    d: 3\n")
    assert line_of(path, ("b", 0, "d")) == 4
    assert line_of(path, ("b", 7, "d")) == 2
    assert line_of(tmp_path / "none.yml", ("b",)) == 0


def read_or_refuse(path: Path) -> object:
    """What a file holds; None if it is refused with exactly one sentence."""
    try:
        return read_yaml(path, "a.yml")
    except ProblemsError as error:
        (problem,) = error.problems
        return None if problem.message else "refused without a word"


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_mapping_or_one_problem(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "a.yml"
    path.write_bytes(raw)
    assert isinstance(read_or_refuse(path), dict | None)


VALUES = st.recursive(
    st.text(alphabet="ab:-[]{}#&*!|>'\"%@` \n\t", max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("ab", min_size=1), inner),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(VALUES)
def test_what_a_yaml_writer_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "a.yml"
    path.write_text(yaml.safe_dump({"key": value}, allow_unicode=True), "utf-8")
    assert read_or_refuse(path) == {"key": value}
