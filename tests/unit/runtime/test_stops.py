"""Lists and rounds that end early: by a deadline, a budget, or because it is enough.

The fake model writes a word a step, so an item's text is its length in steps; the clock of the
deadlines is the number of steps.
"""

from collections.abc import Callable
from typing import Any

import pytest

from pp_lang.engine import EngineConfig, FakeSettings
from pp_lang.errors import RunError
from pp_lang.evaluation import Value
from pp_lang.runtime import NodeFinished, NodeProgress, RunEvent, RunOutcome
from tests.support.runtime_builders import PretendModels, run

ECHO = FakeSettings(answers=lambda prompt: prompt.split("Echo ")[1].split("<|")[0].strip())
ECHO_TEMPLATE = '''
template echo(a: text) -> text { max_tokens: 200 } """Echo {{ a }}"""
'''
QUORUM = """
program quorum(answers: list[text] until len(answers) >= n, n: int) -> list[text] {
  return answers
}
"""
BACKENDS = pytest.mark.parametrize("backend", ["asyncio", "trio"])


def words(count: int) -> str:
    return " ".join(["sun"] * count)


def outcome_of(
    source: str, backend: str = "asyncio", **inputs: Any
) -> tuple[RunOutcome, PretendModels]:  # Any: whatever a program takes
    """Run on a model that echoes, by a clock that counts its steps."""
    models = PretendModels(ECHO, EngineConfig(max_width=64))
    clock = steps_of(models)
    outcome = run(ECHO_TEMPLATE + source, models, backend=backend, clock=clock, **inputs)
    for model in models.opened.values():
        assert model.in_flight == 0
        assert model.held == set()
        assert model.statistics().cells_in_use == 0
    return outcome, models


def steps_of(models: PretendModels) -> Callable[[], float]:
    return lambda: sum(model.calls.count("step") for model in models.opened.values())


LONG_LIST: list[Value] = [words(40), words(5), words(60), words(4), words(50)]


@BACKENDS
def test_a_map_past_its_deadline_gives_the_finished_items_in_order(backend: str) -> None:
    source = "program main(xs: list[text]) { return map x in xs within { deadline: 20 }: echo(x) }"
    outcome, models = outcome_of(source, backend, xs=LONG_LIST)
    assert outcome.value == [words(5), words(4)]
    assert outcome.statistics.cancelled == 3
    assert models.only.calls.count("cancel") == 3
    assert outcome.statistics.answer_tokens < 5 * 25


@BACKENDS
def test_a_map_within_its_deadline_gives_all(backend: str) -> None:
    source = "program main(xs: list[text]) { return map x in xs within { deadline: 99 }: echo(x) }"
    outcome, _ = outcome_of(source, backend, xs=LONG_LIST)
    assert outcome.value == LONG_LIST
    assert outcome.statistics.cancelled == 0


@BACKENDS
def test_a_budget_counts_the_tokens_of_answers_that_are_not_finished(backend: str) -> None:
    source = "program main(xs: list[text]) { return map x in xs within { budget: 60 }: echo(x) }"
    outcome, _ = outcome_of(source, backend, xs=LONG_LIST)
    assert outcome.value == [words(5), words(4)]
    assert 60 <= outcome.statistics.answer_tokens < 60 + 5


def test_a_budget_ends_the_step_in_which_it_is_spent() -> None:
    source = "program main(x: text) { return sample 4 within { budget: 40 }: echo(x) }"
    outcome, models = outcome_of(source, x=words(90))
    assert outcome.value == []
    assert 40 <= outcome.statistics.answer_tokens < 44
    assert models.only.calls.count("step") < 20


@BACKENDS
def test_a_repeat_past_its_limit_gives_the_last_finished_round(backend: str) -> None:
    source = (
        "program main(x: text) {"
        ' return repeat y = x up to 9 within { budget: 40 }: echo(y + " sun") }'
    )
    outcome, _ = outcome_of(source, backend, x=words(9))
    assert outcome.value == words(12)
    assert outcome.statistics.cancelled == 1


