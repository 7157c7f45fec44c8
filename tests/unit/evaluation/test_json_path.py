"""Values out of JSON with words around it."""

import pytest

from pp_lang.errors import RunError
from pp_lang.evaluation.json_path import json_at


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ('{"a": "b"}', "a", "b"),
        ('{"a": "b"}', "$.a", "b"),
        ('Sure: ```json\n{"a": [1, {"b c": true}]}\n``` Bye!', 'a[1]["b c"]', "true"),
        ('{"a": [1, 2.0, 3]}', "a[-1]", "3"),
        ('{"a": [1, 2.0, 3]}', "a", "[1, 2.0, 3]"),
        ('[{"a": 1}]', "[0].a", "1"),
        ('{"a": {"b": 1}}', "$", '{"a": {"b": 1}}'),
        ('{"a": null}', "a", None),
        ('{"a": [1]}', "a[1]", None),
        ('{"a": [1]}', "a.b", None),
        ('{"a": 1}', "[0]", None),
        ("no JSON here", "a", None),
    ],
)
def test_a_path_finds_its_value(text: str, path: str, expected: str | None) -> None:
    assert json_at(text, path) == expected


def test_what_only_looks_like_json_is_passed_over() -> None:
    assert json_at('I think {so} or [not]. {"a": 1} {"a": 2}', "a") == "1"


def test_the_first_document_that_has_the_path_is_taken() -> None:
    assert json_at('{"draft": 1} {"final": 2}', "final") == "2"


@pytest.mark.parametrize("text", ["[" * 50_000, '{"a":' * 20_000, '["' * 30_000])
def test_text_that_never_becomes_json_has_no_value(text: str) -> None:
    assert json_at(text, "a") is None


@pytest.mark.parametrize("path", ["a..b", "a[b]", "a b", "[1", ".", "a."])
def test_a_path_that_cannot_be_read_is_an_error(path: str) -> None:
    with pytest.raises(RunError, match="cannot read the path"):
        json_at("{}", path)
