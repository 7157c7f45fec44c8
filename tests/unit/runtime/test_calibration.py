"""Answers from closed sets whose bias is taken out."""

from math import exp, log, log2
from typing import Any

import pytest

from pp_lang.engine import EngineConfig
from pp_lang.errors import GenerationError, RunError
from pp_lang.evaluation import Value
from pp_lang.runtime import BiasedAnswers, NodeFinished, RunEvent
from tests.support.leaning_models import LeaningModels, leaning
from tests.support.runtime_builders import PretendModels, run

JUDGE = 'template judge(x: text) -> "yes" | "no" %s """Judge this: {{ x }}"""\n'
BATCH = JUDGE % '{ calibrate: "batch" }'
PRIOR = JUDGE % '{ calibrate: "prior" }'
WRITE = 'template write(x: text) """Write {{ x }}."""\n'
MAIN = "program main(xs: list[text]) { return map x in xs: judge(x) }"
SCORES = """
program main(xs: list[text]) {
  return map x in xs: { a = judge(x)
    return { a, p: a.probability, raw: a.log_likelihood, logprob: a.logprob, h: a.entropy } }
}
"""
LEANS = (3.4, 2.9, 2.5, 2.0, 1.6, 0.6, 0.3, 0.1, 0.1)
"""Nine answers that are all yes; the mean is 1.5."""
BACKENDS = pytest.mark.parametrize("backend", ["asyncio", "trio"])


def share(lean: float) -> float:
    return 1 / (1 + exp(-lean))


@BACKENDS
def test_a_batch_is_chosen_by_what_sets_its_answers_apart(backend: str) -> None:
    value = run(BATCH + MAIN, LeaningModels(), backend=backend, xs=leaning(*LEANS)).value
    assert value == ["yes"] * 5 + ["no"] * 4


def test_probabilities_are_calibrated_and_the_likelihood_is_the_models() -> None:
    value: Any = run(BATCH + SCORES, LeaningModels(), xs=leaning(*LEANS)).value
    left = [lean - 1.5 for lean in LEANS]
    assert [one["p"] for one in value] == pytest.approx([share(abs(lean)) for lean in left])
    assert [one["logprob"] for one in value] == pytest.approx([log(one["p"]) for one in value])
    signs = [1 if lean >= 0 else -1 for lean in left]
    raw = [log(share(sign * lean)) for sign, lean in zip(signs, LEANS, strict=True)]
    assert [one["raw"] for one in value] == pytest.approx(raw)
    shares = [(one["p"], 1 - one["p"]) for one in value]
    bits = [-sum(share * log2(share) for share in pair) for pair in shares]
    assert [one["h"] for one in value] == pytest.approx(bits)


def test_fewer_than_eight_answers_stay_as_they_are() -> None:
    assert run(BATCH + MAIN, LeaningModels(), xs=leaning(*LEANS[:7])).value == ["yes"] * 7


@BACKENDS
def test_waiting_items_make_room_so_that_all_are_asked_within_the_window(backend: str) -> None:
    models = LeaningModels(config=EngineConfig(max_width=4))
    xs = leaning(*(0.01 * n for n in range(1, 301)))
    value = run(BATCH + MAIN, models, backend=backend, xs=xs).value
    assert value == ["no"] * 150 + ["yes"] * 150
    assert models.only.most_in_flight == 32


def test_an_item_goes_on_with_its_calibrated_answer() -> None:
    program = WRITE + (
        "program main(xs: list[text]) {\n"
        '  return map x in xs: { a = judge(x)  return if a == "no": write(x) else: "kept" }\n}'
    )
    models = LeaningModels()
    value = run(BATCH + program, models, xs=leaning(*LEANS)).value
    assert value == ["kept"] * 5 + ["words"] * 4
    assert len(models.only.requests) == 9 + 4


def test_items_that_never_ask_are_not_waited_for() -> None:
    program = WRITE + (
        "program main(xs: list[text]) {\n"
        '  return map x in xs: if x == "other": write(x) else: { a = judge(x)  return a }\n}'
    )
    value = run(BATCH + program, LeaningModels(), xs=["other", *leaning(*LEANS), "other"]).value
    assert value == ["words", *["yes"] * 5, *["no"] * 4, "words"]


def test_each_run_of_an_inner_map_is_a_batch_of_its_own() -> None:
    program = "program main(rows: list[list[text]]) { return map r in rows: map x in r: judge(x) }"
    rows = [leaning(*(shift + lean for lean in LEANS)) for shift in (0, 5, -20)]
    value = run(BATCH + program, LeaningModels(), rows=list(rows)).value
    assert value == [["yes"] * 5 + ["no"] * 4] * 3


