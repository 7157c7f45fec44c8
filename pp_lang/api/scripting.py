"""Models that answer for the templates that a test scripts."""

import json
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pp_lang.errors import GenerationError, InternalError

if TYPE_CHECKING:
    from pp_lang.engine import GenerationRequest, LanguageModel, ScriptedAnswer
    from pp_lang.evaluation import Value
    from pp_lang.runtime import ModelOpener, ModelRef, OpenedModel
    from pp_lang.semantics import CheckedTest, TypedExpr

_WIDTH = 64
_CELLS = 1_000_000


class ScriptedModels:
    """Opens a model for each scripted template, and leaves all else to another opener.

    A model answers in the order in which its requests are submitted. That is the order of the
    program among calls that are ready at the same time, items of a list by their index.
    """

    def __init__(self, texts: Mapping[str, tuple[str, ...]], others: "ModelOpener") -> None:
        from pp_lang.runtime import scripted_model_name

        self._texts = {scripted_model_name(name): (name, one) for name, one in texts.items()}
        self._others = others

    def open(self, ref: "ModelRef", stop: threading.Event) -> "OpenedModel":
        """Return the model that `ref` means. Raises `ModelError`."""
        from pp_lang.runtime import OpenedModel

        if ref.location not in self._texts:
            return self._others.open(ref, stop)
        model = _scripted_model(*self._texts[ref.location])
        return OpenedModel(model, model.close)


def scripted_texts(test: "CheckedTest") -> dict[str, tuple[str, ...]]:
    """Return what each scripted template answers, as a model would write it.

    Raises the `RunError` of a list that cannot be computed.
    """
    return {template: tuple(map(_as_text, _values(answers))) for template, answers in test.scripted}


def scripted_values(test: "CheckedTest") -> "dict[str, list[Value]]":
    """Return what each scripted function of Python gives. Raises as `scripted_texts` does."""
    return {extern: _values(answers) for extern, answers in test.externs}


def _values(answers: "TypedExpr") -> "list[Value]":
    from pp_lang.evaluation import Environment, evaluate

    values = evaluate(answers, Environment())
    if not isinstance(values, list):
        raise InternalError("answers are no list")
    return values


def _as_text(value: "Value") -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _scripted_model(template: str, texts: tuple[str, ...]) -> "LanguageModel":
    from pp_lang.engine import ModelInfo, ScriptedAnswer, ScriptedModel

    def answer(_request: "GenerationRequest", number: int) -> "ScriptedAnswer":
        if number >= len(texts):
            raise GenerationError(
                f"`{template}` is called more often than the test has answers ({len(texts)}): "
                f"add to `answers {template}`"
            )
        return ScriptedAnswer(texts[number])

    return ScriptedModel(
        ModelInfo(
            name="scripted",
            path=None,
            architecture="scripted",
            parameters=0,
            size_bytes=0,
            trained_context=_CELLS,
            vocabulary=0,
            has_chat_template=True,
            can_share_prefix=True,
            cells=_CELLS,
            max_width=_WIDTH,
            cell_bytes=0,
        ),
        answer,
    )
