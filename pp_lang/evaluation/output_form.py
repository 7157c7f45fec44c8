"""How a model is held to a type, and how its answer is read back."""

import json
import sys
from dataclasses import dataclass
from math import fsum, log
from statistics import fmean

from pydantic import ValidationError

from pp_lang.engine import (
    FreeText,
    GenerationResult,
    GivenText,
    JsonText,
    OneOf,
    OutputForm,
    RegexText,
)
from pp_lang.evaluation.compact_records import with_keys, write_compact
from pp_lang.evaluation.describe_error import describe_error
from pp_lang.evaluation.json_schema import json_schema
from pp_lang.evaluation.pydantic_types import PydanticTypes
from pp_lang.evaluation.values import Answer, Scores, Value, show_in_prompt, unwrap
from pp_lang.semantics import Scalar, TextTy, Ty, closed_options, plain

_LEAST = sys.float_info.min
"""The probability of what a float calls impossible, which has no logarithm."""


class UnreadableAnswerError(Exception):
    """An answer is not a value of the type that was asked for; its text says why."""


@dataclass(frozen=True, slots=True)
class AnswerReader:
    """The output form for a type, and the way back from an answer to a value."""

    ty: Ty
    form: OutputForm
    options: tuple[Scalar, ...] | None
    """The members of a closed set in the order of the form's strings; None for other types."""
    types: PydanticTypes
    is_compact: bool = False
    """Whether records are written as lists of their values."""

    def read(self, result: GenerationResult, begin: str = "", given: str | None = None) -> Answer:
        """Return the answer that `result` is. Raises `UnreadableAnswerError`.

        `begin` is what the answer had to begin with; `given` the answer that was scored instead of
        written.
        """
        if self.options is not None:
            return self._choice(result, given)
        raw = begin + result.text
        scores = Scores(
            logprob=fmean(result.logprobs) if result.logprobs else 0.0,
            log_likelihood=fsum(result.logprobs),
            num_tokens=result.tokens.sampled + result.tokens.forced,
            entropy=result.entropy,
        )
        return Answer(self._value(raw, result), raw, scores)

    def form_of(self, given: str | None) -> OutputForm:
        """Return the form of an answer; `given` is one that is only to be scored."""
        return self.form if given is None or self.options is not None else GivenText(given)

    def written(self, value: Value) -> str:
        """Return `value` as a model would write it."""
        if isinstance(self.form, JsonText):
            if self.is_compact:
                return write_compact(self.ty, value)
            return json.dumps(unwrap(value), ensure_ascii=False, separators=(",", ":"))
        return show_in_prompt(value)

    def _value(self, text: str, result: GenerationResult) -> Value:
        try:
            if isinstance(self.form, JsonText):
                found = json.loads(text, parse_constant=_refuse)
                return self.types.read(
                    self.ty, with_keys(self.ty, found) if self.is_compact else found
                )
            return self.types.read(self.ty, text if _has_pattern(self.ty) else text.strip())
        except ValidationError as error:
            raise UnreadableAnswerError(_cut_off(result) or describe_error(error)) from error
        except ValueError as error:
            raise UnreadableAnswerError(_cut_off(result) or f"not valid JSON: {error}") from error

    def _choice(self, result: GenerationResult, given: str | None) -> Answer:
        assert self.options is not None
        shown = [show_in_prompt(option) for option in self.options]
        text = result.text if given is None else given
        if text not in shown:
            raise UnreadableAnswerError(f"the answer is not {' or '.join(shown)}")
        place = shown.index(text)
        probabilities = result.probabilities or (0.0,) * len(shown)
        scores = Scores(
            logprob=log(max(probabilities[place], _LEAST)),
            log_likelihood=(result.option_logprobs or probabilities)[place],
            entropy=result.entropy,
            options=tuple(zip(self.options, probabilities, strict=True)),
        )
        return Answer(self.options[place], text, scores)


def build_reader(ty: Ty, types: PydanticTypes, *, is_compact: bool = False) -> AnswerReader:
    """Return how answers of type `ty` are asked for and read; compactly only what can lose its
    keys."""
    ty = plain(ty)
    options = closed_options(ty)
    if options is not None:
        shown = tuple(map(show_in_prompt, options))
        if len(set(shown)) == len(shown):
            return AnswerReader(ty, OneOf(shown), options, types)
    return AnswerReader(ty, _form(ty, is_compact=is_compact), None, types, is_compact)


def _form(ty: Ty, *, is_compact: bool) -> OutputForm:
    if isinstance(ty, TextTy):
        if ty.pattern is not None:
            return RegexText(ty.pattern)
        return FreeText() if ty.max_chars is None else RegexText(f"(?s:.{{1,{ty.max_chars}}})")
    return JsonText(json.dumps(json_schema(ty, is_compact=is_compact), ensure_ascii=False))


def _has_pattern(ty: Ty) -> bool:
    return isinstance(ty, TextTy) and ty.pattern is not None


def _cut_off(result: GenerationResult) -> str | None:
    tokens = result.tokens.sampled + result.tokens.forced
    if result.reason == "max_tokens":
        return f"the answer was cut off after {tokens} tokens; a larger `max_tokens` gives it room"
    if result.reason == "stop_string":
        return "a stop string ended the answer before it was complete"
    return None


def _refuse(name: str) -> float:
    raise ValueError(f"{name} is not a number of JSON")
