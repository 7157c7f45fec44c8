import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pp_lang.api import TuningStore, tune_model
from pp_lang.api.machine import Machine
from pp_lang.api.tuning import thread_counts
from pp_lang.engine import EngineConfig, Tuned
from pp_lang.errors import InputError, ModelError
from tests.support.pretend_bench import HERE, pretend_bench, write_model

PLAIN = EngineConfig()


def store_in(folder: Path, machine: Machine = HERE) -> TuningStore:
    return TuningStore(folder, lambda: machine)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return write_model(tmp_path / "model.gguf")


@pytest.fixture
def store(tmp_path: Path, model: Path) -> TuningStore:
    """A store that knows `model`."""
    store = store_in(tmp_path / "cache")
    tune_model(model, store, PLAIN, seconds=60, bench=pretend_bench())
    return store


def test_what_is_found_is_used_when_the_model_is_opened(store: TuningStore, model: Path) -> None:
    stored = store.tunings.find(model)
    assert stored is not None
    choice = store.choose(model, PLAIN, exact=False)
    assert choice.config == stored.tuning.chosen.config()
    assert choice.tuned == Tuned(stored.id)
    assert choice.path == model


def test_what_the_user_sets_stands_above_what_was_found(store: TuningStore, model: Path) -> None:
    choice = store.choose(model, EngineConfig(max_width=3, threads=1), exact=False)
    assert (choice.config.max_width, choice.config.threads) == (3, 1)
    assert choice.config.batch_tokens is not None


@pytest.mark.parametrize(
    ("config", "width"),
    [
        (PLAIN, 16),
        (EngineConfig(cells=300), 16),
        (EngineConfig(max_width=4), 4),
        (EngineConfig(threads=1), 1),
        (EngineConfig(flash_attention=False), 1),
        (EngineConfig(cache_type="q8_0"), 1),
        (EngineConfig(batch_tokens=99), 1),
    ],
)
def test_independent_answers_run_side_by_side_only_under_the_settings_that_were_measured(
    store: TuningStore, model: Path, config: EngineConfig, width: int
) -> None:
    asked = replace(config, batch_invariant=True)
    assert store.choose(model, asked, exact=False).config.width == width


def test_a_model_that_was_not_tuned_is_opened_as_ever(store: TuningStore, tmp_path: Path) -> None:
    other = write_model(tmp_path / "other.gguf", "Q4_0")
    choice = store.choose(other, PLAIN, exact=False)
    assert (choice.config, choice.tuned) == (PLAIN, None)


def test_without_any_tuning_the_machine_is_not_even_looked_at(tmp_path: Path, model: Path) -> None:
    def machine() -> Machine:
        raise AssertionError("nobody should ask")

    store = TuningStore(tmp_path / "nothing", machine)
    assert store.choose(model, PLAIN, exact=False).tuned is None


def test_a_missing_model_is_left_to_whoever_opens_it(store: TuningStore, tmp_path: Path) -> None:
    missing = tmp_path / "missing.gguf"
    assert store.choose(missing, PLAIN, exact=False).path == missing


def test_a_copy_of_the_file_elsewhere_is_the_same_model(
    store: TuningStore, model: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.gguf"
    shutil.copy(model, copy)
    os.utime(copy, ns=(1, 1))
    assert store.tunings.find(copy) is not None


def test_other_content_of_the_same_size_is_another_model(store: TuningStore, model: Path) -> None:
    before = model.read_bytes()
    model.write_bytes(b"GGUF" + b"x" * (len(before) - 4))
    os.utime(model, ns=(1, 1))
    assert store.tunings.find(model) is None


@pytest.mark.parametrize(
    "machine",
    [
        replace(HERE, processor="another"),
        replace(HERE, physical_cores=1),
        replace(HERE, llama_cpp="0.0.2"),
        replace(HERE, features="AVX2"),
    ],
)
def test_figures_of_another_machine_or_build_are_not_used(
    store: TuningStore, model: Path, machine: Machine
) -> None:
    assert store_in(store.folder, machine).tunings.find(model) is None


def test_figures_for_other_layers_on_the_gpu_are_not_used(store: TuningStore, model: Path) -> None:
    choice = store.choose(model, EngineConfig(gpu_layers=-1), exact=False)
    assert choice.tuned is None


def test_tuning_again_replaces_what_was_stored(store: TuningStore, model: Path) -> None:
    tune_model(model, store, PLAIN, seconds=2, bench=pretend_bench())
    assert len(list((store.folder / "tunings").iterdir())) == 1


def test_a_damaged_file_is_as_good_as_none(store: TuningStore, model: Path) -> None:
    (file,) = (store.folder / "tunings").iterdir()
    file.write_text(file.read_text()[:-40])
    assert store.tunings.find(model) is None


def test_a_file_of_another_version_is_left_alone(store: TuningStore, model: Path) -> None:
    (file,) = (store.folder / "tunings").iterdir()
    file.write_text(json.dumps({**json.loads(file.read_text()), "version": 99}))
    assert store.tunings.find(model) is None
    assert file.exists()


def test_what_is_forgotten_is_used_no_more(store: TuningStore, model: Path) -> None:
    assert len(store.tunings.remove(model)) == 1
    assert store.choose(model, PLAIN, exact=False).tuned is None
    assert store.tunings.remove(model) == []


def test_nothing_is_kept_of_a_busy_machine_unless_asked(tmp_path: Path, model: Path) -> None:
    store = store_in(tmp_path / "cache")
    with pytest.raises(ModelError, match="others used 60% of the machine") as caught:
        tune_model(model, store, PLAIN, seconds=2, bench=pretend_bench(0.6))
    assert "--busy" in (caught.value.hint or "")
    assert store.tunings.find(model) is None
    tune_model(model, store, PLAIN, seconds=2, bench=pretend_bench(0.6), accepts_busy=True)
    found = store.tunings.find(model)
    assert found is not None
    assert found.other_load == 0.6


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, model: Path) -> None:
    (tmp_path / "file").write_text("")
    store = store_in(tmp_path / "file")
    with pytest.raises(InputError, match=r"file/tunings: cannot be made"):
        tune_model(model, store, PLAIN, seconds=2, bench=pretend_bench())


def test_the_numbers_of_threads_that_are_tried_follow_from_the_cores() -> None:
    assert thread_counts(replace(HERE, physical_cores=8, logical_cores=16)) == (8, 4, 16)
    assert thread_counts(replace(HERE, physical_cores=1, logical_cores=1)) == (1,)
