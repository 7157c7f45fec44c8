"""Models that answer for the templates that a test scripts."""

import json
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from pp_lang.errors import GenerationError, InternalError

if TYPE_CHECKING:
    from pp_lang.engine import GenerationRequest, LanguageModel, ModelInfo, ScriptedAnswer
    from pp_lang.evaluation import Value
    from pp_lang.runtime import ModelRef, OpenedModel
    from pp_lang.semantics import CheckedTest

SCRIPTED = "scripted"
_WIDTH = 64
_CELLS = 1_000_000


class TestModels:
    """Opens a model for each scripted template, and another one for all else; counts the answers.

    A scripted model answers in the order in which its requests are submitted. That is the order of
    the program among calls that are ready at the same time, items of a list by their index.
    """

    __test__ = False  # no test class, whatever pytest thinks of its name

    def __init__(
        self,
        texts: Mapping[str, tuple[str, ...]],
        open_other: "Callable[[threading.Event], OpenedModel]",
    ) -> None:
        from pp_lang.runtime import scripted_model_name

        self._texts = {scripted_model_name(name): (name, one) for name, one in texts.items()}
        self._open_other = open_other
        self.counts: Counter[str] = Counter()
        """Answers by the model that gave them."""

    def open(self, ref: "ModelRef", stop: threading.Event) -> "OpenedModel":
        """Return the model that `ref` means. Raises `ModelError`."""
        from pp_lang.runtime import OpenedModel

        if ref.location in self._texts:
            model = _scripted_model(*self._texts[ref.location])
            opened = OpenedModel(model, model.close)
        else:
            opened = self._open_other(stop)
        num_before = opened.model.statistics().finished

        def give_back() -> None:
            num_after = opened.model.statistics().finished
            self.counts[opened.model.info.name] += num_after - num_before
            opened.give_back()

        return OpenedModel(opened.model, give_back)


def scripted_texts(test: "CheckedTest") -> dict[str, tuple[str, ...]]:
    """Return what each scripted template answers, as a model would write it.

    Raises the `RunError` of a list that cannot be computed.
    """
    from pp_lang.evaluation import Environment, evaluate

    texts: dict[str, tuple[str, ...]] = {}
    for template, answers in test.scripted:
        values = evaluate(answers, Environment())
        if not isinstance(values, list):
            raise InternalError(f"the answers of {template} are no list")
        texts[template] = tuple(map(_as_text, values))
    return texts


def pretend_info(name: str) -> "ModelInfo":
    """Return the facts of a model that is none and has room for everything."""
    from pp_lang.engine import ModelInfo

    return ModelInfo(
        name=name,
        path=None,
        architecture=name,
        parameters=0,
        size_bytes=0,
        trained_context=_CELLS,
        vocabulary=0,
        has_chat_template=True,
        can_share_prefix=True,
        cells=_CELLS,
        max_width=_WIDTH,
        cell_bytes=0,
    )


def _as_text(value: "Value") -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _scripted_model(template: str, texts: tuple[str, ...]) -> "LanguageModel":
    from pp_lang.engine import ScriptedAnswer, ScriptedModel

    def answer(_request: "GenerationRequest", number: int) -> "ScriptedAnswer":
        if number >= len(texts):
            raise GenerationError(
                f"`{template}` is called more often than the test has answers ({len(texts)}): "
                f"add to `answers {template}`"
            )
        return ScriptedAnswer(texts[number])

    return ScriptedModel(pretend_info(SCRIPTED), answer)
