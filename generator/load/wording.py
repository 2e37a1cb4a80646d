"""What pydantic found, said to the person who edits the YAML: a sentence and a remedy."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from generator.model.base import Frozen
from generator.model.walk import models_in
from generator.problems import DataPath, Problem, nearest, one_of


def problem_of(
    error: ErrorDetails, model: type[Frozen], raw: Any, name: str, at: DataPath
) -> Problem:
    """Say one of pydantic's findings as a sentence with a remedy."""
    missing = error["type"] == "missing"
    path = _data_path(error["loc"], raw, keep_last=missing)
    context = error.get("ctx", {})
    given = error["input"]
    match error["type"]:
        case "sentence":
            message, tip = context["message"], context["tip"]
        case "missing":
            message, tip = f'"{error["loc"][-1]}" is missing.', "Add it."
            path = path[:-1]
        case "extra_forbidden":
            message = f'"{path[-1]}" is not a field here.'
            tip = nearest(str(path[-1]), _field_names(model)) or "Delete it."
        case "literal_error":
            words = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
            message, tip = (
                f'"{given}" is not known here.',
                nearest(str(given), words) or one_of(words),
            )
        case "too_short":
            message, tip = "this needs at least one entry.", "Add one."
        case "tuple_type":
            message, tip = "this must be a list.", "Start each entry with a dash."
        case "model_type" | "model_attributes_type" | "dict_type" | "union_tag_invalid":
            message, tip = "this must be a mapping.", "Write key: value."
        case "string_type":
            message, tip = "this must be text.", "Write words, not a list or a mapping."
        case "int_parsing" | "int_type" | "float_parsing" | "float_type":
            message, tip = f'"{given}" is not a number.', "Write digits."
        case _:
            message, tip = f"{error['msg']}.", "See data/README.md."
    return Problem(name, message, (*at, *path), tip)


def _data_path(loc: tuple[str | int, ...], raw: Any, *, keep_last: bool) -> DataPath:
    """Keep the parts of pydantic's location that are in the data; drop its own branch names."""
    path: list[str | int] = []
    for number, part in enumerate(loc):
        inside = (isinstance(raw, dict) and part in raw) or (
            isinstance(raw, list) and isinstance(part, int) and part < len(raw)
        )
        if inside:
            path.append(part)
            raw = raw[part]
        elif keep_last and number == len(loc) - 1:
            path.append(part)
    return tuple(path)


def _field_names(model: type[Frozen]) -> set[str]:
    """Every field of a model and of what is inside it: one of them is what was meant."""
    every = models_in(model)
    return {field.alias or name for each in every for name, field in each.model_fields.items()}
