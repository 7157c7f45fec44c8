"""What a run that goes on takes from its journal, and what it asks again."""

from pathlib import Path

import pytest

from pp_lang.api import Model, RunOptions
from pp_lang.engine import FakeSettings, open_fake_model
from pp_lang.errors import RunError
from pp_lang.journal import Runs
from tests.support.kept_runs import MAP, Session, compile_main, go_on

XS = {"xs": ["a", "b", "c", "d"]}


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path / "runs")


def test_a_run_that_is_repeated_asks_nothing_and_gives_the_same(runs: Runs) -> None:
    first = go_on(runs, compile_main(MAP), XS)
    assert go_on(runs, compile_main(MAP), XS) == Session(first.value, num_given=4, num_noted=0)


def test_an_edited_row_is_asked_again_and_no_other(runs: Runs) -> None:
    first = go_on(runs, compile_main(MAP), XS)
    edited = {"xs": ["a", "b", "other", "d"]}
    second = go_on(runs, compile_main(MAP), edited)
    assert (second.num_given, second.num_noted) == (3, 1)
    assert second.value == compile_main(MAP).run(edited, model="fake")
    assert second.value[:2] == first.value[:2]


def test_an_edited_template_is_asked_again_with_what_depends_on_it(runs: Runs) -> None:
    text = MAP.replace("map x in xs: about(x)", "map x in xs: { s = about(x)  return more(s) }")
    text += 'template more(s: text) -> text { max_tokens: 5 } """\n  More of {{ s }}:\n"""\n'
    go_on(runs, compile_main(text), XS)
    edited = go_on(runs, compile_main(text.replace("More of", "Much more of")), XS)
    assert (edited.num_given, edited.num_noted) == (4, 4)
    again = go_on(runs, compile_main(text.replace("About", "Say something about")), XS)
    assert again.num_noted >= 4


def test_another_option_that_answers_depend_on_asks_again(runs: Runs) -> None:
    go_on(runs, compile_main(MAP), XS)
    warm = RunOptions(settings={"temperature": 1.0})
    assert go_on(runs, compile_main(MAP), XS, warm).num_noted == 4
    assert go_on(runs, compile_main(MAP), XS, warm).num_noted == 0
    assert go_on(runs, compile_main(MAP), XS).num_noted == 0


def test_another_seed_asks_again_only_what_is_drawn(runs: Runs) -> None:
    go_on(runs, compile_main(MAP), XS)
    assert go_on(runs, compile_main(MAP), XS, RunOptions(seed=9)).num_noted == 0
    text = MAP.replace("max_tokens: 12", "max_tokens: 12, temperature: 1")
    assert go_on(runs, compile_main(text), XS).num_noted == 4
    assert go_on(runs, compile_main(text), XS, RunOptions(seed=9)).num_noted == 4


def test_other_scores_are_asked_for_where_the_kept_answer_has_none(runs: Runs) -> None:
    go_on(runs, compile_main(MAP), XS)
    text = MAP.replace("map x in xs: about(x)", "map x in xs: about(x).logprob")
    assert go_on(runs, compile_main(text), XS).num_noted == 4


EXTERN = """
extern size(x: text) -> int = "sizes:size"
program main(xs: list[text]) { return map x in xs: size(x) }
"""


def test_a_function_is_not_called_again_for_the_same_arguments(runs: Runs) -> None:
    called: list[str] = []

    def size(x: str) -> int:
        called.append(x)
        return len(x)

    go_on(runs, compile_main(EXTERN, size=size), XS)
    second = go_on(runs, compile_main(EXTERN, size=size), {"xs": ["a", "b", "ccc", "d"]})
    assert second.value == [1, 1, 3, 1]
    assert sorted(called) == ["a", "b", "c", "ccc", "d"]


def test_another_version_of_a_function_is_called_again(runs: Runs) -> None:
    def size(x: str) -> int:
        return len(x)

    go_on(runs, compile_main(EXTERN, size=size), XS)
    assert go_on(runs, compile_main(EXTERN, size=lambda x: 7), XS).value == [7, 7, 7, 7]


RETRY = '''
template about(x: text) -> text { max_tokens: 12, retry: 1 } """
  About {{ x }}:
"""
program main(xs: list[text]) { return map x in xs: about(x) }
'''


def fails_once(text: str) -> Model:
    return Model(open_fake_model(FakeSettings(fail_prompts_with=text, fail_times=1)))


def test_an_answer_of_a_second_attempt_stays_though_the_first_would_work_now(runs: Runs) -> None:
    with fails_once("About b") as model:
        first = go_on(runs, compile_main(RETRY), XS, model=model)
    assert go_on(runs, compile_main(RETRY), XS) == Session(first.value, 4, 0)


def test_a_run_that_failed_asks_again_what_failed_and_nothing_else(runs: Runs) -> None:
    with fails_once("About c") as model, pytest.raises(RunError):
        go_on(runs, compile_main(MAP), XS, model=model)
    session = go_on(runs, compile_main(MAP), XS)
    assert session.value == compile_main(MAP).run(XS, model="fake")
    assert session.num_noted <= 4


def test_a_budget_that_was_spent_ends_the_map_where_it_did(runs: Runs) -> None:
    text = MAP.replace("map x in xs:", "map x in xs within { budget: 7 }:")
    many = {"xs": [f"thing {n}" for n in range(20)]}
    first = go_on(runs, compile_main(text), many)
    again = go_on(runs, compile_main(text), many)
    assert again == Session(first.value, again.num_given, 0)
    assert len(first.value) < 20
