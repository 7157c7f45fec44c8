"""One generation: options, attempts, fallback, timeout."""

from hashlib import blake2b

import pytest

from pp_lang.engine import EngineConfig, FakeSettings
from pp_lang.errors import GenerationError, ModelError
from pp_lang.runtime import GenerationRetried, RunEvent
from pp_lang.sampling_params import SamplingParams
from tests.support.runtime_builders import PretendModels, run

T = 'template t(a: text) -> text %s """Say {{ a }}"""\n'
MAIN = 'program main() { return t("x") %s }'


def sampling_of(
    template_options: str = "", call_options: str = "", models: PretendModels | None = None
) -> SamplingParams:
    models = models or PretendModels()
    run(T % template_options + MAIN % call_options, models)
    return models.only.requests[0].sampling


def seed_for(seed: int, node: str, attempt: int) -> int:
    digest = blake2b(f"{seed}\0{node}\0{attempt}".encode()).digest()
    return int.from_bytes(digest[:8], "big")


def test_nothing_set_is_greedy() -> None:
    sampling = sampling_of()
    assert (sampling.temperature, sampling.max_tokens, sampling.stop) == (0.0, None, ())


def test_the_call_wins_over_the_template() -> None:
    sampling = sampling_of(
        "{ max_tokens: 5, top_k: 3 }", '{ max_tokens: 7, temperature: 0.5, stop: ["z"] }'
    )
    assert (sampling.max_tokens, sampling.top_k) == (7, 3)
    assert (sampling.temperature, sampling.stop) == (0.5, ("z",))


def test_the_run_wins_over_the_call() -> None:
    models = PretendModels()
    run(T % "" + MAIN % "{ max_tokens: 7 }", models, options={"max_tokens": 3})
    assert models.only.requests[0].sampling.max_tokens == 3


def test_a_seed_follows_from_the_place_and_the_runs_seed() -> None:
    models = PretendModels()
    source = T % "" + 'program main() {\n  a = t("x")\n  b = t("x") { seed: 9 }\n  return [a, b]\n}'
    run(source, models, seed=4)
    seeds = [request.sampling.seed for request in models.only.requests]
    assert seeds == [seed_for(4, "main/a", 0), seed_for(9, "main/b", 0)]


DECLARED = (
    'model big = "other" { max_tokens: 9, cells: 512 }\n'
    + T % "{ model: big }"
    + 'program main() { return t("x") }'
)


def test_a_declared_model_answers_with_its_own_settings() -> None:
    models = PretendModels()
    run(DECLARED, models)
    assert list(models.opened) == ["other"]
    assert models.only.requests[0].sampling.max_tokens == 9
    assert models.only.info.cells == 512


def test_an_answer_that_is_no_value_is_asked_for_again_with_another_seed() -> None:
    models = PretendModels(FakeSettings(fail_prompts_with="Say", fail_times=2))
    events: list[RunEvent] = []
    outcome = run(T % "{ retry: 2 }" + MAIN % "", models, on_event=events.append)
    assert isinstance(outcome.value, str)
    requests = models.only.requests
    node = next(event.node for event in events if isinstance(event, GenerationRetried))
    assert [r.sampling.seed for r in requests] == [seed_for(0, node, n) for n in range(3)]
    # At temperature 0 the same prompt would give the same answer again.
    assert [r.sampling.temperature for r in requests] == [0.0, 0.8, 0.8]
    assert outcome.statistics.retries == 2
    retried = [event for event in events if isinstance(event, GenerationRetried)]
    assert [event.attempt for event in retried] == [1, 2]


def test_attempts_come_to_an_end() -> None:
    models = PretendModels(FakeSettings(fail_prompts_with="Say"))
    with pytest.raises(GenerationError):
        run(T % "{ retry: 2 }" + MAIN % "", models)
    assert len(models.only.requests) == 3


FALLBACK = T % '{ model: "small", fallback: "big" }' + MAIN % ""


def test_another_model_is_asked_when_the_first_fails() -> None:
    models = PretendModels(
        by_name={
            "small": FakeSettings(fail_prompts_with="Say"),
            "big": FakeSettings(answers={"": "from big"}),
        }
    )
    assert run(FALLBACK, models).value == "from big"
    assert list(models.opened) == ["small", "big"]


def test_another_model_is_asked_when_the_first_cannot_be_opened() -> None:
    models = PretendModels(
        missing=frozenset({"small"}), by_name={"big": FakeSettings(answers={"": "from big"})}
    )
    assert run(FALLBACK, models).value == "from big"


def test_a_model_that_cannot_be_opened_fails_the_run() -> None:
    models = PretendModels(missing=frozenset({"gone"}))
    with pytest.raises(ModelError, match="there is no model `gone`"):
        run(T % '{ model: "gone" }' + MAIN % "", models)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_answer_that_takes_too_long_is_given_up(backend: str) -> None:
    models = PretendModels(FakeSettings(latency_s=0.5))
    with pytest.raises(GenerationError, match=r"no answer within 0\.02 s"):
        run(T % "{ timeout: 0.02 }" + MAIN % "", models, backend=backend)
    assert models.only.in_flight == 0


def test_an_answer_that_is_cut_off_says_what_to_do() -> None:
    source = (
        'template t() -> { a: text, b: text } { max_tokens: 2 } """Say"""\n'
        "program main() { return t() }"
    )
    with pytest.raises(GenerationError) as caught:
        run(source)
    assert "a larger `max_tokens` gives it room" in caught.value.message


def test_a_prompt_that_cannot_fit_is_told_with_its_node() -> None:
    models = PretendModels(config=EngineConfig(cells=64))
    source = T % "" + "program main(a: text) {\n  said = t(a)\n  return said\n}"
    with pytest.raises(GenerationError) as caught:
        run(source, models, a="word " * 100)
    assert caught.value.node == "main/said"


def test_a_choice_keeps_its_probability_until_the_end() -> None:
    source = (
        'template t() -> "yes" | "no" """Sure?"""\n'
        "program main() {\n  a = t()\n  return { a, p: a.probability, all: [a] }\n}"
    )
    value = run(source, PretendModels(FakeSettings(answers={"": "no"}))).value
    assert isinstance(value, dict)
    assert value["a"] == "no"
    assert value["all"] == ["no"]
    assert isinstance(value["p"], float)
    assert 0.5 < value["p"] <= 1
