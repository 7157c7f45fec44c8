"""Pretend models that lean to an answer by as much as the prompt says: for calibration."""

import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp

from pp_lang.engine import (
    GenerationRequest,
    OneOf,
    ScriptedAnswer,
    ScriptedModel,
    open_fake_model,
)
from pp_lang.errors import GenerationError
from pp_lang.evaluation import Value
from pp_lang.runtime import ModelRef, OpenedModel
from tests.support.runtime_builders import PretendModels, WatchedModel, texts

_LEAN = re.compile(r"lean (-?[\d.]+)")


@dataclass
class LeaningModels(PretendModels):
    """Opens models whose first option is likelier than the second by the logarithm in the prompt's
    last `lean 1.5`; elsewhere by what the text in `otherwise` says that the prompt ends with."""

    otherwise: Mapping[str, float] = field(default_factory=dict)
    fails_without_data: bool = False

    def open(self, ref: ModelRef, stop: threading.Event) -> OpenedModel:
        assert not stop.is_set()
        model = WatchedModel(ScriptedModel(open_fake_model(config=self.config).info, self._answer))
        self.opened[ref.location] = model
        return OpenedModel(model, model.close)

    def _answer(self, request: GenerationRequest, _: int) -> ScriptedAnswer:
        if not isinstance(request.form, OneOf):
            return ScriptedAnswer("words")
        yes = 1 / (1 + exp(-self._lean(texts(request.prompt))))
        first, second = request.form.options
        return ScriptedAnswer(first if yes >= 0.5 else second, probabilities=(yes, 1 - yes))

    def _lean(self, prompt: str) -> float:
        found = _LEAN.findall(prompt)
        if found:
            return float(found[-1])
        if self.fails_without_data:
            raise GenerationError("broken logits")
        ends = [end for end in self.otherwise if prompt.endswith(end)]
        return self.otherwise[max(ends, key=len)] if ends else 0.0


def leaning(*leans: float) -> list[Value]:
    """Return texts that a leaning model leans by so much on."""
    return [f"lean {lean}" for lean in leans]
