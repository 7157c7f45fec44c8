"""Where a user's files are, on each platform."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pp_lang.user_folders import cache_folder, data_folder


def without_variables(patch: pytest.MonkeyPatch, platform: str) -> None:
    patch.delenv("XDG_CACHE_HOME", raising=False)
    patch.delenv("XDG_DATA_HOME", raising=False)
    patch.setattr(sys, "platform", platform)


@pytest.mark.parametrize(
    ("platform", "cache", "data"),
    [
        ("linux", ".cache/pp", ".local/share/pp"),
        ("darwin", "Library/Caches/pp", "Library/Application Support/pp"),
        ("win32", "AppData/Local/pp", "AppData/Local/pp"),
    ],
)
def test_each_platform_has_its_places(
    monkeypatch: pytest.MonkeyPatch, platform: str, cache: str, data: str
) -> None:
    without_variables(monkeypatch, platform)
    assert cache_folder() == Path.home() / cache
    assert data_folder() == Path.home() / data


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
@pytest.mark.parametrize(
    ("variable", "folder"), [("XDG_CACHE_HOME", cache_folder), ("XDG_DATA_HOME", data_folder)]
)
def test_a_variable_names_the_place_on_every_platform(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    variable: str,
    folder: Callable[[], Path],
) -> None:
    without_variables(monkeypatch, platform)
    monkeypatch.setenv(variable, str(tmp_path))
    assert folder() == tmp_path / "pp"


@pytest.mark.parametrize("named", ["", "cache", "./cache"])
def test_a_variable_that_names_no_whole_path_is_not_used(
    monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    without_variables(monkeypatch, "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    assert cache_folder() == Path.home() / ".cache" / "pp"
