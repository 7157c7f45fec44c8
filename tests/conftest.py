"""Fixtures for all tests."""

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
