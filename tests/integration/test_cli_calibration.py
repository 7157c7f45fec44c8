"""`pp run` on answers that look biased."""

import json
from pathlib import Path

from tests.support.command_line import Pp

# The pretend model likes to end a string, whatever it reads.
MARKS = r'''
template mark(word: text) -> "\"" | "a" """
  Which mark ends this? {{ word }}
"""

program main(words: list[text]) {
  return map word in words: mark(word)
}
'''


def test_answers_that_look_biased_are_told_with_what_to_write(pp: Pp, tmp_path: Path) -> None:
    (tmp_path / "marks.pp").write_text(MARKS, encoding="utf-8")
    words = json.dumps([f"w{number}" for number in range(30)])
    asked = ("run", "marks.pp", "-m", "fake", "-i", f"words={words}")
    outcome = pp(*asked)
    assert json.loads(outcome.out) == ['"'] * 30
    assert outcome.err == (
        'main/result: 30 of 30 answers of `mark` are `"`: '
        "the model may prefer it whatever it reads.\n"
        'help: `calibrate: "batch"` would change 13 answers, `calibrate: "none"` keeps them and '
        "leaves this note out.\n"
    )
    calibrated = pp(*asked, "--set", "calibrate=batch")
    assert json.loads(calibrated.out).count('"') == 17
    assert calibrated.err == ""


def test_a_streamed_run_ends_with_what_looks_biased(pp: Pp, tmp_path: Path) -> None:
    (tmp_path / "marks.pp").write_text(MARKS, encoding="utf-8")
    words = json.dumps([f"w{number}" for number in range(30)])
    outcome = pp("run", "marks.pp", "-m", "fake", "-i", f"words={words}", "--stream", "--json")
    *_, last = (json.loads(line) for line in outcome.out.splitlines())
    assert last["statistics"]["biased"] == [
        {
            "node": "main/result[]", "template": "mark", "option": '"',
            "num_answers": 30, "num_chosen": 30, "num_changed": 13,
        }
    ]  # fmt: skip
