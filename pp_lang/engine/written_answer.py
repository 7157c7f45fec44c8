"""An answer that is decoded token by token, free or under a constraint."""

import time

from pp_lang.engine.backend import Backend
from pp_lang.engine.constraint import CompiledForm, TokenConstraint
from pp_lang.engine.entropy import EntropyMean
from pp_lang.engine.logit_rows import LogitRow
from pp_lang.engine.request import FinishReason, GenerationResult, TokenUse
from pp_lang.engine.sampler import TokenPicker
from pp_lang.engine.text_decoder import TextDecoder
from pp_lang.engine.token_mask import TokenMask
from pp_lang.sampling_params import SamplingParams


class WrittenAnswer:
    """The answer of one request so far."""

    def __init__(
        self,
        backend: Backend,
        params: SamplingParams,
        *,
        max_tokens: int,
        form: CompiledForm | None = None,
        pending_spaces: int = 0,
        wants_entropy: bool = False,
        wants_logprobs: bool = True,
    ) -> None:
        self._backend = backend
        self._end_of_turn = backend.special.end_of_turn
        self._max_tokens = max_tokens
        self._form = form
        self._constraint: TokenConstraint | None = None
        self._picker = TokenPicker(params)
        self._decoder = TextDecoder(params.stop, skip_spaces=pending_spaces)
        self._wants_logprobs = wants_logprobs
        self._logprobs: list[float] = []
        self._num_sampled = 0
        self._entropy = EntropyMean() if wants_entropy else None
        self._num_forced = 0
        self.num_masks = 0
        """Tokens that needed a mask of all tokens so far."""
        self.mask_s = 0.0
        """Seconds spent on these masks."""
        self._deltas: list[str] = []
        self._tokens: list[int] = []
        self.reason: FinishReason | None = None
        """Why the answer is finished, once it is."""
        if form is not None:
            self._add_forced(form.forced_start)
            if form.is_complete_at_start and self.reason is None:
                self._finish("complete")
        self._end_if_full()

    @property
    def tokens(self) -> list[int]:
        """The answer's tokens so far, without an end of turn."""
        return self._tokens

    @property
    def num_sampled(self) -> int:
        """Tokens chosen from logits so far."""
        return self._num_sampled

    @property
    def num_forced(self) -> int:
        """Tokens so far that the form left no choice about."""
        return self._num_forced

    @property
    def num_left(self) -> int:
        """Tokens that it may still get."""
        return self._max_tokens - len(self._tokens)

    @property
    def is_finished(self) -> bool:
        """True when nothing follows."""
        return self.reason is not None

    @property
    def is_constrained(self) -> bool:
        """Whether an output form narrows the answer."""
        return self._form is not None

    def count_allowed(self, tokens: tuple[int, ...]) -> int:
        """Return how many of `tokens` may follow one after the other; all of them in a free
        answer."""
        return len(tokens) if self._constraint is None else self._constraint.count_allowed(tokens)

    def take_delta(self) -> str:
        """Return the text that became certain since the last call."""
        if not self._deltas:
            return ""
        text = "".join(self._deltas)
        self._deltas.clear()
        return text

    def advance(self, row: LogitRow) -> None:
        """Choose the next token from a row of logits that is not broken.

        Raises `ConstraintError` when the output form cannot go on.
        """
        if self._form is not None and self._constraint is None:
            # Only now: thousands of requests may wait, and each state takes memory.
            self._constraint = self._form.start()
        if self._constraint is None:
            is_greedy = self._picker.is_plain_greedy
            token = row.best if is_greedy else self._picker.pick(row.logits, self._tokens)
        else:
            token = self._pick_allowed(self._constraint, row)
        self._note(token, row)
        if token in self._end_of_turn:
            self._finish("end_of_turn" if self._constraint is None else "complete")
            return
        self._add(token)
        if self._constraint is not None:
            self._add_forced(self._constraint.force())
        self._end_if_full()

    def result(self, *, num_prompt: int, num_shared: int) -> GenerationResult:
        """Return the finished answer."""
        assert self.reason is not None
        return GenerationResult(
            text=self._decoder.text,
            reason=self.reason,
            tokens=TokenUse(num_prompt, num_shared, self.num_sampled, self._num_forced),
            logprobs=tuple(self._logprobs),
            entropy=None if self._entropy is None else self._entropy.bits,
        )

    def _note(self, token: int, row: LogitRow) -> None:
        """Count a token that was chosen, and keep of its row what is wanted."""
        self._num_sampled += 1
        if self._wants_logprobs:
            self._logprobs.append(float(row.logits[token]) - row.log_total())
        if self._entropy is not None:
            self._entropy.add(row.logits)

    def _pick_allowed(self, constraint: TokenConstraint, row: LogitRow) -> int:
        """Choose a token and let the constraint go on by it.

        The most likely token is usually allowed, and then few others can be drawn; trying them is
        far cheaper than computing the whole mask.
        """
        if self._picker.is_plain_greedy and constraint.try_consume(row.best):
            return row.best
        short = self._picker.shortlist(row.logits, row.best)
        if short is not None and constraint.allows(row.best):
            tokens = [token for token in short.tolist() if constraint.allows(token)]
            token = self._picker.pick_among(row.logits, tokens)
        else:
            token = self._picker.pick(row.logits, self._tokens, self._mask(constraint))
        constraint.consume(token)
        return token

    def _mask(self, constraint: TokenConstraint) -> TokenMask:
        began = time.perf_counter()
        mask = constraint.allowed()
        self.mask_s += time.perf_counter() - began
        self.num_masks += 1
        return mask

    def _add(self, token: int) -> None:
        self._tokens.append(token)
        text = self._decoder.feed(self._backend.token_bytes(token))
        if text:
            self._deltas.append(text)
        if self._decoder.is_stopped:
            self._finish("stop_string")

    def _add_forced(self, tokens: tuple[int, ...]) -> None:
        for token in tokens:
            if self.reason is not None:
                return
            if len(self._tokens) >= self._max_tokens:
                self._finish("max_tokens")
                return
            self._num_forced += 1
            self._add(token)

    def _end_if_full(self) -> None:
        if self.reason is not None:
            return
        if self._constraint is not None and self._constraint.is_complete:
            self._finish("complete")
        elif len(self._tokens) >= self._max_tokens:
            self._finish("max_tokens")

    def _finish(self, reason: FinishReason) -> None:
        self.reason = reason
        rest = self._decoder.finish()
        if rest:
            self._deltas.append(rest)
