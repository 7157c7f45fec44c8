"""Answers that are guessed ahead are the answers that would be written anyway."""

import gc
from dataclasses import replace
from itertools import pairwise

import pytest

from pp_lang.engine import (
    EngineConfig,
    Failed,
    FakeSettings,
    GenerationRequest,
    GenerationResult,
    JsonText,
    OutputForm,
    RegexText,
)
from pp_lang.engine.language_model import ModelStatistics
from pp_lang.engine.sequence import Sequence
from pp_lang.engine.step_costs import StepCosts
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import (
    TRIAGE_SCHEMA,
    answer_all,
    build_fake,
    ends_of,
    request,
    run_to_end,
)

TEXT = (
    "the silver river and the green valley meet under a bright morning sky while people walk home"
    " along the old stone road to the quiet town near the western harbour"
)
FREE_ROWS = StepCosts(((1, 1.0), (1000, 1.01)))
"""Rows that cost next to nothing: whatever is guessed runs."""


def ask_both(
    requests: list[GenerationRequest],
    settings: FakeSettings | None = None,
    config: EngineConfig | None = None,
) -> tuple[list[GenerationResult], list[GenerationResult], ModelStatistics]:
    """Return the answers without and with drafts, and the figures of the latter."""
    settings = settings or FakeSettings(answers={"Repeat": TEXT})
    config = config or EngineConfig()
    plain, _ = build_fake(settings, config)
    drafting, backend = build_fake(
        settings, replace(config, speculate="lookup", step_costs=FREE_ROWS)
    )
    without, with_drafts = answer_all(plain, requests), answer_all(drafting, requests)
    assert backend.num_held == (0, 0)
    statistics = drafting.statistics()
    assert statistics.cells_in_use == 0
    assert plain.statistics().drafted_tokens == 0
    return without, with_drafts, statistics


def repeat(
    form: OutputForm | None = None, *, shared: str = "", **sampling: object
) -> GenerationRequest:
    params = SamplingParams(**sampling)  # type: ignore[arg-type]  # fields by name
    return request(f"Repeat: {TEXT}", form, shared=shared, sampling=params)


def test_a_copied_answer_is_the_same_in_fewer_steps() -> None:
    without, with_drafts, statistics = ask_both([repeat()])
    assert with_drafts == without
    assert with_drafts[0].text == TEXT
    assert statistics.steps < without[0].tokens.sampled / 3
    assert 0 < statistics.accepted_tokens <= statistics.drafted_tokens


def test_the_text_to_copy_may_be_in_the_shared_part() -> None:
    without, with_drafts, statistics = ask_both(
        [request("Repeat it", shared=TEXT), request("Repeat that", shared=TEXT)]
    )
    assert with_drafts == without
    assert statistics.accepted_tokens > 0


@pytest.mark.parametrize(
    "sampling",
    [
        SamplingParams(),
        SamplingParams(max_tokens=1),
        SamplingParams(max_tokens=2),
        SamplingParams(max_tokens=7),
        SamplingParams(stop=("morning",)),
        SamplingParams(stop=("road to the", "bright m")),
        SamplingParams(repeat_penalty=1.3),
        SamplingParams(temperature=0.7, seed=3),
        SamplingParams(temperature=1.5, seed=4, top_k=0, top_p=1.0, min_p=0.0),
        SamplingParams(temperature=1.2, seed=5, repeat_penalty=1.1, top_k=8),
        SamplingParams(temperature=1.0, seed=6, min_p=0.2, top_p=0.6, stop=("valley",)),
    ],
    ids=str,
)
@pytest.mark.parametrize("width", [1, 3])
def test_drafts_change_no_answer_under_any_sampling(sampling: SamplingParams, width: int) -> None:
    questions = [f"Repeat, number {number}: {TEXT}" for number in range(width)]
    requests = [
        replace(
            request(each, sampling=replace(sampling, seed=sampling.seed + n)), wants_entropy=True
        )
        for n, each in enumerate(questions)
    ]
    without, with_drafts, statistics = ask_both(requests)
    # Log-probabilities and entropies are among what is compared.
    assert with_drafts == without
    if sampling.max_tokens is None or sampling.max_tokens > 5:
        assert statistics.drafted_tokens > 0


