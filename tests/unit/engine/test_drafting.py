"""Answers that are guessed ahead are the answers that would be written anyway."""

from dataclasses import replace

import pytest

from pp_lang.engine import (
    EngineConfig,
    FakeSettings,
    GenerationRequest,
    GenerationResult,
    JsonText,
    OutputForm,
    RegexText,
)
from pp_lang.engine.language_model import ModelStatistics
from pp_lang.engine.step_costs import StepCosts
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import (
    TRIAGE_SCHEMA,
    answer_all,
    build_fake,
    request,
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
