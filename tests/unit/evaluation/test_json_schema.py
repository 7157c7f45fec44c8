"""Types to JSON Schema."""

import jsonschema  # type: ignore[import-untyped]  # ships no annotations
import pytest

from pp_lang.evaluation import Value, json_schema
from tests.support.runtime_builders import type_of


@pytest.mark.parametrize(
    ("ty", "schema"),
    [
        ("text(max_chars: 9)", {"type": "string", "maxLength": 9}),
        ("text", {"type": "string", "maxLength": 500}),
        ('text(pattern: "a|b")', {"type": "string", "pattern": "^(?:a|b)$"}),
        ("int(1..5)", {"type": "integer", "minimum": 1, "maximum": 5}),
        ("float", {"type": "number"}),
        ('"a" | "b"', {"enum": ["a", "b"]}),
        ("int?", {"anyOf": [{"type": "integer"}, {"type": "null"}]}),
        (
            "list[bool](min_items: 2)",
            {"type": "array", "items": {"type": "boolean"}, "minItems": 2, "maxItems": 50},
        ),
        (
            "{ a: int }",
            {
                "type": "object",
                "properties": {"a": {"type": "integer"}},
                "required": ["a"],
                "additionalProperties": False,
            },
        ),
    ],
)
def test_a_type_becomes_a_schema(ty: str, schema: dict[str, object]) -> None:
    assert json_schema(type_of(ty)) == schema


@pytest.mark.parametrize(
    ("value", "is_valid"),
    [
        ({"mood": "a", "note": None}, True),
        ({"mood": "c", "note": None}, False),
        ({"mood": "a"}, False),
        ({"mood": "a", "note": "x", "more": 1}, False),
    ],
)
def test_a_schema_accepts_what_the_type_does(value: Value, is_valid: bool) -> None:
    schema = json_schema(type_of('{ mood: "a" | "b", note: text? }'))
    assert jsonschema.Draft202012Validator(schema).is_valid(value) is is_valid
