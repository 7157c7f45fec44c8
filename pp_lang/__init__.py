"""pp: a small declarative language for prompt programs, its compiler and its local runtime.

`compile("file.pp").run(...)` is the way in. What is heavy loads when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from pp_lang.errors import (
    CancelledRunError,
    CompileError,
    GenerationError,
    InputError,
    InternalError,
    ModelError,
    PPError,
    RunError,
)

if TYPE_CHECKING:
    from pp_lang.api import Model, Program, RunOptions, open_model
    from pp_lang.api import compile_program as compile  # noqa: A004  # `pp_lang.compile` reads best
    from pp_lang.engine import EngineConfig
    from pp_lang.runtime import (
        GenerationRetried,
        ItemFinished,
        NodeFinished,
        NodeProgress,
        NodeStarted,
        RunEvent,
        RunFinished,
        RunStarted,
        RunStatistics,
        TextDelta,
    )

_HOMES = {
    "EngineConfig": "pp_lang.engine",
    "GenerationRetried": "pp_lang.runtime",
    "ItemFinished": "pp_lang.runtime",
    "Model": "pp_lang.api",
    "NodeFinished": "pp_lang.runtime",
    "NodeProgress": "pp_lang.runtime",
    "NodeStarted": "pp_lang.runtime",
    "Program": "pp_lang.api",
    "RunEvent": "pp_lang.runtime",
    "RunFinished": "pp_lang.runtime",
    "RunOptions": "pp_lang.api",
    "RunStarted": "pp_lang.runtime",
    "RunStatistics": "pp_lang.runtime",
    "TextDelta": "pp_lang.runtime",
    "compile": "pp_lang.api",
    "open_model": "pp_lang.api",
}
"""Where each name lives that loads when it is first used."""

__all__ = [
    "CancelledRunError",
    "CompileError",
    "EngineConfig",
    "GenerationError",
    "GenerationRetried",
    "InputError",
    "InternalError",
    "ItemFinished",
    "Model",
    "ModelError",
    "NodeFinished",
    "NodeProgress",
    "NodeStarted",
    "PPError",
    "Program",
    "RunError",
    "RunEvent",
    "RunFinished",
    "RunOptions",
    "RunStarted",
    "RunStatistics",
    "TextDelta",
    "compile",
    "open_model",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module `pp_lang` has no attribute `{name}`")
    value = getattr(import_module(_HOMES[name]), "compile_program" if name == "compile" else name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
