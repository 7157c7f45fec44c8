"""Answers that wait until those to the other items of their map are there."""

from dataclasses import dataclass, field

from pp_lang.evaluation import LogShares, centre_of_batch
from pp_lang.runtime.engine_host import EngineHost
from pp_lang.runtime.model_ref import ModelRef
from pp_lang.runtime.place import Place
from pp_lang.runtime.priors import PRIOR_ORDER
from pp_lang.runtime.turnstile import Gate, Turnstile

Order = tuple[int, ...]


@dataclass(slots=True, eq=False)
class _Batch:
    """The answers of one node so far, all items of one run of its map together."""

    order: Order
    """Rank of the map."""
    gate: Gate
    answers: dict[Order, LogShares] = field(default_factory=dict)
    centre: LogShares | None = None

    def is_inside(self, other: "_Batch") -> bool:
        """Return whether its map is in an item of another one's."""
        return self.order != other.order and self.order[: len(other.order)] == other.order


class Batches:
    """The batches of a run that are not complete.

    Nobody counts how many answers a map will bring: items take different branches, some in several
    rounds. A batch is complete when no item of its map can go on without it. So whether it is, is
    asked between two steps of the models, when every task of the run waits.
    """

    def __init__(self, turnstile: Turnstile, host: EngineHost) -> None:
        self._turnstile = turnstile
        self._host = host
        self._open: dict[tuple[Order, str, ModelRef], _Batch] = {}

    async def wait_centre(
        self, node: str, ref: ModelRef, place: Place, answer: LogShares
    ) -> LogShares | None:
        """Return what the answers of `node` to all items have in common; None for too few.

        `place` is inside a map, and another item of it starts while this one waits.
        """
        assert place.crowd is not None, "what is outside any map was refused before the run"
        around = tuple(place.crowd.up_to_map())
        key = (around[-1].order, node, ref)
        batch = self._open.get(key)
        if batch is None:
            batch = self._open[key] = _Batch(around[-1].order, Gate(self._turnstile))
        batch.answers[place.order] = answer
        for crowd in around:
            crowd.start_another()
        try:
            await batch.gate.wait_open()
        finally:
            if not batch.gate.is_open:  # cancelled: its item is none of the map's any more
                del batch.answers[place.order]
                if not batch.answers:
                    del self._open[key]
        return batch.centre

    def release(self) -> bool:
        """Let the answers of complete batches go on, inner maps first; return if there are any.

        Only for when no task is active.
        """
        is_preparing = bool(self._open) and self._host.is_asked_inside(PRIOR_ORDER)
        if not self._open or is_preparing:
            return False
        ready = {
            key: batch
            for key, batch in self._open.items()
            if not self._host.is_asked_inside(batch.order)
        }
        innermost = [
            key
            for key, batch in ready.items()
            if not any(other.is_inside(batch) for other in ready.values())
        ]
        for key in innermost:
            batch = self._open.pop(key)
            batch.centre = centre_of_batch(tuple(batch.answers.values()))
            batch.gate.open()
        return bool(innermost)
