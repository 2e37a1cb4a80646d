"""What pydantic found, said to the person who edits the YAML: a sentence and a remedy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model.base import Frozen
from generator.model.walk import models_in
from generator.problems import DataPath, Problem, nearest, one_of

_MAPPING = ("this must be a mapping.", "Write key: value.")
FIXED = {
    "too_short": ("this needs at least one entry.", "Add one."),
    "tuple_type": ("this must be a list.", "Start each entry with a dash."),
    "string_type": ("this must be text.", "Write words, not a list or a mapping."),
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "dict_type": _MAPPING,
    "union_tag_invalid": _MAPPING,
}
"""What to say of findings that are always the same, by pydantic's name for them."""


def problems_of(
    error: ValidationError, model: type[Frozen], raw: Any, name: str, at: DataPath
) -> Iterator[Problem]:
    """Everything pydantic found in one record.

    Args:
        error: What it found.
        model: The record's model.
        raw: The record as it was read.
        name: The file, as problems name it.
        at: Where in the file the record stands.
    """
    for each in error.errors():
        emptied = each["type"] == "too_short" and each["input"]
        if not emptied:  # a list is "too short" too when its entries have problems of their own
            yield _problem_of(each, model, raw, name, at)


def _problem_of(
    error: ErrorDetails, model: type[Frozen], raw: Any, name: str, at: DataPath
) -> Problem:
    """Say one finding as a sentence with a remedy."""
    missing = error["type"] == "missing"
    path = _data_path(error["loc"], raw, keep_last=missing)
    if missing:
        path = path[:-1]
    message, tip = FIXED.get(error["type"]) or _worded(error, path, model)
    return Problem(name, message, (*at, *path), tip)


def _worded(error: ErrorDetails, path: DataPath, model: type[Frozen]) -> tuple[str, str]:
    """The words of a finding that names what was written."""
    context, given = error.get("ctx", {}), error["input"]
    match error["type"]:
        case "sentence":
            return context["message"], context["tip"]
        case "missing":
            return f'"{error["loc"][-1]}" is missing.', "Add it."
        case "extra_forbidden":
            field = str(path[-1])
            tip = nearest(field, _field_names(model)) or "Delete it."
            if " " in field:
                tip = "Put quotes around text with a comma in it."
            return f'"{field}" is not a field here.', tip
        case "literal_error":
            words = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
            return f'"{given}" is not known here.', nearest(str(given), words) or one_of(words)
        case "int_parsing" | "int_type" | "float_parsing" | "float_type" | "int_parsing_size":
            return f'"{given}" is not a number.', "Write digits."
        case "greater_than_equal" | "less_than_equal" | "finite_number":
            least, most = context.get("ge"), context.get("le")
            tip = f"Write {least} or more." if most is None else f"Write {most:,.0f} or less."
            return f'"{given}" is out of range.', tip
        case _:
            return f"{error['msg']}.", "See data/README.md."


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