def test_a_repeat_whose_first_round_is_too_long_gives_its_start() -> None:
    source = "program main(x: text) { return repeat y = x up to 9 within { deadline: 5 }: echo(y) }"
    outcome, _ = outcome_of(source, x=words(30))
    assert outcome.value == words(30)
    assert outcome.statistics.generations == 0


@BACKENDS
def test_a_list_ends_when_its_only_user_has_enough(backend: str) -> None:
    source = QUORUM + "program main(xs: list[text]) { return quorum(map x in xs: echo(x), 2) }"
    outcome, _ = outcome_of(source, backend, xs=LONG_LIST)
    assert outcome.value == [words(5), words(4)]
    assert outcome.statistics.cancelled == 3


@BACKENDS
def test_items_that_finish_in_one_step_are_all_there(backend: str) -> None:
    source = QUORUM + "program main(xs: list[text]) { return quorum(map x in xs: echo(x), 1) }"
    outcome, _ = outcome_of(source, backend, xs=[words(9), words(5), words(5), words(7)])
    assert outcome.value == [words(5), words(5)]


def test_a_named_list_ends_early_only_where_nothing_else_uses_it() -> None:
    once = "program main(xs: list[text]) {\n  ys = map x in xs: echo(x)\n  return quorum(ys, 2)\n}"
    twice = once.replace("return quorum(ys, 2)", "return { a: quorum(ys, 2), b: len(ys) }")
    assert outcome_of(QUORUM + once, xs=LONG_LIST)[0].statistics.cancelled == 3
    outcome, _ = outcome_of(QUORUM + twice, xs=LONG_LIST)
    assert outcome.value == {"a": LONG_LIST, "b": 5}
    assert outcome.statistics.cancelled == 0


@BACKENDS
def test_the_condition_waits_for_the_other_arguments(backend: str) -> None:
    source = QUORUM + (
        "program main(xs: list[text]) {\n"
        "  ys = map x in xs: echo(x)\n"
        '  n = len(echo("one two three"))\n'
        "  return quorum(ys, n - 11)\n}"
    )
    outcome, _ = outcome_of(source, backend, xs=LONG_LIST)
    assert outcome.value == [words(5), words(4)]


@BACKENDS
def test_the_first_of_a_sample_ends_the_others(backend: str) -> None:
    source = (
        "program main(xs: list[text]) {\n"
        "  return first(sample 6: { a = echo(xs[0])  return echo(a) })\n}"
    )
    outcome, models = outcome_of(source, backend, xs=[words(4)])
    assert outcome.value == words(4)
    assert outcome.statistics.cancelled == 0  # all finish in one step
    assert len(models.only.requests) == 12


def test_a_condition_sees_how_many_may_still_come() -> None:
    source = (
        "program some(answers: list[text] until remaining <= 2) -> int { return len(answers) }\n"
        "program main(xs: list[text]) { return some(map x in xs: echo(x)) }"
    )
    assert outcome_of(source, xs=LONG_LIST)[0].value == 3


@BACKENDS
def test_items_of_several_steps_end_with_all_that_they_started(backend: str) -> None:
    source = '''
context desk(a: text) """You are at {{ a }}"""
template at(a: text) -> text within desk { max_tokens: 200 } """Echo {{ a }}"""
program main(xs: list[text]) {
  return map x in xs within { deadline: 30 }: {
    office = desk(x)
    a = office.at(x)
    b = office.at(x)
    c = sample 2: office.at(a + b)
    return { a, b, c }
  }
}
'''
    outcome, _ = outcome_of(source, backend, xs=[words(3), words(60), words(80)])
    value = outcome.value
    assert isinstance(value, list)
    assert len(value) == 1
    assert outcome.statistics.cancelled == 4


@BACKENDS
def test_nodes_inside_one_another_end_each_by_its_own(backend: str) -> None:
    source = QUORUM + (
        "program main(rows: list[list[text]]) {\n"
        "  return map row in rows within { deadline: 40 }: quorum(map x in row: echo(x), 2)\n}"
    )
    rows: list[Value] = [
        [words(5), words(80), words(6), words(90)],
        [words(7), words(80), words(90)],
        [words(3), words(4)],
    ]
    outcome, _ = outcome_of(source, backend, rows=rows)
    assert outcome.value == [[words(5), words(6)], [words(3), words(4)]]


