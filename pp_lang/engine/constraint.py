"""What narrows an answer's tokens down: the protocol that the sampler sees."""

from typing import Protocol

from pp_lang.engine.token_mask import TokenMask


class ConstraintError(Exception):
    """A constraint could not go on; the generation fails with the message."""


class TokenConstraint(Protocol):
    """The state of one answer under an output form."""

    @property
    def is_complete(self) -> bool:
        """True when nothing can follow."""
        ...

    @property
    def is_accepting(self) -> bool:
        """True when the answer may end here."""
        ...

    def try_consume(self, token: int) -> bool:
        """Go on by `token` if it is allowed; otherwise return False and stay."""
        ...

    def allows(self, token: int) -> bool:
        """Return whether `token` may come next."""
        ...

    def count_allowed(self, tokens: tuple[int, ...]) -> int:
        """Return how many of `tokens`, no end of turn among them, may follow one after the
        other."""
        ...

    def allowed(self) -> TokenMask:
        """Return which tokens may come next, at least one; ends of turn where accepting."""
        ...

    def consume(self, token: int) -> None:
        """Go on by a token that is allowed. Raises `ConstraintError` if it is not."""
        ...

    def force(self) -> tuple[int, ...]:
        """Go on by every token that is without alternative now, and return them."""
        ...


class CompiledForm(Protocol):
    """An output form, ready for any number of answers."""

    @property
    def forced_start(self) -> tuple[int, ...]:
        """The tokens that every answer begins with."""
        ...

    @property
    def is_complete_at_start(self) -> bool:
        """True when nothing can follow `forced_start`."""
        ...

    def start(self) -> TokenConstraint:
        """Return the constraint of a new answer, just after `forced_start`."""
        ...
