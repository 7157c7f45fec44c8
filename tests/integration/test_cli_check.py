"""`pp check` as tools use it: fixes, diffs, SARIF, folders, standard input, strictness."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from tests.support.command_line import Outcome, Pp

WRONG = "program main(topic: string) {\n  return upper(topci)  # kept\n}\n"
RIGHT = "program main(topic: text) {\n  return upper(topic)  # kept\n}\n"
UNUSED = "program main() {\n  draft = 1\n  return 2\n}\n"
LOST = "program main() {\n  return nothing_near\n}\n"

SARIF: dict[str, Any] = {  # Any: a JSON schema
    # What SARIF 2.1.0 requires of the parts that are written.
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": {"$ref": "#/$defs/run"}},
    },
    "$defs": {
        "message": {"type": "object", "required": ["text"]},
        "region": {
            "type": "object",
            "required": ["startLine", "startColumn", "endLine", "endColumn"],
            "additionalProperties": {"type": "integer", "minimum": 1},
        },
        "artifact": {"type": "object", "required": ["uri"]},
        "location": {
            "type": "object",
            "properties": {
                "id": {"type": "integer", "minimum": 0},
                "message": {"$ref": "#/$defs/message"},
                "physicalLocation": {
                    "type": "object",
                    "required": ["artifactLocation", "region"],
                    "properties": {
                        "artifactLocation": {"$ref": "#/$defs/artifact"},
                        "region": {"$ref": "#/$defs/region"},
                    },
                },
            },
            "additionalProperties": False,
        },
        "fix": {
            "type": "object",
            "required": ["artifactChanges"],
            "properties": {
                "description": {"$ref": "#/$defs/message"},
                "artifactChanges": {
                    "type": "array",
                    "minItems": 1,
                    "items": {
                        "type": "object",
                        "required": ["artifactLocation", "replacements"],
                        "properties": {
                            "replacements": {
                                "type": "array",
                                "minItems": 1,
                                "items": {
                                    "type": "object",
                                    "required": ["deletedRegion"],
                                    "properties": {"deletedRegion": {"$ref": "#/$defs/region"}},
                                },
                            }
                        },
                    },
                },
            },
        },
        "run": {
            "type": "object",
            "required": ["tool", "results"],
            "properties": {
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "tool": {
                    "type": "object",
                    "required": ["driver"],
                    "properties": {"driver": {"type": "object", "required": ["name"]}},
                },
                "results": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["message", "ruleId", "level", "locations"],
                        "properties": {
                            "message": {"$ref": "#/$defs/message"},
                            "level": {"enum": ["none", "note", "warning", "error"]},
                            "locations": {
                                "type": "array",
                                "items": {"$ref": "#/$defs/location"},
                            },
                            "relatedLocations": {
                                "type": "array",
                                "items": {"$ref": "#/$defs/location"},
                            },
                            "fixes": {"type": "array", "items": {"$ref": "#/$defs/fix"}},
                        },
                    },
                },
            },
        },
    },
}


@pytest.fixture
def wrong(pp: Pp) -> Path:  # it makes the folder
    path = Path("wrong.pp")
    path.write_bytes(WRONG.encode())
    return path


# --fix, --diff


def test_fix_puts_right_what_is_sure_and_says_what(pp: Pp, wrong: Path) -> None:
    assert pp("check", "--fix", "wrong.pp") == Outcome(
        0,
        "wrong.pp:1:21: fixed [unknown-type]: Write `text`\n"
        "wrong.pp:2:16: fixed [unknown-name]: Write `topic`\n"
        "wrong.pp: ok\n",
        "",
    )
    assert wrong.read_text(encoding="utf-8") == RIGHT
    assert pp("check", "--fix", "wrong.pp") == Outcome(0, "wrong.pp: ok\n", "")


def test_fix_keeps_line_ends_the_byte_order_mark_and_the_mode(pp: Pp, wrong: Path) -> None:
    wrong.write_bytes(b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode())
    wrong.chmod(0o640)
    before = sorted(Path().iterdir())
    assert pp("check", "--fix", "wrong.pp").code == 0
    assert wrong.read_bytes() == b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode()
    assert wrong.stat().st_mode & 0o777 == 0o640
    assert sorted(Path().iterdir()) == before


def test_fix_reports_what_it_left(pp: Pp) -> None:
    Path("lost.pp").write_text(LOST, encoding="utf-8")
    outcome = pp("check", "--fix", "lost.pp")
    assert outcome.code == 2
    assert outcome.out == "lost.pp: 1 error\n"
    assert Path("lost.pp").read_text(encoding="utf-8") == LOST


def test_diff_shows_the_fixes_and_writes_nothing(pp: Pp, wrong: Path) -> None:
    outcome = pp("check", "--fix", "--diff", "wrong.pp")
    assert outcome.code == 2
    assert "\n-  return upper(topci)  # kept\n" in outcome.out
    assert "\n+  return upper(topic)  # kept\n" in outcome.out
    assert wrong.read_text(encoding="utf-8") == WRONG


def test_fix_of_standard_input_prints_the_text(pp: Pp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    outcome = pp("check", "--fix", "-")
    assert (outcome.code, outcome.out) == (0, RIGHT)
    assert "<stdin>:2:16: fixed [unknown-name]" in outcome.err


# For tools


def test_json_has_what_was_fixed_and_what_can_be(pp: Pp, wrong: Path) -> None:
    can_be = json.loads(pp("check", "--json", "wrong.pp").out)
    assert [one["fixes"][0]["title"] for one in can_be["diagnostics"]] == [
        "Write `text`",
        "Write `topic`",
    ]
    was = json.loads(pp("check", "--json", "--fix", "wrong.pp").out)
    assert was["diagnostics"] == []
    assert [one["code"] for one in was["fixed"]] == ["unknown-type", "unknown-name"]


def test_sarif_is_a_log_as_the_standard_asks(pp: Pp, wrong: Path) -> None:
    Path("twice.pp").write_text("type A { x: int }\ntype A { x: int }\n", encoding="utf-8")
    outcome = pp("check", "--sarif", "wrong.pp", "twice.pp")
    log = json.loads(outcome.out)
    assert outcome.code == 2
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[one["ruleIndex"]] for one in run["results"]] == [
        one["ruleId"] for one in run["results"]
    ]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "wrong.pp"},
        "region": {"startLine": 2, "startColumn": 16, "endLine": 2, "endColumn": 21},
    }
    assert run["results"][2]["relatedLocations"][0]["message"] == {"text": "first defined here"}


def test_two_forms_at_once_are_refused(pp: Pp, wrong: Path) -> None:
    assert pp("check", "--sarif", "--json", "wrong.pp").code == 2


# Strictness


@pytest.mark.parametrize("strict", [("--error-on-warnings",), ("-W", "error")])
def test_warnings_are_errors_where_that_is_asked_for(pp: Pp, strict: tuple[str, ...]) -> None:
    Path("unused.pp").write_text(UNUSED, encoding="utf-8")
    assert pp("check", "unused.pp").code == 0
    outcome = pp("check", *strict, "unused.pp")
    assert outcome.code == 2
    assert "error[unused-value]" in outcome.err
    assert outcome.out == "unused.pp: 1 error\n"


# Files


def test_a_folder_stands_for_all_the_programs_in_it(pp: Pp) -> None:
    for name in ("all/b.pp", "all/in/a.pp", "all/.git/c.pp"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(RIGHT, encoding="utf-8")
    assert pp("check", "all") == Outcome(0, "all/b.pp: ok\nall/in/a.pp: ok\n", "")


def test_a_folder_without_programs_is_an_error(pp: Pp) -> None:
    Path("none").mkdir()
    outcome = pp("check", "none")
    assert outcome.code == 2
    assert "none: no .pp file in this folder" in outcome.err


def test_standard_input_is_checked_too(pp: Pp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LOST.encode())))
    outcome = pp("check", "-")
    assert (outcome.code, outcome.out) == (2, "<stdin>: 1 error\n")


# pp explain


def test_explain_shows_an_example_its_message_and_the_way_out(pp: Pp) -> None:
    outcome = pp("explain", "missing-else")
    assert outcome.code == 0
    for part in ("missing-else\n", "error[missing-else]", "Put right:", "else: none"):
        assert part in outcome.out


def test_explain_shows_the_other_files_of_an_example(pp: Pp) -> None:
    said = pp("explain", "broken-import").out
    assert said.index("rules.pp:\n\n") < said.index("line 2: Unknown name") < said.index("max(xs)")


def test_explain_lists_all_codes(pp: Pp) -> None:
    listed = pp("explain").out.splitlines()
    assert listed == sorted(listed)
    assert "unknown-name" in listed


def test_explain_helps_with_a_misspelt_code(pp: Pp) -> None:
    outcome = pp("explain", "unknown-nam")
    assert outcome.code == 2
    assert "Did you mean `unknown-name`?" in outcome.err
