"""A second run on a context starts where the first one had read it, and says the same."""

import json
from pathlib import Path

import pytest

from tests.support.command_line import Outcome, Pp

pytestmark = pytest.mark.model

DESK = '''
context desk(tone: text) """
  You answer letters to a garden shop, {{ tone }}. Gloves that tear within a year are replaced, no
  questions asked, as long as the buyer brings them back to the shop together with the bill, and is
  friendly. Roses are not taken back once they have been planted, but the gardener looks at them and
  says what they lack. Bulbs that do not come up in spring are replaced in autumn.
"""
template answer(letter: text) -> text within desk { max_tokens: 4 } """
  Answer: {{ letter }}
"""
program main(letters: list[text]) {
  office = desk("kindly")
  return map letter in letters: office.answer(letter)
}
'''
RUN = ("run", "desk.pp", "--stream", "--json", "--set", "max_width=2")
LETTERS = ("--input", 'letters=["My gloves tore.", "The rose is dead."]')
OTHERS = ("--input", 'letters=["No tulip came up."]')


@pytest.fixture
def fresh(pp: Pp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pp:
    """`pp` for a user whose machine may keep what was read."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PP_PREFIXES", "100")
    (tmp_path / "desk.pp").write_text(DESK, encoding="utf-8")
    return pp


def used(run: Outcome) -> tuple[object, int, dict[str, object]]:
    """Return the result, the tokens that were restored, and how the model was opened."""
    last = json.loads(run.out.strip().splitlines()[-1])
    model = last["statistics"]["models"][0]
    return last["result"], model["restored_tokens"], model["info"]["opening"]


def test_a_second_run_starts_warm_and_says_the_same(fresh: Pp, tmp_path: Path) -> None:
    cold, none, _ = used(fresh(*RUN, *LETTERS))
    warm, restored, _ = used(fresh(*RUN, *LETTERS))
    assert warm == cold
    assert none == 0
    assert restored > 64
    assert used(fresh(*RUN, *OTHERS))[1] == restored
    assert used(fresh(*RUN, *LETTERS, "--cold"))[:2] == (cold, 0)
    for file in (tmp_path / "cache" / "pp" / "prefixes").glob("*.cells"):
        file.write_bytes(file.read_bytes()[:-9])
    assert used(fresh(*RUN, *LETTERS))[:2] == (cold, 0)


def test_answers_that_depend_on_nothing_else_are_asked_for_and_told(fresh: Pp) -> None:
    both, _, opening = used(fresh(*RUN, *LETTERS, "--batch-invariant"))
    assert opening["invariant_width"] == 1
    alone, _, _ = used(
        fresh(*RUN, "--input", 'letters=["The rose is dead."]', "--batch-invariant", "--cold")
    )
    assert isinstance(both, list)
    assert alone == both[1:]
    plan = fresh("plan", "desk.pp", *LETTERS, "--batch-invariant").out
    assert "batch-invariant, one answer at a time" in plan
