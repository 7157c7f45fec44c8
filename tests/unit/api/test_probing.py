from pathlib import Path

import pytest

from pp_lang.api import TuningStore, probe_model, tune_model
from pp_lang.engine import DEFAULT_WIDTH, EngineConfig
from tests.support.pretend_bench import HERE, pretend_bench, write_model

PLAIN = EngineConfig()


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return write_model(tmp_path / "model.gguf")


@pytest.fixture
def store(tmp_path: Path) -> TuningStore:
    return TuningStore(tmp_path / "cache", lambda: HERE)


def test_a_first_look_is_kept_and_used(store: TuningStore, model: Path) -> None:
    found = probe_model(model, store, PLAIN, bench=pretend_bench())
    assert found is not None
    assert found.tuning.chosen.max_width > DEFAULT_WIDTH  # wide pays on the pretended machine
    choice = store.choose(model, PLAIN, exact=False)
    assert choice.config == found.tuning.chosen.config()


def test_nothing_is_looked_at_twice(store: TuningStore, model: Path) -> None:
    assert probe_model(model, store, PLAIN, bench=pretend_bench()) is not None
    assert probe_model(model, store, PLAIN, bench=pretend_bench()) is None


def test_a_tuned_model_is_left_as_it_is(store: TuningStore, model: Path) -> None:
    tuned = tune_model(model, store, PLAIN, seconds=60, bench=pretend_bench())
    assert probe_model(model, store, PLAIN, bench=pretend_bench()) is None
    assert store.tunings.find(model) == tuned


def test_on_a_busy_machine_the_usual_settings_are_kept_for_all_runs_to_come(
    store: TuningStore, model: Path
) -> None:
    found = probe_model(model, store, PLAIN, bench=pretend_bench(load=0.6))
    assert found is not None
    assert found.tuning.chosen.max_width == DEFAULT_WIDTH
    assert probe_model(model, store, PLAIN, bench=pretend_bench()) is None


def test_what_cannot_be_kept_is_not_used(tmp_path: Path, model: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    store = TuningStore(tmp_path / "file", lambda: HERE)
    assert probe_model(model, store, PLAIN, bench=pretend_bench()) is None
    assert store.choose(model, PLAIN, exact=False).tuned is None
