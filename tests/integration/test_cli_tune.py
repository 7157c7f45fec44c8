import json
import re
from pathlib import Path

import pytest

from tests.support.command_line import Outcome, Pp, assert_one_clear_error

STORY = '''
template story(topic: text) -> text { max_tokens: 6 } """
  Tell a story about {{ topic }}.
"""
program main(topics: list[text]) { return map topic in topics: story(topic) }
'''
RUN = ("run", "story.pp", "--input", 'topics=["rain", "bread", "a lamp"]')


@pytest.fixture
def fresh(pp: Pp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pp:
    """`pp` for a user who has tuned nothing."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "story.pp").write_text(STORY, encoding="utf-8")
    return pp


def opening_of(run: Outcome) -> dict[str, object]:
    """Return how the model of a streamed run was opened, as its last event says."""
    last = json.loads(run.out.strip().splitlines()[-1])
    opening = last["statistics"]["models"][0]["info"]["opening"]
    assert isinstance(opening, dict)
    return opening


def test_the_pretend_model_cannot_be_tuned(fresh: Pp) -> None:
    assert_one_clear_error(fresh("tune", "fake"), 2, "only pretends")


def test_a_layout_without_a_conversion_is_a_mistake(fresh: Pp) -> None:
    assert_one_clear_error(fresh("tune", "--layout", "Q8_0"), 2, "--convert")


def test_showing_and_forgetting_at_once_is_a_mistake(fresh: Pp) -> None:
    assert_one_clear_error(fresh("tune", "--show", "--forget"), 2, "Choose one")


@pytest.mark.model
def test_a_layout_that_does_not_exist_is_answered_with_those_that_do(fresh: Pp) -> None:
    tuned = fresh("tune", "--convert", "--layout", "Q9", "--quick")
    assert_one_clear_error(tuned, 2, "no layout `Q9`", "Q8_0")


@pytest.mark.model
def test_nothing_is_shown_where_nothing_was_tuned(fresh: Pp) -> None:
    shown = fresh("tune", "--show")
    assert shown.code == 1
    assert "is not tuned for this machine" in shown.out
    assert "(not tuned)" in fresh("plan", "story.pp").out


@pytest.mark.model
@pytest.mark.timeout(900)  # threads that wait for one another on a busy machine take long
def test_what_was_tuned_is_kept_shown_used_and_told(fresh: Pp) -> None:
    tuned = fresh("tune", "--quick", "--busy")
    assert tuned.code == 0, tuned
    name = re.search(r"Tuning (\w+) of SmolLM2", tuned.out)
    assert name
    assert fresh("tune", "--show").out == tuned.out
    assert f"(tuning {name[1]})" in fresh("plan", "story.pp").out
    first = fresh(*RUN, "--stream", "--json")
    assert opening_of(first)["tuned"] == {"tuning": name[1], "layout": None, "loss": 0.0}
    answers = [fresh(*RUN).out for _ in range(2)]
    assert answers[0] == answers[1]
    assert "forgotten" in fresh("tune", "--forget").out
    assert fresh("tune", "--show").code == 1


@pytest.mark.model
@pytest.mark.timeout(900)
def test_a_converted_copy_is_used_said_and_left_alone_by_exact_runs(
    fresh: Pp, tmp_path: Path
) -> None:
    exact = fresh(*RUN).out
    tuned = fresh("tune", "--convert", "--layout", "Q8_0", "--quick", "--busy", "--loss", "0.1")
    assert tuned.code == 0, tuned
    copies = list((tmp_path / "cache" / "pp" / "layouts").rglob("*.gguf"))
    if "Later runs use the file itself" in tuned.out:  # it is fast enough on this machine
        assert copies == []
        return
    assert [copy.name for copy in copies] == ["SmolLM2-135M-Instruct.Q4_1.Q8_0.gguf"]
    assert "read from a copy in Q8_0" in fresh("plan", "story.pp").out
    assert "a copy" not in fresh("plan", "story.pp", "--exact").out
    told = opening_of(fresh(*RUN, "--stream", "--json"))["tuned"]
    assert isinstance(told, dict)
    assert told["layout"] == "Q8_0"
    assert 0 < told["loss"] < 0.02
    assert fresh(*RUN, "--exact").out == exact
    assert "forgotten" in fresh("tune", "--forget").out
    assert not copies[0].exists()


@pytest.mark.model
@pytest.mark.timeout(900)
def test_a_first_run_looks_at_the_model_once_and_later_ones_repeat_it(
    fresh: Pp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PP_PROBE")
    first, second = fresh(*RUN), fresh(*RUN)
    assert "measured for 2 s and kept" in first.err
    assert "measured" not in second.err
    assert first.out == second.out
