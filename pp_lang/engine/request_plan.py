"""What a request needs before it can run: its tokens, its answer's form and its room."""

from dataclasses import dataclass
from typing import Protocol

from pp_lang.engine.backend import Backend
from pp_lang.engine.constraint import CompiledForm
from pp_lang.engine.given_answer import GivenAnswer
from pp_lang.engine.prefix_tree import Tokens
from pp_lang.engine.prompt_tokens import PromptTokenizer, PromptTokens
from pp_lang.engine.request import (
    FreeText,
    GenerationRequest,
    GivenText,
    JsonText,
    OneOf,
    RegexText,
    verify_form,
)
from pp_lang.engine.scored_answer import ScoredAnswer, num_rows
from pp_lang.engine.sequence import Answer
from pp_lang.engine.written_answer import WrittenAnswer
from pp_lang.errors import GenerationError

FREE_TEXT_TOKENS = 256
"""Limit of a free answer for which none is set."""
FORM_TOKENS = 1024
"""Limit of an answer under a form for which none is set; forms end by themselves, so this is a
safety net."""
LEAST_FORM_TOKENS = 32
"""Room below which an answer under a form is not even tried."""
FIRST_FORM_TOKENS = 128
"""Cells that an answer under a form without limit starts with; it takes more as it grows."""
MAX_OPTION_SEQUENCES = 16
"""Options of one request that are scored side by side at most."""
WRITTEN_HINT = "Shorten the prompt, lower `max_tokens`, or open the model with more cells."
GIVEN_HINT = "Shorten the prompt or the given text, or open the model with more cells."


@dataclass(frozen=True, slots=True)
class RequestPlan:
    """A request, ready to queue."""

    shared: tuple[Tokens, ...]
    own: Tokens
    answer: Answer
    num_prompt: int
    max_own_cells: int
    first_own_cells: int
    num_option_sequences: int = 0
    given: Tokens = ()
    """Tokens of a given text that the model must see to score it."""


