"""Mistakes, slips and attacks: each changes one file of a world, led by a random number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.fuzz.hostile import REFUSED, SEEN
from tests.fuzz.world import World, dumped

Mutation = Callable[[Random, World], str]
WORDS = (*SEEN, *REFUSED, "no", "1", "-1", "1e999", "2026-13-45", "none", "../../etc/passwd", "é")
BYTES = (b"\0", b"\xff", b"\t", b"\r", b"\xe2\x80\xae", b"- ", b": ", b"{", b"[", b"'", b'"')
PROSE = (
    "# x",
    "## x",
    "> q",
    "* * *",
    "| a | b |",
    "::: visa-cards",
    "::: timeline",
    "[[law @ x]]",
)


def delete_file(random: Random, world: World) -> str:
    path = random.choice(world.files)
    world.remove(path)
    return f"{path.name} deleted"


def duplicate_file(random: Random, world: World) -> str:
    path, other = random.choice(world.files), random.choice(world.files)
    ends = (path.suffix, ".yaml", ".YML", ".yml.bak", "")
    names = ("copy", "index", "readme", "Copy", "a b", ".hidden", "con", "ü", "v-1", "law")
    made = other.parent / f"{random.choice(names)}{random.choice(ends)}"
    if made.exists():
        return swap_files(random, world)
    world.put(made, path.read_bytes())
    return f"{path.name} copied to {made.name}"


def swap_files(random: Random, world: World) -> str:
    one, other = random.sample(world.files, 2)
    first, second = one.read_bytes(), other.read_bytes()
    world.put(one, second)
    world.put(other, first)
    return f"{one.name} and {other.name} swapped"


def link_file(random: Random, world: World) -> str:
    path, other = random.sample(world.files, 2)
    targets = (path, other, world.root, Path("/dev/zero"), Path("/dev/stdin"), Path("/nowhere"))
    target = random.choice(targets)
    world.link(path, target)
    return f"{path.name} linked to {target}"


def odd_file(random: Random, world: World) -> str:
    path = random.choice(world.files)
    random.choice((world.pipe, world.folder))(path)
    return f"{path.name} made a pipe or a folder"


def truncate(random: Random, world: World) -> str:
    path = random.choice(world.files)
    raw = path.read_bytes()
    world.put(path, raw[: random.randrange(len(raw))])
    return f"{path.name} truncated"


def change_bytes(random: Random, world: World) -> str:
    path = random.choice(world.files)
    raw = bytearray(path.read_bytes())
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(raw))
        raw[at : at + random.randint(0, 3)] = random.choice((*BYTES, random.randbytes(3)))
    world.put(path, bytes(raw))
    return f"bytes of {path.name} changed"


def repeat(random: Random, world: World) -> str:
    path = random.choice(world.files)
    lines = path.read_bytes().splitlines(keepends=True)
    at = random.randrange(len(lines))
    lines[at : at + 1] = [lines[at]] * random.choice((2, 3, 200, 60_000))
    world.put(path, b"".join(lines))
    return f"line {at + 1} of {path.name} repeated"


def markup_in_prose(random: Random, world: World) -> str:
    path = random.choice([each for each in world.files if each.suffix == ".md"])
    lines = path.read_text("utf-8").splitlines()
    more = random.choice((*WORDS, *PROSE)) * random.choice((1, 400))
    lines.insert(random.randrange(len(lines) + 1), more)
    world.put(path, "\n".join(lines).encode())
    return f"{path.name} has more"


def change_value(random: Random, world: World) -> str:
    """Delete, repeat, retype or replace a value of a record, or rename its key."""
    path = random.choice([each for each in world.files if each.suffix == ".yml"])
    record = yaml.load(path.read_bytes(), yaml.BaseLoader)
    holder, key = random.choice(_places(record) or [([record], 0)])
    how = random.choice((_delete, _repeat, _retype, _replace, _replace, _swap, _rename))
    how(random, world, holder, key)
    world.put(path, dumped(record))
    return f"{how.__name__.strip('_')} {key} in {path.name}"


MUTATIONS: tuple[Mutation, ...] = (
    *(change_value,) * 12,
    *(change_bytes, repeat, truncate, markup_in_prose) * 2,
    *(delete_file, duplicate_file, swap_files, link_file, odd_file),
)


def mutate(seed: int, number: int, world: World) -> str:
    """Make one to three mutations; the same numbers always make the same.

    Returns:
        What was done, in words.
    """
    random = Random(f"{seed}/{number}")
    done = []
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        try:
            done.append(random.choice(MUTATIONS)(random, world))
        except (yaml.YAMLError, UnicodeDecodeError):
            done.append("a file that is broken already")
    return ", ".join(done)


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a record: what holds it, and its key or number there."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    found = [] if isinstance(value, str) else [(value, key) for key, _ in pairs]
    return found + [place for holder, key in found for place in _places(holder[key])]


def _delete(random: Random, world: World, holder: Any, key: Any) -> None:
    del holder[key]


def _repeat(random: Random, world: World, holder: Any, key: Any) -> None:
    if isinstance(holder, list):
        holder.extend([holder[key]] * random.choice((1, 2, 40)))
    else:
        holder[f"{key}-2"] = holder[key]


def _retype(random: Random, world: World, holder: Any, key: Any) -> None:
    value = holder[key]
    others: list[Any] = ["", [], {}, [value], {"says": value}, [[[[value]]]], "x y", ["a", {}]]
    holder[key] = random.choice(others)


def _replace(random: Random, world: World, holder: Any, key: Any) -> None:
    holder[key] = random.choice(WORDS)


def _swap(random: Random, world: World, holder: Any, key: Any) -> None:
    """Put a value of some other record here: an id that exists, but of another noun."""
    other = random.choice([each for each in world.files if each.suffix == ".yml"])
    there = yaml.load(other.read_bytes(), yaml.BaseLoader)
    places = _places(there)
    if places:
        inside, name = random.choice(places)
        holder[key] = inside[name]


def _rename(random: Random, world: World, holder: Any, key: Any) -> None:
    if isinstance(holder, dict):
        holder[random.choice((f"{key}s", "id", "", "says", "1", *REFUSED[:2]))] = holder.pop(key)
