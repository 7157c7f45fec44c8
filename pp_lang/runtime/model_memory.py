"""Which models stay open where not all fit into memory at once. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pp_lang.errors import ModelError
from pp_lang.runtime.model_ref import ModelRef


@dataclass(frozen=True, slots=True)
class MemoryBudget:
    """The memory that a run's models may take together."""

    bytes: int
    size_of: Callable[[ModelRef], int]
    """Returns the bytes that a model is estimated to take; 0 where it takes none of its own."""


@dataclass(slots=True)
class ModelMemory:
    """Decides who makes room for the next model."""

    budget: MemoryBudget | None = None
    last_uses: Mapping[ModelRef, int] = field(default_factory=dict)
    """Where in the program each model is needed last."""
    _sizes: dict[ModelRef, int] = field(default_factory=dict)

    def find_leaving(
        self, ref: ModelRef, opened: Mapping[ModelRef, bool]
    ) -> tuple[ModelRef, ...] | None:
        """Return the models that close so that `ref` fits; None where it has to wait.

        `opened` says of each open model whether it has work; one that has is never closed. First
        goes the one that the program stops needing first. Raises `ModelError` where `ref` does not
        even fit alone.
        """
        if self.budget is None:
            return ()
        free = self.budget.bytes - sum(map(self._size, opened)) - self._size(ref)
        if self._size(ref) > self.budget.bytes:
            raise ModelError(
                f"the model needs about {_gigabytes(self._size(ref))},"
                f" and {_gigabytes(self.budget.bytes)} are there for models",
                hint="Set fewer `cells`, or take a smaller model.",
            )
        leaving: list[ModelRef] = []
        idle = [one for one, is_busy in opened.items() if not is_busy and self._size(one)]
        for one in sorted(idle, key=lambda one: (self.last_uses.get(one, 0), one.sort_key)):
            if free >= 0:
                break
            leaving.append(one)
            free += self._size(one)
        return tuple(leaving) if free >= 0 else None

    def _size(self, ref: ModelRef) -> int:
        if ref not in self._sizes:
            assert self.budget is not None
            self._sizes[ref] = self.budget.size_of(ref)
        return self._sizes[ref]


def _gigabytes(count: int) -> str:
    return f"{count / 1e9:.1f} GB"