class RequestPlanner:
    """Makes plans for one backend."""

    def __init__(self, backend: Backend, tokenizer: PromptTokenizer, batch_tokens: int) -> None:
        self._backend = backend
        self._tokenizer = tokenizer
        self._batch_tokens = batch_tokens
        self._context = min(backend.info.cells, backend.info.trained_context)
        self._compile: _Compile | None = None

    def plan(self, request: GenerationRequest) -> RequestPlan:
        """Return how `request` will run. Raises `GenerationError` when it can never run."""
        verify_form(request.form)
        prompt = self._tokenizer.read(request.prompt)
        match request.form:
            case FreeText():
                return self._plan_free(request, prompt)
            case JsonText() | RegexText() as form:
                return self._plan_form(request, prompt, form)
            case OneOf(options):
                return self._plan_options(request, prompt, options)
            case GivenText(text):
                return self._plan_given(request, prompt, text)

    def _plan_free(self, request: GenerationRequest, prompt: PromptTokens) -> RequestPlan:
        limit = request.sampling.max_tokens
        if limit is None:
            limit = FREE_TEXT_TOKENS
        num_prompt = self._verify_fits(prompt, limit)
        answer = WrittenAnswer(
            self._backend,
            request.sampling,
            max_tokens=limit,
            pending_spaces=prompt.pending_spaces,
            wants_entropy=request.wants_entropy,
            wants_logprobs=request.wants_logprobs,
        )
        own_cells = len(prompt.own) + limit
        return self._build(prompt, prompt.own, answer, num_prompt, own_cells, own_cells)

    def _plan_form(
        self, request: GenerationRequest, prompt: PromptTokens, form: JsonText | RegexText
    ) -> RequestPlan:
        compiled = self._compiler()(form)
        own = prompt.own
        if prompt.pending_spaces:
            own += self._tokenizer.tokenize_answer(" " * prompt.pending_spaces, own[-1])
        limit = request.sampling.max_tokens
        if limit is None:
            num_free = self._context - _num_tokens(prompt)
            limit = min(FORM_TOKENS, max(num_free, LEAST_FORM_TOKENS))
            first = min(limit, len(compiled.forced_start) + FIRST_FORM_TOKENS)
        else:
            first = limit
        num_prompt = self._verify_fits(prompt, limit)
        answer = WrittenAnswer(
            self._backend,
            request.sampling,
            max_tokens=limit,
            form=compiled,
            wants_entropy=request.wants_entropy,
            wants_logprobs=request.wants_logprobs,
        )
        return self._build(prompt, own, answer, num_prompt, len(own) + limit, len(own) + first)

    def _plan_options(
        self, request: GenerationRequest, prompt: PromptTokens, options: tuple[str, ...]
    ) -> RequestPlan:
        tokens = tuple(self._tokenize_answer(option, prompt) for option in options)
        rows = num_rows(tokens)
        longest = max(rows, default=0)
        if longest > self._batch_tokens:
            raise GenerationError(
                f"an option of {longest:,} tokens exceeds the batch of {self._batch_tokens:,}"
            )
        num_cells = min(sum(rows), self._batch_tokens)
        num_prompt = self._verify_fits(prompt, num_cells)
        answer = ScoredAnswer(
            options,
            tokens,
            self._backend.special.end_of_turn,
            request.sampling,
            wants_entropy=request.wants_entropy,
        )
        own_cells = len(prompt.own) + num_cells
        return self._build(
            prompt,
            prompt.own,
            answer,
            num_prompt,
            own_cells,
            own_cells,
            num_option_sequences=min(len(rows), MAX_OPTION_SEQUENCES),
        )

    def _plan_given(
        self, request: GenerationRequest, prompt: PromptTokens, text: str
    ) -> RequestPlan:
        tokens = self._tokenize_answer(text, prompt)
        num_prompt = self._verify_fits(prompt, len(tokens), hint=GIVEN_HINT)
        answer = GivenAnswer(text, tokens, wants_entropy=request.wants_entropy)
        given = tokens[:-1]
        num_cells = len(prompt.own) + len(given)
        return self._build(
            prompt, prompt.own, answer, num_prompt, num_cells, num_cells, given=given
        )

    def _tokenize_answer(self, text: str, prompt: PromptTokens) -> Tokens:
        spaces = " " * prompt.pending_spaces
        return self._tokenizer.tokenize_answer(spaces + text, prompt.own[-1])

    def _build(
        self,
        prompt: PromptTokens,
        own: Tokens,
        answer: Answer,
        num_prompt: int,
        max_own_cells: int,
        first_own_cells: int,
        num_option_sequences: int = 0,
        given: Tokens = (),
    ) -> RequestPlan:
        shared = prompt.shared
        if not self._backend.info.can_share_prefix:
            before = sum(len(segment) for segment in shared)
            own = (*(token for segment in shared for token in segment), *own)
            max_own_cells += before
            first_own_cells += before
            shared = ()
        return RequestPlan(
            shared,
            own,
            answer,
            num_prompt,
            max_own_cells,
            first_own_cells,
            num_option_sequences,
            given,
        )

    def _verify_fits(
        self, prompt: PromptTokens, num_answer: int, *, hint: str = WRITTEN_HINT
    ) -> int:
        """Return the length of the prompt; raise where it can never fit with its answer."""
        num_prompt = _num_tokens(prompt)
        if num_prompt + num_answer > self._context:
            raise GenerationError(
                f"prompt of {num_prompt:,} tokens + {num_answer:,} for the answer exceed the"
                f" model's context of {self._context:,}",
                hint=hint,
            )
        return num_prompt

    def _compiler(self) -> "_Compile":
        if self._compile is None:
            from pp_lang.engine.grammar_constraint import GrammarCompiler

            end_of_turn = self._backend.special.end_of_turn
            compiler = GrammarCompiler(self._backend.grammar_tokenizer(), end_of_turn)
            self._compile = compiler.compile
        return self._compile


class _Compile(Protocol):
    def __call__(self, form: JsonText | RegexText) -> CompiledForm: ...


def _num_tokens(prompt: PromptTokens) -> int:
    return prompt.size.total + prompt.pending_spaces