@BACKENDS
def test_what_was_stopped_holds_nothing_at_the_next_answer(backend: str) -> None:
    source = '''
context desk(a: text) """You are at {{ a }}"""
template at(a: text) -> text within desk { max_tokens: 200 } """Echo {{ a }}"""
program main(xs: list[text]) {
  few = map x in xs within { deadline: 20 }: { office = desk(x)  return office.at(x) }
  return echo(few[0])
}
'''
    models = PretendModels(ECHO, EngineConfig(max_width=64))
    seen: list[tuple[int, int, int]] = []

    def see(event: RunEvent) -> None:
        if isinstance(event, NodeFinished) and event.node == "main/result":
            model = models.only
            cells = model.statistics().cells_in_use
            seen.append((model.in_flight, len(model.held), cells))

    outcome = run(
        ECHO_TEMPLATE + source,
        models,
        backend=backend,
        clock=steps_of(models),
        on_event=see,
        xs=LONG_LIST,
    )
    assert outcome.value == words(5)
    assert models.only.num_holds == 5
    assert seen == [(0, 0, 0)]


@BACKENDS
def test_what_follows_a_list_that_ended_early_runs_as_ever(backend: str) -> None:
    source = QUORUM + (
        "program main(xs: list[text]) {\n"
        "  few = quorum(map x in xs: echo(x), 2)\n"
        "  return map x in few: echo(x)\n}"
    )
    outcome, _ = outcome_of(source, backend, xs=LONG_LIST)
    assert outcome.value == [words(5), words(4)]


def test_items_that_wait_for_a_place_are_never_asked() -> None:
    source = QUORUM + "program main(xs: list[text]) { return quorum(map x in xs: echo(x), 1) }"
    models = PretendModels(ECHO)
    xs: list[Value] = [words(4), *[words(50)] * 200]
    outcome = run(ECHO_TEMPLATE + source, models, xs=xs)
    assert outcome.value == [words(4)]
    assert len(models.only.requests) == 32


@BACKENDS
@pytest.mark.parametrize(
    "source",
    [
        "sample 3 within {{ budget: {} }}: echo(x)",
        "map y in [x, x, x] within {{ budget: {} }}: echo(y)",
        "repeat y = x up to 3 within {{ budget: {} }}: echo(y)",
    ],
)
def test_a_computed_limit_ends_where_a_constant_one_does(source: str, backend: str) -> None:
    def run_with(limit: str) -> RunOutcome:
        body = f"program main(x: text, n: int(1..90)) {{ return {source.format(limit)} }}"
        return outcome_of(body, backend, x=words(9), n=20)[0]

    computed, constant = run_with("n"), run_with("20")
    assert computed.value == constant.value
    assert computed.statistics.answer_tokens == constant.statistics.answer_tokens
    assert computed.statistics.answer_tokens < run_with("90").statistics.answer_tokens


@BACKENDS
def test_a_filter_that_asks_a_model_is_within_the_limits(backend: str) -> None:
    source = QUORUM + (
        "program main(xs: list[text]) {\n"
        '  return quorum(map x in xs if echo(x) != "no": echo(x + " sun"), 2)\n}'
    )
    xs: list[Value] = [words(40), "no", words(5), "no", words(4), words(50)]
    outcome, _ = outcome_of(source, backend, xs=xs)
    assert outcome.value == [words(6), words(5)]
    assert outcome.statistics.cancelled == 2


def test_a_function_that_asks_a_model_is_never_asked_early() -> None:
    source = (
        "program some(answers: list[text] until by(answers[0]), by: (text) -> bool) -> int {\n"
        "  return count(map one in answers: by(one), true)\n}\n"
        "program main(xs: list[text]) { return some(map x in xs: echo(x), y => echo(y) == y) }"
    )
    outcome, _ = outcome_of(source, xs=LONG_LIST)
    assert outcome.value == 5
    assert outcome.statistics.cancelled == 0


