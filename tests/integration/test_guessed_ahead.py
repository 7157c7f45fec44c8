"""`speculate`, as a program and its runs see it."""

from pathlib import Path

from tests.support.command_line import Pp

COPY = 'template copy(words: text) -> text """Copy this: {{ words }}"""\n'
MAIN = "program main(words: text) { return copy(words) }\n"


def test_a_program_may_ask_for_guesses(pp: Pp) -> None:
    model = 'model quick = "fake" { speculate: "lookup" }\n'
    options = COPY.replace("-> text", "-> text { model: quick }")
    Path("copy.pp").write_text(model + options + MAIN, encoding="utf-8")
    outcome = pp("run", "copy.pp", "-i", "words=one two", "--profile")
    assert outcome.code == 0
    assert "guessed ahead" in outcome.err


def test_a_way_of_guessing_that_there_is_not_is_refused(pp: Pp) -> None:
    Path("copy.pp").write_text(COPY + MAIN, encoding="utf-8")
    run = ("run", "copy.pp", "-i", "words=one two", "-m", "fake")
    assert pp(*run, "--set", "speculate=lookup").code == 0
    refused = pp(*run, "--set", "speculate=oracle")
    assert refused.code != 0
    assert "speculate" in refused.err


def test_guesses_change_no_result(pp: Pp) -> None:
    Path("copy.pp").write_text(COPY + MAIN, encoding="utf-8")
    run = ("run", "copy.pp", "-i", "words=one two three", "-m", "fake")
    assert pp(*run, "--set", "speculate=lookup").out == pp(*run, "--set", "speculate=off").out
