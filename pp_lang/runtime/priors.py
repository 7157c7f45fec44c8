"""What a model answers to prompts without their data: asked once in a run, however many need it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pp_lang.engine import GenerationRequest, OneOf, Prompt, digest_prompt
from pp_lang.errors import GenerationError, ModelError
from pp_lang.evaluation import LogShares, centre_of, log_shares
from pp_lang.runtime.engine_host import EngineHost
from pp_lang.runtime.model_ref import ModelRef
from pp_lang.runtime.turnstile import Gate, Turnstile

WITHOUT_DATA = ("N/A", "", "[MASK]")
"""What is shown in place of data, as in the paper on contextual calibration."""
PRIOR_ORDER = (-1,)
"""Rank of what several items need: before all of them, whichever of them asks."""

URGENT = 1_000_000
"""Before what any item asks, since items wait for it."""

PromptOf = Callable[[str], Prompt]
"""Returns the prompt that shows a text in place of its data."""
_Failure = GenerationError | ModelError
_Key = tuple[str, ModelRef, OneOf, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PriorQuestion:
    """What is asked without data."""

    template: str
    form: OneOf
    prompt_of: PromptOf


class Priors:
    """The answers without data that a run knows."""

    def __init__(self, turnstile: Turnstile, host: EngineHost) -> None:
        self._turnstile = turnstile
        self._host = host
        self._known: dict[_Key, LogShares | _Failure] = {}
        self._asked: dict[_Key, Gate] = {}

    async def wait_centre(self, question: PriorQuestion, ref: ModelRef) -> LogShares:
        """Return what each option gets without data. Raises the error of the model.

        Whoever needs it first asks; the others wait. Where that one is cancelled, another asks.
        """
        prompts = tuple(map(question.prompt_of, WITHOUT_DATA))
        key = (question.template, ref, question.form, tuple(map(digest_prompt, prompts)))
        while key not in self._known:
            gate = self._asked.get(key)
            if gate is not None:
                await gate.wait_open()
                continue
            gate = self._asked[key] = Gate(self._turnstile)
            try:
                self._known[key] = await self._ask(question, ref, prompts)
            except (GenerationError, ModelError) as error:
                self._known[key] = error
            finally:
                del self._asked[key]
                gate.open()
        known = self._known[key]
        if isinstance(known, GenerationError | ModelError):
            raise type(known)(known.message, hint=known.hint)  # each tells it at its own node
        return known

    async def _ask(
        self, question: PriorQuestion, ref: ModelRef, prompts: Sequence[Prompt]
    ) -> LogShares:
        answers: list[LogShares] = []
        for prompt in prompts:
            # Its rank follows from what is asked, so it never depends on who happens to ask.
            order = (*PRIOR_ORDER, int(digest_prompt(prompt), 16))
            request = GenerationRequest(
                prompt, question.form, priority=URGENT, label=f"{question.template} without data"
            )
            result = await self._host.generate(ref, request, order)
            assert result.option_logprobs is not None, "a closed set is scored"
            answers.append(log_shares(result.option_logprobs))
        return centre_of(answers)
