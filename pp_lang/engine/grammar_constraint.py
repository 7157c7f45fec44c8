"""Output forms as grammars: the only file that knows llguidance."""

import json
import warnings
from collections.abc import Callable, Sequence
from typing import Any, assert_never

import numpy as np
from llguidance import LLMatcher, LLTokenizer, TokenizerWrapper

from pp_lang.engine.constraint import ConstraintError
from pp_lang.engine.json_keywords import find_unenforced
from pp_lang.engine.request import JsonText, RegexText
from pp_lang.engine.token_mask import TokenMask
from pp_lang.errors import GenerationError

MAX_CACHED_FORMS = 256
"""Compiled forms that are remembered, per model; the oldest is dropped first."""


class GrammarCompiler:
    """Compiles output forms for one vocabulary."""

    def __init__(self, tokenizer: object, end_of_turn: tuple[int, ...]) -> None:
        assert isinstance(tokenizer, LLTokenizer)
        self._tokenizer = tokenizer
        self._end_of_turn = end_of_turn
        self._forms: dict[JsonText | RegexText, GrammarForm] = {}

    def compile(self, form: JsonText | RegexText) -> "GrammarForm":
        """Return `form` ready for use. Raises `GenerationError` when it cannot be enforced."""
        compiled = self._forms.get(form)
        if compiled is None:
            grammar = _grammar_of(form)
            is_error, messages = LLMatcher.validate_grammar_with_warnings(grammar, self._tokenizer)
            if is_error or messages:
                raise GenerationError(
                    f"the output form cannot be enforced: {_first_line(messages)}"
                )
            matcher = LLMatcher(self._tokenizer, grammar, log_level=0)
            compiled = GrammarForm(matcher, self._end_of_turn)
            if len(self._forms) >= MAX_CACHED_FORMS:
                del self._forms[next(iter(self._forms))]
            self._forms[form] = compiled
        return compiled


class GrammarForm:
    """A compiled form."""

    def __init__(self, matcher: LLMatcher, end_of_turn: tuple[int, ...]) -> None:
        start = GrammarConstraint(matcher, end_of_turn)
        try:
            self._forced_start = start.force()
        except ConstraintError as error:
            raise GenerationError(f"the output form cannot be enforced: {error}") from error
        self._is_complete_at_start = start.is_complete
        self._matcher = matcher
        self._end_of_turn = end_of_turn

    @property
    def is_complete_at_start(self) -> bool:
        """True when nothing can follow `forced_start`."""
        return self._is_complete_at_start

    @property
    def forced_start(self) -> tuple[int, ...]:
        """The tokens that every answer begins with."""
        return self._forced_start

    def start(self) -> "GrammarConstraint":
        """Return the constraint of a new answer, just after `forced_start`."""
        return GrammarConstraint(self._matcher.deep_copy(), self._end_of_turn)


class GrammarConstraint:
    """The state of one answer in a grammar."""

    def __init__(self, matcher: LLMatcher, end_of_turn: tuple[int, ...]) -> None:
        self._matcher = matcher
        self._end_of_turn = end_of_turn

    @property
    def is_complete(self) -> bool:
        """True when nothing can follow."""
        return bool(self._matcher.is_stopped())

    @property
    def is_accepting(self) -> bool:
        """True when the answer may end here."""
        return bool(self._matcher.is_accepting())

    def try_consume(self, token: int) -> bool:
        """Go on by `token` if it is allowed; otherwise return False and stay."""
        if token in self._end_of_turn:
            return self.is_accepting
        return bool(self._matcher.try_consume_tokens([token]) == 1)

    def allows(self, token: int) -> bool:
        """Return whether `token` may come next."""
        if token in self._end_of_turn:
            return self.is_accepting
        return bool(self._matcher.validate_tokens([token]) == 1)

    def count_allowed(self, tokens: tuple[int, ...]) -> int:
        """Return how many of `tokens` may follow one after the other."""
        return int(self._matcher.validate_tokens(list(tokens)))

    def allowed(self) -> TokenMask:
        """Return which tokens may come next."""
        mask = np.frombuffer(self._matcher.compute_bitmask(), dtype=np.uint8)
        if not mask.any():
            raise ConstraintError(self._matcher.get_error() or "no token can follow")
        return mask

    def consume(self, token: int) -> None:
        """Go on by a token that is allowed. Raises `ConstraintError` if it is not."""
        if token not in self._end_of_turn and not self._matcher.consume_token(token):
            raise ConstraintError(_first_line([self._matcher.get_error()]))

    def force(self) -> tuple[int, ...]:
        """Go on by every token that is without alternative now, and return them."""
        if self._matcher.is_stopped():
            return ()
        tokens = tuple(self._matcher.compute_ff_tokens())
        if tokens and not self._matcher.consume_tokens(list(tokens)):
            raise ConstraintError(_first_line([self._matcher.get_error()]))
        return tokens


def read_llama_tokenizer(
    vocabulary: Any,  # Any: a pointer type of llama_cpp
    end_of_turn: list[int],
) -> LLTokenizer:
    """Return the tokenizer of a vocabulary that llama.cpp has loaded."""
    from llguidance.llamacpp import lltokenizer_from_vocab  # imports llama_cpp

    with warnings.catch_warnings():
        # llguidance uses a call that the pinned binding calls deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        return lltokenizer_from_vocab(vocabulary, eos_token=end_of_turn)


def build_tokenizer(
    names: Sequence[bytes],
    *,
    special_ids: list[int],
    end_of_turn: int,
    tokenize: Callable[[str], list[int]],
) -> LLTokenizer:
    """Return a tokenizer over a vocabulary given as the bytes of each token."""
    return LLTokenizer(TokenizerWrapper(_Vocabulary(names, special_ids, end_of_turn, tokenize)))


class _Vocabulary:
    """A vocabulary with the attributes that llguidance looks for."""

    def __init__(
        self,
        names: Sequence[bytes],
        special_ids: list[int],
        end_of_turn: int,
        tokenize: Callable[[str], list[int]],
    ) -> None:
        special = set(special_ids)
        # llguidance takes a first byte 0xFF, which no UTF-8 text has, for the mark of a control
        # token.
        self.tokens = [b"\xff" + n if i in special else n for i, n in enumerate(names)]
        self.special_token_ids = special_ids
        self.eos_token_id = end_of_turn
        self.bos_token_id = None
        self._tokenize = tokenize

    def __call__(self, text: str) -> list[int]:
        return self._tokenize(text)


def _grammar_of(form: JsonText | RegexText) -> str:
    match form:
        case RegexText(pattern):
            return str(LLMatcher.grammar_from_regex(pattern))
        case JsonText(schema):
            return str(
                LLMatcher.grammar_from_json_schema(
                    _read_schema(schema),
                    overrides={
                        "whitespace_flexible": False,
                        "item_separator": ",",
                        "key_separator": ":",
                    },
                )
            )
        case _:
            assert_never(form)


def _read_schema(text: str) -> dict[str, Any]:
    """Parse a schema whose every keyword is enforced; llguidance passes over some of the others in
    silence."""
    try:
        schema = json.loads(text)
    except ValueError as error:
        raise GenerationError(f"the output form's schema is not JSON: {error}") from error
    found = find_unenforced(schema)
    if found is not None:
        raise GenerationError(f"the output form cannot be enforced: {found}")
    assert isinstance(schema, dict)
    return schema


def _first_line(messages: list[str]) -> str:
    return messages[0].strip().split("\n", 1)[0] if messages else "unknown reason"