def test_no_token_is_drafted_that_the_limit_leaves_no_room_for() -> None:
    for limit in (3, 4, 5, 6):
        _, (answer,), statistics = ask_both([repeat(max_tokens=limit)])
        assert answer.reason == "max_tokens"
        assert statistics.drafted_tokens <= limit - 3


QUOTES = '{"mood":"happy","score":3,"topic":"river"}'


@pytest.mark.parametrize("temperature", [0.0, 1.3])
@pytest.mark.parametrize(
    "form", [JsonText(TRIAGE_SCHEMA), RegexText(r"the [a-z ]{5,60}\.")], ids=["json", "regex"]
)
def test_drafts_change_no_answer_under_a_form(form: OutputForm, temperature: float) -> None:
    settings = FakeSettings(answers={"Repeat": QUOTES if isinstance(form, JsonText) else TEXT})
    requests = [
        request(
            f"Repeat: {QUOTES} and {TEXT}",
            form,
            sampling=SamplingParams(temperature=temperature, seed=seed),
        )
        for seed in range(4)
    ]
    for one in requests:
        without, with_drafts, _ = ask_both([one], settings)
        assert with_drafts == without


def test_forced_tokens_that_were_drafted_are_not_computed_again() -> None:
    schema = (
        '{"type": "object", "properties": {"first": {"enum": ["river", "road"]},'
        ' "second": {"enum": ["river", "road"]}, "third": {"enum": ["river", "road"]}},'
        ' "required": ["first", "second", "third"], "additionalProperties": false}'
    )
    record = '{"first":"river","second":"road","third":"river"}'
    settings = FakeSettings(answers={"Repeat": record})
    one = request(f"Repeat: {record}", JsonText(schema))
    without, with_drafts, statistics = ask_both([one], settings)
    assert with_drafts == without
    assert with_drafts[0].tokens.forced > 0
    assert statistics.accepted_tokens > 0


def test_a_draft_ends_where_the_form_forbids_it() -> None:
    settings = FakeSettings(answers={"Repeat": "the river and the valley"})
    one = request("Repeat: the river; and the valley; now", RegexText("[a-z ]{20,40}"))
    without, with_drafts, statistics = ask_both([one], settings)
    assert with_drafts == without
    # What the prompt has after each word is a semicolon or right.
    assert statistics.drafted_tokens == statistics.accepted_tokens > 0


def test_a_draft_that_leaves_the_forced_tokens_ends_there() -> None:
    schema = (
        '{"type": "object", "properties": {"first": {"enum": ["river", "road"]},'
        ' "second": {"enum": ["river", "road"]}, "last": {"enum": ["river", "road"]}},'
        ' "required": ["first", "second", "last"], "additionalProperties": false}'
    )
    settings = FakeSettings(answers={"Repeat": '{"first":"river","second":"road","last":"river"}'})
    one = request('Repeat: {"first":"river","second":"road","other":"road"}', JsonText(schema))
    for temperature in (0.0, 1.0):
        asked = replace(one, sampling=SamplingParams(temperature=temperature, seed=2))
        without, with_drafts, statistics = ask_both([asked], settings)
        assert with_drafts == without
        assert statistics.accepted_tokens > 0


def test_answers_that_have_ended_are_forgotten() -> None:
    def count_sequences() -> int:
        gc.collect()
        return sum(isinstance(one, Sequence) for one in gc.get_objects())

    model, _ = build_fake(
        FakeSettings(answers={"Repeat": TEXT}),
        EngineConfig(speculate="lookup", step_costs=FREE_ROWS),
    )
    before = count_sequences()
    answer_all(model, [repeat(), repeat()])
    assert model.statistics().drafted_tokens > 0
    assert count_sequences() == before


def test_control_tokens_of_the_prompt_are_never_drafted() -> None:
    one = request("Say: the river and", sampling=SamplingParams())
    settings = FakeSettings(answers={"Say": "the river and the river and the river and"})
    without, with_drafts, _ = ask_both([one], settings)
    assert with_drafts == without


