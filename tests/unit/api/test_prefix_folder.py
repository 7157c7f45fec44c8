"""Prefixes on disk: found again, bounded, and trusted only as far as they prove what they are."""

import os
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from pp_lang.api.machine import Machine
from pp_lang.api.prefix_folder import PrefixFolder, allowed_bytes
from pp_lang.engine import EngineConfig, PrefixKey, PrefixStore, SavedCells
from pp_lang.engine.engine import Engine
from tests.support.engine_builders import request, run_to_end
from tests.support.sensitive_backend import SensitiveBackend

MACHINE = Machine("a processor", 2, 4, "1.0", "AVX2")
CONFIG = EngineConfig(threads=2)
KEY: PrefixKey = ((0, (1, 2, 3)), (3, (4, 5)))
CELLS: SavedCells = bytes(range(100))
FRAME = 52


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF and weights")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> PrefixFolder:
    return PrefixFolder(tmp_path / "prefixes", 800, lambda: MACHINE)


@pytest.fixture
def store(folder: PrefixFolder, model: Path) -> PrefixStore:
    return folder.of_model(model, CONFIG)


def the_file(folder: PrefixFolder) -> Path:
    (path,) = (path for path in folder.folder.iterdir() if path.is_file())
    return path


def key(number: int) -> PrefixKey:
    return ((0, (number,)),)


def test_what_is_kept_is_found_by_a_later_run(
    folder: PrefixFolder, store: PrefixStore, model: Path
) -> None:
    assert store.find(KEY) is None
    store.keep(KEY, CELLS)
    again = folder.of_model(model, CONFIG).find(KEY)
    assert again is not None
    assert bytes(again) == CELLS


@pytest.mark.parametrize(
    "other", [((0, (1, 2, 3)), (3, (4, 6))), ((0, (1, 2, 3)), (4, (4, 5))), ((0, (1, 2, 3, 4, 5)),)]
)
def test_other_tokens_cuts_and_cells_are_other_prefixes(
    store: PrefixStore, other: PrefixKey
) -> None:
    store.keep(KEY, CELLS)
    assert store.find(other) is None


def test_a_changed_model_has_no_prefixes(
    folder: PrefixFolder, store: PrefixStore, model: Path
) -> None:
    store.keep(KEY, CELLS)
    model.write_bytes(b"GGUF and other weights")
    changed = folder.of_model(model, CONFIG)
    assert changed.find(KEY) is None
    changed.keep(key(7), CELLS)
    assert changed.find(KEY) is None


def test_the_same_model_elsewhere_finds_its_prefixes_once_it_is_known(
    folder: PrefixFolder, store: PrefixStore, model: Path, tmp_path: Path
) -> None:
    store.keep(KEY, CELLS)
    moved = folder.of_model(model.rename(tmp_path / "moved.gguf"), CONFIG)
    moved.keep(key(7), CELLS)
    assert moved.find(KEY) is not None


@pytest.mark.parametrize(
    "other",
    [
        EngineConfig(threads=1),
        EngineConfig(threads=2, flash_attention=False),
        EngineConfig(threads=2, cache_type="q8_0"),
        EngineConfig(threads=2, batch_tokens=256),
        EngineConfig(threads=2, gpu_layers=-1),
    ],
)
def test_settings_that_change_bits_have_prefixes_of_their_own(
    folder: PrefixFolder, store: PrefixStore, model: Path, other: EngineConfig
) -> None:
    store.keep(KEY, CELLS)
    assert folder.of_model(model, other).find(KEY) is None


def test_room_and_width_make_no_difference(
    folder: PrefixFolder, store: PrefixStore, model: Path
) -> None:
    store.keep(KEY, CELLS)
    other = EngineConfig(threads=2, cells=99, max_width=3, batch_invariant=True)
    assert folder.of_model(model, other).find(KEY) is not None


def test_another_build_of_llama_cpp_reads_for_itself(
    folder: PrefixFolder, store: PrefixStore, model: Path
) -> None:
    store.keep(KEY, CELLS)
    newer = Machine("a processor", 2, 4, "1.1", "AVX2")
    again = PrefixFolder(folder.folder, 1_000, lambda: newer)
    assert again.of_model(model, CONFIG).find(KEY) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data + b"\0",
        lambda data: data[:50],
        lambda data: b"x" + data[1:],
        lambda data: data[:-1] + b"\xff",
        lambda data: data[:20] + b"\xff" + data[21:],
        lambda data: os.urandom(len(data)),
    ],
)
def test_a_damaged_file_is_as_good_as_none(
    folder: PrefixFolder, store: PrefixStore, damage: Callable[[bytes], bytes]
) -> None:
    store.keep(KEY, CELLS)
    path = the_file(folder)
    path.write_bytes(damage(path.read_bytes()))
    assert store.find(KEY) is None
    store.keep(KEY, CELLS)
    assert store.find(KEY) is not None


