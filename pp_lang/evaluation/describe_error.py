"""What pydantic found wrong with a value, in our words."""

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

SHOWN_CHARS = 60
"""Most characters of a wrong value that a message shows."""

_EXPECTED = {
    "string_type": "text",
    "string_too_long": "text of at most {max_length} characters",
    "string_pattern_mismatch": "text that matches {pattern}",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "bool_type": "true or false",
    "none_required": "none",
    "list_type": "a list",
    "too_short": "a list of at least {min_length} items",
    "too_long": "a list of at most {max_length} items",
    "literal_error": "{expected}",
    "greater_than_equal": "a number of at least {ge}",
    "less_than_equal": "a number of at most {le}",
    "model_type": "a record",
    "model_attributes_type": "a record",
}


def describe_error(error: "ValidationError", root: str = "") -> str:
    """Return one line: where in the value, what was expected, what was found."""
    details = error.errors(include_url=False)
    place = root + path_text(_shared_path(details))
    kind = details[0]["type"]
    name = details[0]["loc"][-1] if details[0]["loc"] else ""
    if kind == "missing":
        place = root + path_text(details[0]["loc"][:-1])
        return f"{_at(place)}the field `{name}` is missing"
    if kind == "extra_forbidden":
        place = root + path_text(details[0]["loc"][:-1])
        return f"{_at(place)}there is no field `{name}`"
    return f"{_at(place)}expected {_expected(details)}, found {show_found(details[0]['input'])}"


def path_text(path: tuple[int | str, ...]) -> str:
    """Return a path within a value as a program would write it: `[3].text`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)


def show_found(value: object) -> str:
    """Return a wrong value as a message shows it: short, on one line."""
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError):
        return f"a {type(value).__name__}"
    return text if len(text) <= SHOWN_CHARS else f"{text[: SHOWN_CHARS - 3]}..."


def _at(place: str) -> str:
    return f"{place.removeprefix('.')}: " if place else ""


def _expected(details: "list[ErrorDetails]") -> str:
    words = [_one_expected(detail) for detail in details]
    return " or ".join(dict.fromkeys(words))


def _one_expected(detail: "ErrorDetails") -> str:
    context = dict(detail.get("ctx", {}))
    if detail["type"] == "string_pattern_mismatch":
        context["pattern"] = str(context["pattern"]).removeprefix("^(?:").removesuffix(")$")
    template = _EXPECTED.get(detail["type"])
    return template.format(**context) if template is not None else detail["msg"]


def _shared_path(details: "list[ErrorDetails]") -> tuple[int | str, ...]:
    """Return the path to blame; members of a union add parts of their own, which are left out."""
    paths = [detail["loc"] for detail in details]
    if len(paths) == 1:
        return paths[0]
    shared: list[int | str] = []
    for parts in zip(*paths, strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return tuple(shared)
