"""Which tokens of a draft become part of an answer, exactly.

At each place the answer chooses its token from the model's own logits as it always does: with its
own settings, filters, penalties, form and stream of random numbers. A drafted token is accepted
while it is the one that was chosen. A guess that is certain to be made has to be accepted with the
probability that the model gives it (Leviathan et al. 2023), and choosing first and comparing does
just that. So a draft changes how many tokens a step brings, never which.
"""

from collections.abc import Sequence

from pp_lang.engine.logit_rows import LogitRows
from pp_lang.engine.written_answer import WrittenAnswer


class BrokenLogitsError(Exception):
    """No token can be chosen by a row of logits that is needed."""


def write_rows(answer: WrittenAnswer, rows: LogitRows, draft: Sequence[int] = ()) -> int:
    """Let `answer` go on by the rows at its end and at each token of `draft`, as far as they agree.

    Returns how many tokens of the draft are the answer's own now. Raises `BrokenLogitsError`, and
    `ConstraintError` when the output form cannot go on.
    """
    num_accepted = 0
    while True:
        row = rows.row(num_accepted)
        if row.is_broken:
            raise BrokenLogitsError
        num_before = len(answer.tokens)
        answer.advance(row)
        # The tokens that the form forces after the chosen one are compared as well: where the
        # draft has them, they are computed already.
        added = answer.tokens[num_before:]
        num_alike = count_alike(added, draft[num_accepted:])
        num_accepted += num_alike
        if answer.is_finished or num_alike < len(added):
            return num_accepted


def count_alike(tokens: Sequence[int], others: Sequence[int]) -> int:
    """Return how many tokens at the beginning are the same."""
    count = 0
    for ours, theirs in zip(tokens, others, strict=False):
        if ours != theirs:
            break
        count += 1
    return count


class AcceptanceRate:
    """How often guesses were right of late, by counts alone."""

    _RECENT = 32
    """Guesses after which the earlier ones count half."""

    def __init__(self) -> None:
        self._num_right = 0.0
        self._num_guessed = 0.0

    @property
    def value(self) -> float:
        """The probability that the next guess is right; one half where nothing is known."""
        return (self._num_right + 1) / (self._num_guessed + 2)

    def add(self, guess: Sequence[int], written: Sequence[int]) -> None:
        """Take a guess and what was written instead: it is compared up to its first error."""
        num_right = count_alike(guess, written)
        self._num_right += num_right
        self._num_guessed += min(num_right + 1, len(guess), len(written))
        if self._num_guessed >= self._RECENT:
            self._num_right /= 2
            self._num_guessed /= 2
