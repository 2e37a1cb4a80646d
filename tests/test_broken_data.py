"""One file a mistake, each with the exact words an editor reads.

A file in broken_data/ begins with comments: ``# place:`` where it goes in the tiny world, then one
``# expect:`` for each problem, in order. Mistakes that a text file cannot hold are made below.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.worlds import problems_in, write

BROKEN = sorted((Path(__file__).parent / "broken_data").glob("*"))


def head(words: str, key: str) -> list[str]:
    mark = f"# {key}: "
    return [line.removeprefix(mark) for line in words.splitlines() if line.startswith(mark)]


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.name)
def test_each_mistake_gets_its_sentence(file: Path, world: Path) -> None:
    words = file.read_text("utf-8")
    write(world, head(words, "place")[0], words)
    assert problems_in(world) == head(words, "expect")


def test_there_is_a_file_for_every_mistake_people_make() -> None:
    assert len(BROKEN) >= 25


PLACE = "data/requirements/extra.yml"

BYTES = {
    "not UTF-8": (b"name: caf\xe9\n", ":1: the file is not UTF-8 text. Save it as UTF-8."),
    "a NUL byte": (b"name: a\nsays: \0\n", ":2: the file has a NUL byte. Save it as plain text."),
    "10 MB in one scalar": (
        b"name: " + b"x" * 10_000_000,
        ": the file has 10.0 MB; a file may have 1 MB. Split it.",
    ),
    "nested 3,000 deep": (
        b"name: " + b"[" * 3000 + b"]" * 3000,
        ":1: this is nested more than 30 deep. Flatten it.",
    ),
    "an alias bomb": (
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        ':1: "&a" is an anchor. Write the value where it is used.',
    ),
    "an empty file": (b"", ":1: the file is empty. Write the record, or delete the file."),
    "a control character": (
        b"name: \x07\n",
        ":1: this is not YAML: control characters are not allowed. "
        "Check quotes, colons and indentation.",
    ),
}


@pytest.mark.parametrize("mistake", BYTES)
def test_bytes_that_are_no_yaml_get_their_sentence(mistake: str, world: Path) -> None:
    raw, sentence = BYTES[mistake]
    (world / PLACE).write_bytes(raw)
    assert problems_in(world) == [f"{PLACE}{sentence}"]


def test_a_symlink_loop_is_refused(world: Path) -> None:
    (world / PLACE).symlink_to(world / PLACE)
    assert problems_in(world) == [f"{PLACE}: the file is a symbolic link. Put a plain file here."]


def test_a_link_to_a_folder_is_refused_and_not_followed(world: Path) -> None:
    (world / "data/visas/more.yml").symlink_to(world / "data")
    assert problems_in(world) == [
        "data/visas/more.yml: the file is a symbolic link. Put a plain file here."
    ]


def test_a_folder_where_a_file_belongs_is_refused(world: Path) -> None:
    (world / PLACE).mkdir()
    (world / PLACE / "inside.yml").write_text("a: b")
    assert problems_in(world) == [
        f"{PLACE}/inside.yml: no record is kept in such a place. "
        'The nearest is "requirements/{id}.yml".'
    ]
