"""The model's file in other layouts, made once a run."""

import tempfile
from functools import cache
from pathlib import Path

from pp_lang.engine.llama_layouts import convert_layout


class ConvertedModels:
    """Copies of one model file, gone when the run ends."""

    def __init__(self, model: Path) -> None:
        self._model = model
        self._folder = tempfile.TemporaryDirectory()
        self.find = cache(self._convert)

    def _convert(self, layout: str | None) -> Path:
        """Return the model's file in a layout; None is as it is."""
        if layout is None:
            return self._model
        target = Path(self._folder.name) / f"{self._model.stem}-{layout}.gguf"
        convert_layout(self._model, target, layout, threads=2)
        return target
