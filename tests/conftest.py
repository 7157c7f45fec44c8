"""Fixtures for all tests."""

from collections.abc import Iterator

import pytest

from tests.support.golden import Golden
from tests.support.profiles import register_profiles

register_profiles()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what was got into the golden files; the diff is the review",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(is_update=request.config.getoption("--update-golden"))


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees what the user has tuned or keeps its runs, nor measures a model unasked; neither
    do the processes that it starts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("PP_PROBE", "0")
        patch.setenv("PP_RUNS", str(tmp_path_factory.mktemp("runs")))
        patch.setenv("PP_PREFIXES", "0")
        yield
