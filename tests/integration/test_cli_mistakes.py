"""Every mistake gives one clear error that names the file and the place, never a traceback."""

import struct
from pathlib import Path

import pytest

from pp_lang.model_registry import find_model
from tests.support.command_line import ECHO, RUN, Pp, assert_one_clear_error


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("run",), "Missing argument 'FILE'"),
        (("walk",), "No such command 'walk'"),
        (("run", "triage.pp", "--wide"), "No such option"),
        (("run", "triage.pp", "--seed", "x"), "'x' is not a valid integer"),
        (("run", "triage.pp", "--seed", "-1"), "-1 is not in the range"),
    ],
)
def test_a_wrong_command_line_is_told_in_one_line(
    pp: Pp, arguments: tuple[str, ...], said: str
) -> None:
    assert_one_clear_error(pp(*arguments), 2, said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("run", "triag.pp"), ("triag.pp: there is no such file", "Did you mean `triage.pp`?")),
        (("run", "."), (": this is a folder",)),
        (("run", "triage.pp", "man"), ("no program `man`", "Did you mean `main`?")),
        (RUN, ("`reviews` (list[text])", "--input reviews=@FILE")),
        ((*RUN, "-i", "review=x"), ("no input called `review`", "Did you mean `reviews`?")),
        ((*RUN, "-i", "reviews=@none.txt"), ("none.txt: there is no such file",)),
        ((*RUN, "-i", "reviews=one"), ("reviews: expected list[text] as JSON", "reviews=@FILE")),
        ((*RUN, "-i", "reviews=[1]"), ("reviews[0]: expected text, found 1",)),
        ((*RUN, "-i", 'reviews="x"'), ("reviews: expected a list",)),
        ((*ECHO, "-i", "word=x", "-i", "times=many"), ("times: expected a whole number",)),
        ((*ECHO, "-i", "word=x", "-i", "times=10"), ("times: expected a number of at most 9",)),
        ((*RUN, "-i", "reviews=@"), ("reviews: no file is named after the `@`",)),
        ((*RUN, "--inputs", "reviews.txt"), ("`--inputs` reads .json",)),
        ((*RUN, "--inputs", "."), ("this is a folder, not a file",)),
        ((*RUN, "--set", "heat=1"), ("no option `heat`",)),
        ((*ECHO, "-i", "word=x", "-m", "smolm2"), ("no model called `smolm2`", "`smollm2`")),
        ((*ECHO, "-i", "word=x", "-m", "none.gguf"), ("none.gguf: there is no such model file",)),
        ((*ECHO, "-i", "word=x", "-m", "triage.pp/x"), ("there is no such model file",)),
    ],
)
def test_a_wrong_input_names_the_file_and_the_place(
    pp: Pp, arguments: tuple[str, ...], said: tuple[str, ...]
) -> None:
    assert_one_clear_error(pp(*arguments), 2, *said)


def test_a_file_that_is_not_a_gguf_is_named(pp: Pp) -> None:
    Path("notes.gguf").write_text("not a model", encoding="utf-8")
    outcome = pp("run", "triage.pp", "-i", "reviews=@reviews.txt", "-m", "notes.gguf")
    assert_one_clear_error(outcome, 2, "notes.gguf: this is not a GGUF file")
    assert_one_clear_error(pp("model", "show", "notes.gguf"), 2, "not a GGUF file")


@pytest.mark.model
def test_a_truncated_gguf_is_named(pp: Pp) -> None:
    whole = find_model("smollm2").path
    assert whole is not None
    Path("half.gguf").write_bytes(whole.read_bytes()[:1_000_000])
    outcome = pp("run", "triage.pp", "-i", "reviews=@reviews.txt", "-m", "half.gguf")
    assert_one_clear_error(outcome, 2, "half.gguf")


def test_a_gguf_with_nonsense_after_its_mark_is_named(pp: Pp) -> None:
    Path("odd.gguf").write_bytes(b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + b"\xff" * 64)
    outcome = pp("run", "triage.pp", "-i", "reviews=@reviews.txt", "-m", "odd.gguf")
    assert_one_clear_error(outcome, 2, "odd.gguf")


def test_a_prompt_longer_than_the_context_fails_the_run(pp: Pp) -> None:
    Path("long.txt").write_text("word " * 500 + "\n", encoding="utf-8")
    outcome = pp("run", "triage.pp", "-i", "reviews=@long.txt", "-m", "fake", "--set", "cells=256")
    assert_one_clear_error(outcome, 1, "main/", "exceed", "256")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("r.json", '["a",\n oops]', "r.json: bad JSON, line 2, column 2"),
        ("r.jsonl", '"a"\n{\n', "r.jsonl: bad JSON, line 2"),
        ("r.csv", "text\na,b\n", "r.csv: row 1 (line 2) has 2 fields where the header has 1"),
        ("r.yaml", "- [a\n", "r.yaml: bad YAML, line 2"),
        ("r.txt", b"caf\xe9\n", "r.txt: not UTF-8 at byte 3"),
        ("r.xlsx", "x", "r.xlsx: a list is not read from .xlsx files"),
    ],
)
def test_a_broken_file_of_inputs_names_its_line(
    pp: Pp, name: str, content: str | bytes, said: str
) -> None:
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    assert_one_clear_error(pp(*RUN, "-i", f"reviews=@{name}"), 2, said)


def test_a_program_with_mistakes_is_not_run(pp: Pp) -> None:
    Path("bad.pp").write_text("program main() { return wrds }\n", encoding="utf-8")
    assert_one_clear_error(pp("run", "bad.pp", "-m", "fake"), 2, "error[unknown-name]", "bad.pp:1:")


@pytest.mark.parametrize("command", ["run", "check", "fmt", "graph"])
def test_a_file_too_large_for_a_program_is_told_at_once(pp: Pp, command: str) -> None:
    Path("large.pp").write_bytes(b"x" * 10_000_001)
    said = "large.pp: 10,000,001 bytes are more than the 10,000,000 that a program may have"
    assert_one_clear_error(pp(command, "large.pp"), 2, said)
