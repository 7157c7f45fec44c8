"""The command line: exit codes, stdout, stderr, and one clear message for each mistake."""

import json
import struct
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pp_lang.cli.main import main
from pp_lang.model_registry import find_model

TRIAGE = '''
"""Triage reviews."""

template triage(review: text) -> "good" | "bad" """
  Is this review good or bad? {{ review }}
"""
template brief(notes: list[text]) -> text { max_tokens: 12 } """
  Sum up: {% for note in notes %}{{ note }}; {% end %}
"""
program main(reviews: list[text]) {
  moods = map review in reviews: triage(review)
  words = brief(reviews)
  return { moods, words }
}
program echo(word: text, times: int(1..9) = 2) {
  return join(map i in range(times): word, " ")
}
'''


@dataclass(frozen=True)
class Outcome:
    """What one call of `pp` left behind."""

    code: int
    out: str
    err: str


Pp = Callable[..., Outcome]


@pytest.fixture
def pp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Pp:
    """`pp` in an empty folder that holds `triage.pp` and some inputs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PP_MODELS", str(tmp_path))
    (tmp_path / "triage.pp").write_text(TRIAGE, encoding="utf-8")
    (tmp_path / "reviews.txt").write_text("Lovely.\nNever again!\n", encoding="utf-8")

    def call(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = main(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


def assert_one_clear_error(outcome: Outcome, code: int, *said: str) -> None:
    assert outcome.code == code, outcome
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    assert "bug in pp" not in outcome.err
    assert outcome.err.lower().count("error") == 1, outcome.err
    for part in said:
        assert part in outcome.err


# pp check


def test_check_says_ok_for_a_program_without_mistakes(pp: Pp) -> None:
    assert pp("check", "triage.pp") == Outcome(0, "triage.pp: ok\n", "")


def test_check_draws_each_mistake_with_its_place(pp: Pp) -> None:
    Path("bad.pp").write_text("program main() { return wrds }\n", encoding="utf-8")
    outcome = pp("check", "bad.pp", "triage.pp")
    assert outcome.code == 2
    assert "error[unknown-name]" in outcome.err
    assert "bad.pp:1:25" in outcome.err
    assert "^^^^" in outcome.err
    assert outcome.out == "bad.pp: 1 error\ntriage.pp: ok\n"


def test_check_gives_its_findings_to_tools(pp: Pp) -> None:
    Path("bad.pp").write_text("program main() { return wrds }\n", encoding="utf-8")
    outcome = pp("check", "bad.pp", "--json")
    document = json.loads(outcome.out)
    assert outcome.code == 2
    assert outcome.err == ""
    assert document["diagnostics"][0]["code"] == "unknown-name"
    assert document["diagnostics"][0]["range"]["start"] == {"line": 1, "column": 25}


def test_check_goes_on_past_a_file_that_cannot_be_read(pp: Pp) -> None:
    outcome = pp("check", "none.pp", "triage.pp")
    assert outcome.code == 2
    assert "none.pp: there is no such file" in outcome.err
    assert outcome.out == "triage.pp: ok\n"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"\x00\x01\x02", b"{" * 5000])
def test_check_answers_to_any_bytes(pp: Pp, content: bytes) -> None:
    Path("odd.pp").write_bytes(content)
    outcome = pp("check", "odd.pp")
    assert outcome.code in (0, 2)
    assert "bug in pp" not in outcome.err


def test_check_starts_fast_and_loads_no_model_library() -> None:
    code = (
        "import sys\n"
        "from pp_lang.cli.main import main\n"
        "main(['check', 'none.pp'])\n"
        "heavy = {'llama_cpp', 'llguidance', 'networkx', 'numpy', 'pydantic', 'rich', 'yaml'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"


# pp plan, pp graph


def test_plan_counts_steps_and_tokens(pp: Pp) -> None:
    outcome = pp("plan", "triage.pp", "-i", "reviews=@reviews.txt", "--model", "fake")
    assert outcome.code == 0
    assert "map review" in outcome.out
    assert "2 items" in outcome.out
    assert "to prefill" in outcome.out


def test_plan_gives_json_to_tools(pp: Pp) -> None:
    outcome = pp("plan", "triage.pp", "-m", "fake", "--json")
    document = json.loads(outcome.out)
    assert document["program"] == "main"
    assert document["steps"][0]["items"] == {"low": 0, "high": None}


def test_plan_names_a_prompt_that_cannot_fit(pp: Pp) -> None:
    Path("long.txt").write_text("word " * 500 + "\n", encoding="utf-8")
    outcome = pp("plan", "triage.pp", "-i", "reviews=@long.txt", "-m", "fake", "--set", "cells=256")
    assert outcome.code == 0
    assert "This will fail" in outcome.out


def test_graph_prints_the_steps(pp: Pp) -> None:
    outcome = pp("graph", "triage.pp")
    assert outcome.code == 0
    assert outcome.out.startswith("main\n  reviews: input")


# pp model, pp doctor, pp itself


def test_models_are_listed_and_the_fake_is_said_to_be_fake(pp: Pp) -> None:
    outcome = pp("model", "list")
    assert outcome.code == 0
    assert "pretend" in outcome.out
    names = [model["name"] for model in json.loads(pp("model", "list", "--json").out)]
    assert names[:2] == ["smollm2", "fake"]


@pytest.mark.model
def test_the_facts_of_a_model_are_shown(pp: Pp) -> None:
    facts = json.loads(pp("model", "show", "smollm2", "--json", "--hash").out)
    assert facts["architecture"] == "llama"
    assert facts["quantisation"] == "Q4_1"
    assert facts["has_chat_template"] is True
    assert len(facts["sha256"]) == 64
    assert "trained context    8,192" in pp("model", "show").out


@pytest.mark.model
def test_doctor_finds_all_well_where_the_embedded_model_works(pp: Pp) -> None:
    outcome = pp("doctor", "--json")
    report = json.loads(outcome.out)
    assert outcome.code == 0, report
    assert report["can_run"] is True
    assert {"python", "llama-cpp-python", "llguidance", "generation"} <= {
        finding["name"] for finding in report["findings"]
    }


def test_help_documents_the_exit_codes(pp: Pp) -> None:
    outcome = pp("--help")
    assert outcome.code == 0
    for line in ("0    all went well", "1    the run failed", "130  interrupted"):
        assert line in outcome.out


def test_the_version_is_shown(pp: Pp) -> None:
    outcome = pp("--version")
    assert outcome.code == 0
    assert outcome.out.startswith("pp")


# Mistakes of the command line, of models and of inputs


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("run",), "Missing argument 'FILE'"),
        (("walk",), "No such command 'walk'"),
        (("run", "triage.pp", "--wide"), "No such option"),
        (("run", "triage.pp", "--seed", "x"), "'x' is not a valid integer"),
    ],
)
def test_a_wrong_command_line_is_told_in_one_line(
    pp: Pp, arguments: tuple[str, ...], said: str
) -> None:
    assert_one_clear_error(pp(*arguments), 2, said)


RUN = ("run", "triage.pp", "-m", "fake")
ECHO = ("run", "triage.pp", "echo", "-m", "fake")


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
        ((*RUN, "--inputs", "reviews.txt"), ("`--inputs` reads .json",)),
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