def test_a_prefix_under_the_name_of_another_is_not_taken_for_it(
    folder: PrefixFolder, store: PrefixStore
) -> None:
    store.keep(KEY, CELLS)
    first = the_file(folder)
    data = first.read_bytes()
    first.unlink()
    store.keep(key(7), CELLS)
    the_file(folder).write_bytes(data)
    assert store.find(key(7)) is None


def test_a_folder_in_the_place_of_a_file_harms_nothing(
    folder: PrefixFolder, store: PrefixStore
) -> None:
    store.keep(KEY, CELLS)
    path = the_file(folder)
    path.unlink()
    path.mkdir()
    assert store.find(KEY) is None
    store.keep(KEY, CELLS)
    assert store.find(KEY) is None


def test_what_was_used_least_recently_makes_room(
    folder: PrefixFolder, store: PrefixStore, model: Path
) -> None:
    for number in range(5):
        store.keep(key(number), CELLS)
        os.utime(max(folder.folder.glob("*.cells"), key=os.path.getmtime), (number, number))
    store.find(key(0))
    folder.of_model(model, CONFIG).keep(key(5), CELLS)
    assert [store.find(key(number)) is not None for number in range(6)] == [
        True, False, True, True, True, True,
    ]  # fmt: skip
    assert folder.num_bytes == 5 * (len(CELLS) + FRAME)


def test_a_run_does_not_push_out_what_it_kept_itself(store: PrefixStore) -> None:
    for number in range(9):
        store.keep(key(number), CELLS)
    assert [store.find(key(number)) is not None for number in range(9)] == [True] * 5 + [False] * 4


def test_what_is_larger_than_all_that_may_be_kept_is_not_kept(
    folder: PrefixFolder, store: PrefixStore
) -> None:
    store.keep(key(7), bytes(1_000))
    store.keep(KEY, CELLS)
    assert store.find(key(7)) is None
    assert store.find(KEY) is not None


def test_all_can_be_deleted(folder: PrefixFolder, store: PrefixStore) -> None:
    assert folder.clear() == 0
    store.keep(KEY, CELLS)
    assert folder.clear() == len(CELLS) + FRAME
    assert (folder.num_bytes, store.find(KEY)) == (0, None)


def test_files_are_for_their_user_alone(folder: PrefixFolder, store: PrefixStore) -> None:
    store.keep(KEY, CELLS)
    assert the_file(folder).stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_no_harm(model: Path, tmp_path: Path) -> None:
    (tmp_path / "prefixes").write_text("a file")
    store = PrefixFolder(tmp_path / "prefixes", 1_000, lambda: MACHINE).of_model(model, CONFIG)
    store.keep(KEY, CELLS)
    assert store.find(KEY) is None


def test_a_full_disk_is_no_harm(folder: PrefixFolder, store: PrefixStore) -> None:
    store.keep(KEY, CELLS)
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (FRAME + 10, usual[1]))
    try:
        store.keep(key(7), CELLS)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert store.find(key(7)) is None
    assert the_file(folder).is_file()


def test_a_model_that_is_gone_is_no_harm(store: PrefixStore, model: Path) -> None:
    model.unlink()
    store.keep(KEY, CELLS)
    assert store.find(KEY) is None


def test_a_variable_says_how_much_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    for said, wanted in (("0", 0), ("3", 3_000_000), ("-1", 0), ("much", 2_000_000_000)):
        monkeypatch.setenv("PP_PREFIXES", said)
        assert allowed_bytes() == wanted


def test_an_engine_starts_warm_from_disk(model: Path, tmp_path: Path) -> None:
    folder = PrefixFolder(tmp_path / "prefixes", 1_000_000, lambda: MACHINE)
    config = EngineConfig(batch_tokens=64, threads=2)
    runs = []
    for _ in range(2):
        engine = Engine(SensitiveBackend(config), config, store=folder.of_model(model, config))
        for number in range(3):
            engine.submit(request(f"question {number}", shared="Be kind and brief. " * 12))
        runs.append((run_to_end(engine), engine.statistics().restored_tokens))
    (cold, none), (warm, restored) = runs
    assert warm == cold
    assert (none, restored > 100) == (0, True)
