"""With `batch_invariant` an answer's bytes follow from its own request, whatever else runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pp_lang.engine import (
    Cut,
    Engine,
    EngineConfig,
    GenerationRequest,
    GenerationResult,
    GivenText,
    HoldId,
    JsonText,
    OneOf,
    Piece,
    Prompt,
    Turn,
)
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import TRIAGE_SCHEMA, answer_all, ask, request
from tests.support.sensitive_backend import SensitiveBackend

PLAIN = EngineConfig(cells=2048, batch_tokens=64)
INVARIANT = EngineConfig(cells=2048, batch_tokens=64, batch_invariant=True)
POLICY, HANDBOOK = "Be kind and brief. " * 4, "The desk closes at five. " * 3
EIGHT = [request(f"question {number}", shared=POLICY) for number in range(8)]
SHORT = SamplingParams(max_tokens=9)


def build(config: EngineConfig = INVARIANT) -> Engine:
    return Engine(SensitiveBackend(config), config)


def alone(one: GenerationRequest) -> GenerationResult:
    return answer_all(build(), [one])[0]


def said(result: GenerationResult) -> tuple[object, ...]:
    return result.text, result.logprobs, result.option_logprobs


def nested(question: str, *heads: str) -> GenerationRequest:
    parts = [part for head in heads for part in (Piece(head, is_trusted=True), Cut())]
    turn = Turn("user", (*parts, Piece(question, is_trusted=False)))
    return GenerationRequest(Prompt((turn,)), sampling=SHORT)


def test_a_model_whose_bits_depend_on_its_batches_answers_otherwise_among_others() -> None:
    among = answer_all(build(PLAIN), EIGHT)
    assert [said(one) for one in among] != [
        said(answer_all(build(PLAIN), [one])[0]) for one in EIGHT
    ]


def test_an_answer_is_the_same_alone_and_among_eight() -> None:
    assert [said(one) for one in answer_all(build(), EIGHT)] == [said(alone(one)) for one in EIGHT]


def test_an_answer_is_the_same_after_others_with_other_prefixes() -> None:
    engine = build()
    answer_all(engine, [request("first", shared=HANDBOOK), *EIGHT[:3]])
    assert said(answer_all(engine, [EIGHT[5]])[0]) == said(alone(EIGHT[5]))


def test_an_answer_is_the_same_where_its_prefix_was_held_dropped_and_read_again() -> None:
    engine = build()
    holds: list[HoldId] = [engine.hold(ask("", shared=text)) for text in (POLICY, HANDBOOK)]
    mixed = [EIGHT[0], request("first", shared=HANDBOOK), EIGHT[1]]
    assert [said(one) for one in answer_all(engine, mixed)] == [said(alone(one)) for one in mixed]
    for hold in holds:
        engine.release(hold)
    assert engine.statistics().cells_in_use == 0


def test_an_answer_is_the_same_after_one_that_was_given_up() -> None:
    engine = build()
    dropped = engine.submit(EIGHT[0])
    for _ in range(2):
        engine.step()
    engine.cancel(dropped)
    assert said(answer_all(engine, [EIGHT[1]])[0]) == said(alone(EIGHT[1]))


FORMS = (
    JsonText(TRIAGE_SCHEMA),
    OneOf(("yes", "no", "perhaps later")),
    GivenText("the sea is a mirror " * 8),
)
REQUESTS = st.one_of(
    st.builds(
        nested,
        st.sampled_from(["why", "how many", "the sea " * 30]),
        *[st.sampled_from([POLICY, HANDBOOK])] * 2,
    ),
    st.builds(
        lambda question, form, shared: (
            request(question, form, shared=shared, sampling=SHORT)
            if not isinstance(form, JsonText)
            else request(question, form, shared=shared)
        ),
        st.sampled_from(["why", "how many"]),
        st.sampled_from(FORMS),
        st.sampled_from(["", POLICY, HANDBOOK]),
    ),
)


@given(st.lists(st.tuples(REQUESTS, st.integers(0, 5)), min_size=1, max_size=6))
def test_any_requests_are_answered_as_if_each_were_alone(
    work: list[tuple[GenerationRequest, int]],
) -> None:
    engine = build()
    for one, steps in work:
        engine.submit(one)
        for _ in range(steps):
            engine.step()
    results = answer_all(engine, [one for one, _ in work])
    assert [said(one) for one in results] == [said(alone(one)) for one, _ in work]


@pytest.mark.parametrize("width", [1, 4])
def test_answers_run_side_by_side_only_as_far_as_was_found_to_be_harmless(width: int) -> None:
    config = EngineConfig(batch_invariant=True, invariant_width=width)
    engine = build(config)
    answer_all(engine, EIGHT)
    assert engine.statistics().width_peak == width
