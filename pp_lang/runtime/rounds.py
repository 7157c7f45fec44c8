"""Runs repeats: round after round on one value, until it is good enough or the rounds are used."""

from dataclasses import replace
from functools import partial

from pp_lang.errors import RunError
from pp_lang.evaluation import Environment, Value, evaluate, unwrap
from pp_lang.graph import RepeatNode
from pp_lang.runtime.event_log import EventLog
from pp_lang.runtime.limits import evaluate_limits
from pp_lang.runtime.place import Place
from pp_lang.runtime.scheduler import Scheduler
from pp_lang.runtime.stops import Stops

MOST_ROUNDS = 100_000

_UNTIL, _BODY = range(2)
"""Ranks within a round: the question comes before what it decides about."""


class Repeater:
    """Runs the repeat nodes of a run."""

    def __init__(self, scheduler: Scheduler, log: EventLog, stops: Stops) -> None:
        self._scheduler = scheduler
        self._log = log
        self._stops = stops

    async def repeat(self, node: RepeatNode, env: Environment, place: Place) -> Value:
        """Return the value after the last round; after the last that finished within the limits.

        Raises `RunError` for a count out of range.
        """
        count = unwrap(evaluate(node.count, env))
        assert isinstance(count, int), "the checker lets only whole numbers through"
        if not 0 <= count <= MOST_ROUNDS:
            raise RunError(f"cannot repeat {count} times; 0 to {MOST_ROUNDS:,} are possible")
        history = [evaluate(node.start, env)]
        if not node.limits.values:
            await self._rounds(node, count, history, env, place)
            return history[-1]

        async def work(inner: Place) -> None:
            rounds = partial(self._rounds, node, count, history, env, inner)
            await self._scheduler.run_together([rounds], inner)

        limits = evaluate_limits(node.limits, env)
        await self._stops.run(place, limits, work, lambda: (len(history) - 1, count))
        return history[-1]

    async def _rounds(
        self, node: RepeatNode, count: int, history: list[Value], env: Environment, place: Place
    ) -> None:
        """Add the value of each round to `history`, which holds the start."""
        for number in range(count):
            given: dict[str, Value] = {node.variable: history[-1]}
            if node.history is not None:
                given[node.history] = list(history)
            inner = place.item(number)
            if await self._is_enough(node, env.child(dict(given)), inner):
                break
            inner = replace(inner, order=(*inner.order, _BODY))
            value = await self._scheduler.run_region(node.body, env.child(given), inner)
            history.append(value)
            self._log.item_finished(node, place, number, value)
            self._log.progress(node, place, number + 1, count)

    async def _is_enough(self, node: RepeatNode, env: Environment, place: Place) -> bool:
        if node.until is None:
            return False
        asked = replace(place.inner("?until"), order=(*place.order, _UNTIL))
        return bool(unwrap(await self._scheduler.run_region(node.until, env, asked)))
