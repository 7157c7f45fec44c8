"""What models are estimated to take."""

import pytest

from pp_lang.api.model_sizes import available_bytes, cell_values, estimated_bytes
from pp_lang.engine import EngineConfig
from tests.support.engine_builders import find_small_model

FACTS = {
    "general.architecture": "llama",
    "llama.block_count": "30",
    "llama.embedding_length": "576",
    "llama.attention.head_count": "9",
    "llama.attention.head_count_kv": "3",
}


def test_a_cell_keeps_a_key_and_a_value_for_each_head_of_each_layer() -> None:
    assert cell_values(FACTS) == 30 * 3 * (64 + 64)


def test_widths_that_the_file_names_count_instead() -> None:
    named = {"llama.attention.key_length": "256", "llama.attention.value_length": "128"}
    assert cell_values(FACTS | named) == 30 * 3 * (256 + 128)


def test_what_is_not_known_counts_nothing() -> None:
    assert cell_values({}) == 0


def test_free_memory_is_positive_where_it_is_known() -> None:
    size = available_bytes()
    assert size is None or size > 0


@pytest.mark.model
def test_more_cells_take_more_memory() -> None:
    path = find_small_model()
    assert path is not None
    few, many = (estimated_bytes(path, EngineConfig(cells=cells)) for cells in (1024, 2048))
    assert few > path.stat().st_size
    assert many - few == 1024 * 30 * 3 * (64 + 64) * 2
