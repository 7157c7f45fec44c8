"""A model whose answers are handed to it: for tests of programs, and for recorded answers."""

from collections.abc import Callable

from pp_lang.engine.instant_model import InstantModel
from pp_lang.engine.language_model import ModelInfo, PromptSize
from pp_lang.engine.prompt import Prompt
from pp_lang.engine.request import (
    EngineEvent,
    Failed,
    Finished,
    GenerationRequest,
    GenerationResult,
    RequestId,
    TextDelta,
    verify_form,
)
from pp_lang.engine.scripted_answer import ScriptedAnswer, build_result, count_prompt
from pp_lang.errors import GenerationError

AnswerOf = Callable[[GenerationRequest, int], ScriptedAnswer]
"""Gives the answer to a request and its number, which counts submissions from 0. It may raise
`GenerationError`, which fails the request."""


class ScriptedModel(InstantModel[tuple[GenerationRequest, int, int]]):
    """A `LanguageModel` without a model: each step answers all that waits, in order of
    submission."""

    def __init__(self, info: ModelInfo, answer_of: AnswerOf) -> None:
        super().__init__()
        self.info = info
        self._answer_of = answer_of
        self._num_submitted = 0

    def count(self, prompt: Prompt) -> PromptSize:
        """Return the size of `prompt` by rule of thumb: a token for each four letters of a word,
        and one for each turn."""
        return count_prompt(prompt)

    def submit(self, request: GenerationRequest) -> RequestId:
        """Queue a generation. Raises `GenerationError` where the prompt exceeds the context or no
        answer can have the form."""
        verify_form(request.form)
        num_prompt = self.count(request.prompt).total
        context = min(self.info.cells, self.info.trained_context)
        if num_prompt > context:
            raise GenerationError(
                f"prompt of {num_prompt:,} tokens exceeds the model's context of {context:,}",
                hint="Shorten the prompt, or give the model more context.",
            )
        number = self._wait((request, self._num_submitted, num_prompt))
        self._num_submitted += 1
        return number

    def answer_tokens(self, request: RequestId) -> int:
        """Return 0: an answer is there at once or not at all."""
        return 0

    def step(self) -> list[EngineEvent]:
        """Answer all that waits."""
        if not self._waiting:
            return []
        waiting, self._waiting = self._waiting, {}
        self._num_steps += 1
        self._width_peak = max(self._width_peak, len(waiting))
        events: list[EngineEvent] = []
        for number, (request, index, num_prompt) in waiting.items():
            try:
                result = build_result(request, self._answer_of(request, index), num_prompt)
            except GenerationError as error:
                events.append(Failed(number, error.message))
                continue
            if result.reason != "scored" and result.text:
                events.append(TextDelta(number, result.text))
            events.append(Finished(number, result))
            self._count_result(result)
        return events

    def _count_result(self, result: GenerationResult) -> None:
        self._num_finished += 1
        self._num_read += result.tokens.prompt
        self._num_written += result.tokens.sampled
        if result.reason == "scored":
            self._num_scored += len(result.logprobs)
