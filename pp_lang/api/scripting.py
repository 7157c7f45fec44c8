"""Models that answer for the templates that a test scripts."""

import json
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pp_lang.errors import GenerationError, RunError
from pp_lang.semantics import ANSWER

if TYPE_CHECKING:
    from pp_lang.engine import GenerationRequest, LanguageModel, ModelInfo, ScriptedAnswer
    from pp_lang.evaluation import Value
    from pp_lang.runtime import ModelRef, OpenedModel
    from pp_lang.semantics import CheckedTest, TypedExpr

SCRIPTED = "scripted"
_WIDTH = 64
_CELLS = 1_000_000


class CaseModels:
    """Opens a model for each scripted template, and another one for all else; counts the answers.

    A scripted model answers in the order in which its requests are submitted. That is the order of
    the program among calls that are ready at the same time, items of a list by their index.
    """

    def __init__(
        self,
        answers: "Mapping[str, tuple[ScriptedAnswer, ...]]",
        open_other: "Callable[[threading.Event], OpenedModel]",
    ) -> None:
        from pp_lang.runtime import scripted_model_name

        self._answers = {scripted_model_name(name): (name, one) for name, one in answers.items()}
        self._open_other = open_other
        self.counts: Counter[str] = Counter()
        """Answers by the model that gave them."""

    def open(self, ref: "ModelRef", stop: threading.Event) -> "OpenedModel":
        """Return the model that `ref` means. Raises `ModelError`."""
        from pp_lang.runtime import OpenedModel

        if ref.location in self._answers:
            model = _scripted_model(*self._answers[ref.location])
            opened = OpenedModel(model, model.close)
        else:
            opened = self._open_other(stop)
        num_before = opened.model.statistics().finished

        def give_back() -> None:
            num_after = opened.model.statistics().finished
            self.counts[opened.model.info.name] += num_after - num_before
            opened.give_back()

        return OpenedModel(opened.model, give_back)


def scripted_answers(test: "CheckedTest") -> "dict[str, tuple[ScriptedAnswer, ...]]":
    """Return what each scripted template answers.

    Raises the `RunError` of a list that cannot be computed, or of a score that no model can have.
    """
    return {
        one.template: tuple(
            _scored(value) if index in one.scored else _plain(value)
            for index, value in enumerate(_values(one.answers))
        )
        for one in test.scripted
    }


def scripted_values(test: "CheckedTest") -> "dict[str, list[Value]]":
    """Return what each scripted function of Python gives. Raises as `scripted_answers` does."""
    return {extern: _values(answers) for extern, answers in test.externs}


def _values(answers: "TypedExpr") -> "list[Value]":
    from pp_lang.evaluation import Environment, evaluate_list

    return evaluate_list(answers, Environment())


def _plain(value: "Value") -> "ScriptedAnswer":
    from pp_lang.engine import ScriptedAnswer

    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return ScriptedAnswer(text)


def _scored(value: "Value") -> "ScriptedAnswer":
    assert isinstance(value, dict), "the checker lets only records have scores"
    scores: dict[str, Any] = {  # Any: the checker gave each its type
        name: one for name, one in value.items() if name != ANSWER
    }
    if scores.get("logprob", 0) > 0:
        raise RunError("the `logprob` of a scripted answer is above 0, which is more than certain")
    for name in ("entropy", "tokens"):
        if scores.get(name, 0) < 0:
            raise RunError(f"the `{name}` of a scripted answer is below 0")
    if "probabilities" in scores:
        scores["probabilities"] = tuple(scores["probabilities"])
    return replace(_plain(value[ANSWER]), **scores)


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


def _scripted_model(template: str, answers: "tuple[ScriptedAnswer, ...]") -> "LanguageModel":
    from pp_lang.engine import ScriptedModel

    def answer(_request: "GenerationRequest", number: int) -> "ScriptedAnswer":
        if number >= len(answers):
            raise GenerationError(
                f"`{template}` is called more often than the test has answers ({len(answers)}): "
                f"add to `answers {template}`"
            )
        return answers[number]

    return ScriptedModel(pretend_info(SCRIPTED), answer)