def test_answers_that_are_sent_back_for_lack_of_cells_stay_the_same() -> None:
    form = RegexText("[a-z ]{600,}")
    script = " ".join([TEXT] * 4)
    requests = [request(f"Repeat {n}: {TEXT}", form) for n in range(3)]
    settings = FakeSettings(answers={"Repeat": script})
    without, with_drafts, statistics = ask_both(requests, settings, EngineConfig(cells=1300))
    assert with_drafts == without
    assert statistics.accepted_tokens > 0


def test_a_draft_keeps_to_the_rows_of_a_batch_and_to_the_cells() -> None:
    for rows in (8, 9, 16):
        without, with_drafts, statistics = ask_both(
            [repeat(), repeat()], config=EngineConfig(batch_tokens=rows)
        )
        assert with_drafts == without
        assert statistics.accepted_tokens > 0


def test_a_cancelled_answer_leaves_nothing_behind() -> None:
    config = EngineConfig(speculate="lookup", step_costs=FREE_ROWS)
    model, backend = build_fake(FakeSettings(answers={"Repeat": TEXT}), config)
    number = model.submit(repeat())
    while model.statistics().drafted_tokens == 0:
        model.step()
    model.cancel(number)
    assert not model.has_work
    assert backend.num_held == (0, 0)


def test_broken_logits_fail_an_answer_as_they_do_without_drafts() -> None:
    config = EngineConfig(speculate="lookup", step_costs=FREE_ROWS)
    settings = FakeSettings(answers={"Repeat": TEXT}, fail_prompts_with="Repeat")
    model, backend = build_fake(settings, config)
    number = model.submit(repeat())
    end = ends_of(run_to_end(model))[number]
    assert isinstance(end, Failed)
    assert "broken logits" in end.message
    assert backend.num_held == (0, 0)


def test_nothing_is_drafted_unless_asked_for_or_measured() -> None:
    for config in (
        EngineConfig(),
        EngineConfig(speculate="off"),
        EngineConfig(speculate="off", step_costs=FREE_ROWS),
        EngineConfig(speculate="lookup", step_costs=FREE_ROWS, batch_invariant=True),
    ):
        model, _ = build_fake(FakeSettings(answers={"Repeat": TEXT}), config)
        answer_all(model, [repeat()])
        assert model.statistics().drafted_tokens == 0
    measured, _ = build_fake(
        FakeSettings(answers={"Repeat": TEXT}), EngineConfig(step_costs=FREE_ROWS)
    )
    answer_all(measured, [repeat()])
    assert measured.statistics().drafted_tokens > 0


def test_nothing_is_drafted_where_a_sequence_cannot_be_cut_back() -> None:
    settings = FakeSettings(answers={"Repeat": TEXT}, can_share_prefix=False)
    without, with_drafts, statistics = ask_both([repeat()], settings)
    assert with_drafts == without
    assert statistics.drafted_tokens == 0


def test_wide_batches_draft_nothing_where_rows_cost_their_full_share() -> None:
    config = EngineConfig(speculate="lookup", step_costs=StepCosts(((1, 1.0), (2, 1.2), (3, 2.2))))
    model, _ = build_fake(FakeSettings(answers={"Repeat": TEXT}), config)
    answer_all(model, [repeat()])
    alone = model.statistics().drafted_tokens
    assert alone > 0
    answer_all(model, [repeat() for _ in range(8)])
    # The last answers run together to their end, so none of them is ever alone.
    assert model.statistics().drafted_tokens == alone


def test_guesses_that_are_wrong_soon_stop_being_run() -> None:
    config = EngineConfig(speculate="lookup")  # a further row costs half a step
    words = TEXT.split()
    prompt = " ".join(f"{a} {b} wrong" for a, b in pairwise(words))
    model, _ = build_fake(FakeSettings(answers={"Mislead": TEXT}), config)
    answer_all(model, [request(f"Mislead: {prompt}")])
    statistics = model.statistics()
    assert statistics.drafted_tokens <= statistics.sampled_tokens / 10


def test_the_same_requests_draft_the_same() -> None:
    figures = []
    for _ in range(2):
        _, _, statistics = ask_both([repeat(temperature=1.0, seed=9), repeat()])
        figures.append((statistics.steps, statistics.drafted_tokens, statistics.accepted_tokens))
    assert figures[0] == figures[1]
