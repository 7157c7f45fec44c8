"""Guesses how an answer goes on from text that stands in its prompt, or in the answer itself.

Much of an answer is often a copy: a corrected text, a quotation, a name. Where the last tokens have
stood before, what followed them then is a good guess (prompt lookup, Saxena 2023), and costs no
model. Pure.
"""

from collections.abc import Iterable

from pp_lang.engine.prefix_tree import Tokens

_SIZES = (3, 2)
"""Tokens at the end of an answer that are looked for; the longer say more, so they come first."""


class PromptLookup:
    """The tokens of a prompt and its answer so far, by what stands before each."""

    def __init__(self) -> None:
        self._tokens: list[int] = []
        self._following: dict[Tokens, int] = {}

    def __len__(self) -> int:
        return len(self._tokens)

    def extend(self, tokens: Iterable[int]) -> None:
        """Take the tokens that come next."""
        known, following = self._tokens, self._following
        for token in tokens:
            end = len(known)
            # The end itself is left out until something follows it, so it never finds itself.
            for size in _SIZES:
                if end >= size:
                    following[tuple(known[end - size :])] = end
            known.append(token)

    def guess(self, count: int) -> Tokens:
        """Return up to `count` tokens that followed the last occurrence of the end before this one;
        none where it has not occurred."""
        for size in _SIZES:
            found = self._following.get(tuple(self._tokens[-size:]))
            if found is not None:
                return tuple(self._tokens[found : found + count])
        return ()