@BACKENDS
def test_a_condition_that_fails_fails_the_run_at_its_node(backend: str) -> None:
    source = (
        "program some(answers: list[text] until answers[3] != answers[4]) -> int {\n"
        "  return len(answers)\n}\n"
        "program main(xs: list[text]) {\n"
        "  found = map x in xs: echo(x)\n  return some(found)\n}"
    )
    with pytest.raises(RunError) as failure:
        outcome_of(source, backend, xs=LONG_LIST)
    assert failure.value.node == "main/found"


@BACKENDS
def test_both_loops_tell_the_same_events(backend: str) -> None:
    source = QUORUM + (
        "program main(xs: list[text]) {\n  few = map x in xs: echo(x)\n  return quorum(few, 2)\n}"
    )
    told: list[list[str]] = []
    for loop in ("asyncio", backend):
        events: list[RunEvent] = []
        run(
            ECHO_TEMPLATE + source,
            PretendModels(ECHO),
            on_event=events.append,
            backend=loop,
            xs=LONG_LIST,
        )
        told.append([repr(event) for event in events[:-1]])
        progress = [event for event in events if isinstance(event, NodeProgress)]
        assert (progress[-1].done, progress[-1].total) == (2, 5)
        ended = [event.node for event in events if isinstance(event, NodeFinished)]
        assert ended[-1] == "main/few"
    assert told[0] == told[1]


def test_a_merge_has_at_most_the_tokens_that_are_said() -> None:
    source = '''
template merge(notes: list[text]) -> text { max_tokens: 5 } """
  {% for note in notes %} {{ note }} {% end %} Echo sun
"""
program main(xs: list[text]) { return reduce xs with merge by tree within { tokens: 60 } }
'''
    xs: list[Value] = [words(12)] * 6
    limited, models = outcome_of(source, xs=xs)
    free, _ = outcome_of(source.replace("within { tokens: 60 }", ""), xs=xs)
    assert limited.statistics.generations > free.statistics.generations == 1
    sizes = [models.only.count(request.prompt).total for request in models.only.requests]
    assert max(sizes) <= 60


def test_two_values_that_no_merge_may_hold_fail_the_run() -> None:
    source = '''
template merge(notes: list[text]) -> text """
  {% for note in notes %} {{ note }} {% end %} Echo sun
"""
program main(xs: list[text]) { return reduce xs with merge by tree within { tokens: 20 } }
'''
    with pytest.raises(RunError, match="do not fit a merge of 20 tokens"):
        outcome_of(source, xs=[words(30), words(30)])


@BACKENDS
def test_a_function_of_python_is_not_called_after_the_deadline(backend: str) -> None:
    source = """
extern size(a: text) -> int = "words:size"
program main(xs: list[text]) {
  return map x in xs within { deadline: 3 }: { a = size(x)  return a + size(x + text(a)) }
}
"""
    called: list[str] = []

    async def size(text: str) -> int:
        called.append(text)
        return len(text)

    xs: list[Value] = [*"abcdefghij"]
    outcome = run(
        source,
        functions={"size": size},
        backend=backend,
        window=1,
        clock=lambda: len(called),
        xs=xs,
    )
    assert called == ["a", "a1", "b"]
    assert outcome.value == [3]


def test_the_next_batch_after_a_decision_has_no_row_of_what_was_given_up() -> None:
    source = (
        QUORUM
        + """program main(xs: list[text]) {
      first = quorum(map x in xs: echo(x), 1)  return echo(first[0]) }"""
    )
    outcome, models = outcome_of(source, xs=[words(4), words(50), words(60)])
    assert outcome.value == words(4)
    calls = [call for call in models.only.calls if call in ("step", "cancel")]
    # The head of the template, four words and the end of the turn are six steps, both times.
    assert calls == ["step"] * 6 + ["cancel"] * 2 + ["step"] * 6
    # Three answers side by side until one is there; from then on only the one that is asked next.
    assert outcome.statistics.answer_tokens <= 3 * 5 + 5