def test_samples_inside_a_map_belong_to_the_batch_of_the_map() -> None:
    program = (
        "program main(xs: list[text]) {\n"
        "  return map x in xs: sample 40: judge(x) { temperature: 0 }\n}"
    )
    models = LeaningModels(config=EngineConfig(max_width=2))
    value = run(BATCH + program, models, xs=leaning(1.0, 2.1, 3.0)).value
    assert value == [["no"] * 40, ["yes"] * 40, ["yes"] * 40]


def test_the_condition_of_a_map_may_be_calibrated() -> None:
    source = 'template good(x: text) -> bool { calibrate: "batch" } """Is it good? {{ x }}"""\n'
    program = "program main(xs: list[text]) { return map x in xs if good(x): x }"
    value = run(source + program, LeaningModels(), xs=leaning(*LEANS)).value
    assert value == leaning(*LEANS[:5])


def test_a_program_called_in_a_map_is_calibrated_by_what_its_call_sets() -> None:
    program = (
        "program one(x: text) { return judge(x) }\n"
        'program main(xs: list[text]) { return map x in xs: one(x) { calibrate: "batch" } }'
    )
    value = run(JUDGE % "" + program, LeaningModels(), xs=leaning(*LEANS)).value
    assert value == ["yes"] * 5 + ["no"] * 4


def test_items_with_contexts_of_their_own_wait_without_room_for_all_of_them() -> None:
    source = (
        'context page(x: text) """Read this page: {{ x }} and no more than that, please."""\n'
        'template judge(q: text) -> "yes" | "no" within page { calibrate: "batch" } """{{ q }}"""\n'
        "program main(xs: list[text]) {\n"
        '  return map x in xs: { here = page(x)  first = here.judge("Good?")\n'
        '    return [first, here.judge("Bad? " + first)] }\n}'
    )
    models = PretendModels(config=EngineConfig(cells=128, max_width=4))
    xs: list[Value] = [f"item {n}" for n in range(100)]
    value: Any = run(source, models, xs=xs).value
    firsts, seconds = zip(*value, strict=True)
    assert 30 < firsts.count("yes") < 70
    assert 30 < seconds.count("yes") < 70
    assert models.only.statistics().cells_peak <= 128
    assert models.only.held == set()


def test_rounds_are_calibrated_one_by_one() -> None:
    program = (
        "program main(xs: list[text]) {\n"
        '  return map x in xs: repeat seen with all = "" up to 2: seen + judge(x)\n}'
    )
    value = run(BATCH + program, LeaningModels(), xs=leaning(*LEANS)).value
    assert value == ["yesyes"] * 5 + ["nono"] * 4


@BACKENDS
def test_a_map_that_reaches_its_limit_leaves_its_batch_behind(backend: str) -> None:
    program = WRITE + (
        "program main(xs: list[text]) {\n"
        "  return map x in xs within { budget: 1 }: { a = judge(x)  b = write(x)  c = write(a)\n"
        "    return a + b + c }\n}"
    )
    outcome = run(BATCH + program, LeaningModels(), backend=backend, xs=leaning(*LEANS))
    assert outcome.value == []


@BACKENDS
def test_a_prior_is_asked_once_and_taken_out_of_every_answer(backend: str) -> None:
    models = LeaningModels(otherwise={"": 0.0, "N/A": 1.0, "[MASK]": 3.5})
    value = run(PRIOR + MAIN, models, backend=backend, xs=leaning(*LEANS)).value
    assert value == ["yes"] * 5 + ["no"] * 4
    assert len(models.only.requests) == 9 + 3
    assert models.only.held == set()


def test_a_prior_needs_no_map() -> None:
    models = LeaningModels(otherwise={"": 3.0})
    program = "program main(x: text) { return judge(x) }"
    assert run(PRIOR + program, models, x="lean 2").value == "no"


def test_each_context_has_a_prior_of_its_own() -> None:
    source = (
        'context about(what: text) """Of {{ what }}."""\n'
        'template judge(x: text) -> bool within about { calibrate: "prior" } """So: {{ x }}"""\n'
        "program main(whats: list[text], xs: list[text]) {\n"
        "  return map what in whats: { here = about(what)\n"
        "    return map x in xs: here.judge(x) }\n}"
    )
    models = LeaningModels()
    run(source, models, whats=["tea", "milk"], xs=leaning(*LEANS))
    assert len(models.only.requests) == 2 * (9 + 3)


