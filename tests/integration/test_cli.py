"""The commands that run nothing: check, plan, graph, model, doctor, and `pp` itself."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import Outcome, Pp

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
    for line in ("0    all went well", "1    the run or a test failed", "130  interrupted"):
        assert line in outcome.out


def test_the_version_is_shown(pp: Pp) -> None:
    outcome = pp("--version")
    assert outcome.code == 0
    assert outcome.out.startswith("pp")
