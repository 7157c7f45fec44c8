import os
from pathlib import Path

import pytest

from pp_lang.api import ConversionOptions, ModelConverter, TuningStore, tune_model
from pp_lang.api.convert_model import make_room
from pp_lang.api.stored_tuning import StoredConversion
from pp_lang.engine import EngineConfig
from pp_lang.errors import InputError, ModelError
from tests.support.pretend_bench import HERE, pretend_bench, write_model

PLAIN = EngineConfig()


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return write_model(tmp_path / "model.gguf")


@pytest.fixture
def store(tmp_path: Path) -> TuningStore:
    return TuningStore(tmp_path / "cache", lambda: HERE)


def convert(
    model: Path,
    store: TuningStore,
    *layouts: str,
    max_loss: float = 0.02,
    load: float = 0.0,
) -> StoredConversion:
    options = ConversionOptions(layouts or ("Q8_0", "Q4_0"), max_loss, 60)
    return ModelConverter(store, options, bench=pretend_bench(load)).convert(model, PLAIN)


def files_in(store: TuningStore) -> list[str]:
    return sorted(file.name for file in store.layouts_folder.rglob("*") if file.is_file())


def test_the_fastest_copy_within_the_loss_is_kept_and_used(model: Path, store: TuningStore) -> None:
    convert(model, store)
    assert files_in(store) == ["model.Q8_0.gguf"]
    choice = store.choose(model, PLAIN, exact=False)
    assert choice.path.read_bytes() == b"GGUFQ8_0"
    assert choice.tuned is not None
    assert choice.tuned.layout == "Q8_0"
    assert 0 <= choice.tuned.loss <= 0.02


def test_a_larger_loss_allows_a_faster_copy(model: Path, store: TuningStore) -> None:
    found = convert(model, store, max_loss=9.0)
    assert found.chosen is not None
    assert found.chosen.layout == "Q4_0"


def test_the_source_is_never_changed(model: Path, store: TuningStore) -> None:
    before = model.read_bytes()
    convert(model, store)
    assert model.read_bytes() == before


def test_an_exact_run_reads_the_file_itself(model: Path, store: TuningStore) -> None:
    convert(model, store)
    choice = store.choose(model, PLAIN, exact=True)
    assert (choice.path, choice.tuned) == (model, None)


def test_no_copy_is_kept_where_none_is_good_enough(model: Path, store: TuningStore) -> None:
    found = convert(model, store, "Q4_0")
    assert found.chosen is None
    assert files_in(store) == []
    assert store.choose(model, PLAIN, exact=False).path == model


def test_a_layout_that_cannot_be_made_is_passed_over(model: Path, store: TuningStore) -> None:
    found = convert(model, store, "IQ4_NL", "Q8_0")
    assert [trial.layout for trial in found.trials] == ["as it is", "Q8_0"]


def test_a_copy_that_is_gone_or_changed_is_not_used(model: Path, store: TuningStore) -> None:
    found = convert(model, store)
    assert found.chosen is not None
    copy = Path(found.chosen.file.path)
    copy.write_bytes(copy.read_bytes()[:-1] + b"?")
    os.utime(copy, ns=(1, 1))
    assert store.choose(model, PLAIN, exact=False).path == model
    copy.unlink()
    assert store.choose(model, PLAIN, exact=False).path == model


def test_a_source_that_changed_is_not_answered_for_by_its_old_copy(
    model: Path, store: TuningStore
) -> None:
    convert(model, store)
    model.write_bytes(b"GGUFSource")
    assert store.choose(model, PLAIN, exact=False).path == model


def test_the_copy_has_settings_of_its_own(model: Path, store: TuningStore) -> None:
    found = convert(model, store)
    assert found.chosen is not None
    of_copy = tune_model(
        Path(found.chosen.file.path), store, PLAIN, seconds=60, bench=pretend_bench()
    )
    of_source = tune_model(model, store, PLAIN, seconds=60, bench=pretend_bench())
    assert of_copy.model != of_source.model
    choices = [store.choose(model, PLAIN, exact=exact).tuned for exact in (False, True)]
    assert [one.layout for one in choices if one] == ["Q8_0", None]


def test_nothing_is_kept_of_a_busy_machine(model: Path, store: TuningStore) -> None:
    with pytest.raises(ModelError, match="others used 50%"):
        convert(model, store, load=0.5)
    assert files_in(store) == []


def test_a_folder_that_cannot_be_used_is_named(model: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be used"):
        convert(model, TuningStore(tmp_path / "file", lambda: HERE))


def test_the_oldest_copies_go_first_where_there_are_too_many(tmp_path: Path) -> None:
    files = []
    for age, name in enumerate(["new", "old", "oldest"]):
        (tmp_path / name).mkdir()
        files.append(write_model(tmp_path / name / "model.gguf"))
        os.utime(files[-1], ns=(10 - age, 10 - age))
    make_room(tmp_path, 12, keep=tmp_path / "oldest")
    assert [file.exists() for file in files] == [False, False, True]
    make_room(tmp_path, 0, keep=tmp_path / "oldest")
    assert files[2].exists()
