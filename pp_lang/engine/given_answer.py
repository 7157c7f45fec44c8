"""An answer whose text is given, and whose tokens are scored."""

import numpy as np
from numpy.typing import NDArray

from pp_lang.engine.backend import FloatArray
from pp_lang.engine.entropy import EntropyMean
from pp_lang.engine.prefix_tree import Tokens
from pp_lang.engine.request import GenerationResult, TokenUse


class GivenAnswer:
    """The scores of one request's text so far.

    The prompt's last row scores the text's first token; the row of each of its tokens scores the
    next, so the last token needs no row.
    """

    def __init__(self, text: str, tokens: Tokens, *, wants_entropy: bool = False) -> None:
        assert tokens, "a given text holds at least one token"
        self._text = text
        self._tokens = np.asarray(tokens, dtype=np.intp)
        self._logprobs: list[float] = []
        self._entropy = EntropyMean() if wants_entropy else None

    @property
    def num_scored(self) -> int:
        """Tokens that have their score."""
        return len(self._logprobs)

    @property
    def is_finished(self) -> bool:
        """True when every token has its score."""
        return len(self._logprobs) == len(self._tokens)

    def score(self, logits: FloatArray, log_totals: NDArray[np.float64]) -> None:
        """Take the rows of logits before the next tokens, as many as there are rows."""
        first = len(self._logprobs)
        tokens = self._tokens[first : first + len(logits)]
        chosen = logits[np.arange(len(logits)), tokens].astype(np.float64)
        self._logprobs += (chosen - log_totals).tolist()
        if self._entropy is not None:
            for row in logits:
                self._entropy.add(row)

    def result(self, *, num_prompt: int, num_shared: int) -> GenerationResult:
        """Return the text with its scores."""
        assert self.is_finished
        return GenerationResult(
            text=self._text,
            reason="scored",
            tokens=TokenUse(num_prompt, num_shared, sampled=0, forced=0),
            logprobs=tuple(self._logprobs),
            entropy=None if self._entropy is None else self._entropy.bits,
        )