def test_a_prior_that_fails_fails_the_answer_that_comes_first() -> None:
    events: list[RunEvent] = []
    with pytest.raises(GenerationError, match="broken logits") as raised:
        run(
            PRIOR + MAIN,
            LeaningModels(fails_without_data=True),
            on_event=events.append,
            xs=leaning(*LEANS),
        )
    assert raised.value.node == "main/result[0]"
    assert not any(isinstance(event, NodeFinished) for event in events)


@BACKENDS
def test_a_prior_is_asked_again_where_who_asked_was_stopped(backend: str) -> None:
    program = WRITE + (
        "program main(xs: list[text]) {\n"
        "  a = map x in xs within { budget: 1 }: judge(x) + write(x)\n"
        "  b = map x in xs: judge(x)\n"
        "  return { a, b }\n}"
    )
    models = LeaningModels(otherwise={"": 1.4})
    value = run(PRIOR + program, models, backend=backend, xs=leaning(*LEANS)).value
    assert value == {"a": [], "b": ["yes"] * 5 + ["no"] * 4}


def test_a_batch_waits_for_items_that_wait_for_a_prior() -> None:
    source = (
        PRIOR
        + 'template second(x: text) -> "yes" | "no" { calibrate: "batch" } """So: {{ x }}"""\n'
    )
    program = (
        "program main(xs: list[text]) {\n"
        '  return map x in xs: { a = if len(x) > 8: judge(x) else: "short"\n'
        "    return second(x + a) }\n}"
    )
    xs = leaning(0.11, 0.12, 0.13, 0.14, 0.5, 0.6, 0.7, 0.8)
    value = run(source + program, LeaningModels(), xs=xs).value
    assert value == ["no"] * 4 + ["yes"] * 4


def test_a_run_gives_the_same_bytes_again() -> None:
    xs = leaning(*(0.01 * n for n in range(1, 101)))
    runs = []
    for backend in ("asyncio", "trio", "trio"):
        events: list[RunEvent] = []
        models = LeaningModels(config=EngineConfig(max_width=4), otherwise={"": 0.5})
        outcome = run(BATCH + SCORES, models, backend=backend, on_event=events.append, xs=list(xs))
        runs.append((outcome.value, [str(event) for event in events[:-1]]))
    assert runs[0] == runs[1] == runs[2]


def test_what_only_the_run_sets_is_refused_before_anything_is_asked() -> None:
    models = LeaningModels()
    program = "program main(x: text) { return judge(x) }"
    with pytest.raises(RunError, match="`judge` is calibrated by a batch outside any map"):
        run(JUDGE % "" + program, models, options={"calibrate": "batch"}, x="lean 2")
    plain = 'template judge() -> bool """Is it?"""\nprogram main() { return judge() }'
    with pytest.raises(RunError, match="`judge` is calibrated by a prompt without data"):
        run(plain, models, options={"calibrate": "prior"})
    assert not models.opened


def test_a_draw_is_from_the_calibrated_options() -> None:
    program = (
        "program main(xs: list[text]) {\n"
        "  return map x in xs: sample 200: judge(x) { temperature: 1 }\n}"
    )
    value: Any = run(BATCH + program, LeaningModels(), xs=leaning(4.0, 4.0)).value
    assert 60 < value[0].count("yes") < 140


def one_sided(num: int) -> list[Value]:
    return leaning(*(0.1 * n for n in range(1, num + 1)))


def test_answers_of_a_map_that_look_biased_are_noted_once() -> None:
    outcome = run(JUDGE % "" + MAIN, LeaningModels(), xs=one_sided(30))
    expected = BiasedAnswers("main/result[]", "judge", "yes", 30, 30, 15)
    assert outcome.statistics.biased == (expected,)
    assert outcome.value == ["yes"] * 30


@pytest.mark.parametrize("how", ["none", "batch", "prior"])
def test_who_says_how_to_calibrate_is_told_nothing(how: str) -> None:
    outcome = run(JUDGE % f'{{ calibrate: "{how}" }}' + MAIN, LeaningModels(), xs=one_sided(30))
    assert outcome.statistics.biased == ()


def test_samples_of_one_question_are_not_judged() -> None:
    program = "program main(x: text) { return sample 40: judge(x) }"
    outcome = run(JUDGE % "" + program, LeaningModels(), x="lean 1")
    assert outcome.statistics.biased == ()
