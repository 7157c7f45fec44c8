"""What a script says to a request, as the result that a model would give."""

import math
from dataclasses import dataclass

import numpy as np

from pp_lang.engine.entropy import entropy_of
from pp_lang.engine.language_model import PromptSize
from pp_lang.engine.prompt import Cut, Prompt
from pp_lang.engine.request import (
    FinishReason,
    FreeText,
    GenerationRequest,
    GenerationResult,
    GivenText,
    OneOf,
    TokenUse,
)
from pp_lang.errors import GenerationError

PROBABILITY_SLACK = 0.01
"""How far probabilities may be from adding up to 1: who writes them rounds them."""

CERTAINTY = 0.9
"""Probability of a token, or of a chosen option, of which the script says nothing."""
_CHARS_PER_TOKEN = 4


@dataclass(frozen=True, slots=True)
class ScriptedAnswer:
    """What to answer to one request. What is None follows from the rest."""

    text: str
    """The answer; of a closed set, the option. A given text keeps its own."""
    logprob: float | None = None
    """Mean natural log-probability of a token; of a closed set, that of the whole option."""
    entropy: float | None = None
    """Mean entropy in bits."""
    tokens: int | None = None
    """Length in tokens."""
    probabilities: tuple[float, ...] | None = None
    """Of the options of a closed set, in their order."""


def build_result(
    request: GenerationRequest, answer: ScriptedAnswer, num_prompt: int
) -> GenerationResult:
    """Return the result that `answer` stands for.

    Raises `GenerationError` when the answer cannot be one to the request: an option that a closed
    set does not have, or probabilities that do not match its options.
    """
    match request.form:
        case OneOf(options):
            return _choose(request, options, answer, num_prompt)
        case GivenText(text):
            return _write(request, answer, text, "scored", num_prompt)
        case FreeText():
            return _write(request, answer, answer.text, "end_of_turn", num_prompt)
        case _:
            return _write(request, answer, answer.text, "complete", num_prompt)


def _write(
    request: GenerationRequest,
    answer: ScriptedAnswer,
    text: str,
    reason: FinishReason,
    num_prompt: int,
) -> GenerationResult:
    num_tokens = answer.tokens
    if num_tokens is None:
        num_tokens = max(1, count_words(text))
    logprob = math.log(CERTAINTY) if answer.logprob is None else answer.logprob
    num_sampled = 0 if reason == "scored" else num_tokens
    return GenerationResult(
        text=text,
        reason=reason,
        tokens=TokenUse(num_prompt, shared=0, sampled=num_sampled, forced=0),
        logprobs=(logprob,) * num_tokens,
        entropy=_entropy(request, answer, _chosen_and_rest(logprob)),
    )


def _choose(
    request: GenerationRequest, options: tuple[str, ...], answer: ScriptedAnswer, num_prompt: int
) -> GenerationResult:
    if answer.text not in options:
        listed = ", ".join(f"`{option}`" for option in options)
        raise GenerationError(f"the answer `{answer.text}` is not one of {listed}")
    scores = _option_logprobs(options, answer)
    weights = np.exp(np.asarray(scores) - max(scores))
    return GenerationResult(
        text=answer.text,
        reason="scored",
        tokens=TokenUse(num_prompt, shared=0, sampled=0, forced=0),
        logprobs=(),
        probabilities=tuple((weights / weights.sum()).tolist()),
        option_logprobs=scores,
        entropy=_entropy(request, answer, scores),
    )


def _option_logprobs(options: tuple[str, ...], answer: ScriptedAnswer) -> tuple[float, ...]:
    """Return the log-likelihood of each option; the others share what the chosen one leaves."""
    given = answer.probabilities
    if given is not None:
        if len(given) != len(options):
            raise GenerationError(f"{len(given)} probabilities for {len(options)} options")
        if min(given) < 0 or max(given) <= 0:
            raise GenerationError("probabilities are never below zero, and not all zero")
        if abs(sum(given) - 1) > PROBABILITY_SLACK:
            raise GenerationError(f"the probabilities add up to {sum(given):g}, and not to 1")
        return tuple(_log(share) for share in given)
    logprob = math.log(CERTAINTY) if answer.logprob is None else answer.logprob
    chosen, rest = _chosen_and_rest(logprob)
    other = rest - math.log(max(1, len(options) - 1))
    return tuple(chosen if option == answer.text else other for option in options)


def _chosen_and_rest(logprob: float) -> tuple[float, float]:
    return logprob, _log(-math.expm1(logprob))


def _entropy(
    request: GenerationRequest, answer: ScriptedAnswer, log_weights: tuple[float, ...]
) -> float | None:
    if not request.wants_entropy:
        return None
    return entropy_of(np.asarray(log_weights)) if answer.entropy is None else answer.entropy


def _log(share: float) -> float:
    return math.log(share) if share > 0 else -math.inf


def count_words(text: str) -> int:
    """Return about how many tokens `text` has: one for each four letters of a word."""
    return sum(math.ceil(len(word) / _CHARS_PER_TOKEN) for word in text.split())


def count_prompt(prompt: Prompt) -> PromptSize:
    """Return about how large `prompt` is: its words as `count_words` has them, a token a turn."""
    sizes: list[int] = []
    run: list[str] = []
    num_marks = 0
    for turn in prompt.turns:
        num_marks += 1
        for part in turn.parts:
            if isinstance(part, Cut):
                sizes.append(num_marks + count_words("".join(run)))
                run.clear()
                num_marks = 0
            else:
                run.append(part.text)
        run.append("\n")
    return PromptSize((*sizes, num_marks + count_words("".join(run))))
