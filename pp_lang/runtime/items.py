"""Runs a body for many items, a window of them at a time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

import anyio.lowlevel

from pp_lang.errors import ModelError
from pp_lang.evaluation import Environment, Value
from pp_lang.graph import MapNode, Node, Region, SampleNode
from pp_lang.runtime.crowd import Crowd
from pp_lang.runtime.engine_host import EngineHost
from pp_lang.runtime.event_log import EventLog
from pp_lang.runtime.generate import Generator
from pp_lang.runtime.limits import evaluate_limits
from pp_lang.runtime.place import Place
from pp_lang.runtime.region_plan import RegionPlan
from pp_lang.runtime.results import Results
from pp_lang.runtime.scheduler import Scheduler
from pp_lang.runtime.stops import Stops

LEAST_WINDOW = 32
"""Items in flight at least, so that a wide batch finds work."""
WIDTHS_AHEAD = 4
"""Items in flight for each that a model can take: of those that wait the longest goes first, and
the more there are, the less is left of a long one at the end."""
WIDTHS_IN_TURN = 2
"""The same, of a list that may end early, whose items go in turn."""
NESTED_WINDOW = 8
"""Items in flight whose bodies have items of their own."""
ITEMS_BETWEEN_CHECKPOINTS = 512
"""Items of a pure body after which the event loop gets a turn."""

GivenOf: TypeAlias = Callable[[int], dict[str, Value]]
"""Returns what the body of the item with that index is given."""


class ItemRunner:
    """Maps, samples and merges: one region, many items."""

    def __init__(
        self,
        scheduler: Scheduler,
        generator: Generator,
        host: EngineHost,
        log: EventLog,
        stops: Stops,
        window: int | None,
    ) -> None:
        self._scheduler = scheduler
        self._generator = generator
        self._host = host
        self._log = log
        self._stops = stops
        self._window = window

    async def run(
        self,
        node: Node,
        body: Region,
        indexes: Sequence[int],
        given_of: GivenOf,
        env: Environment,
        place: Place,
        *,
        is_sampled: bool = False,
        has_progress: bool = True,
    ) -> list[Value]:
        """Return the body's value for each item, in the order of `indexes`.

        Where the node ends early, for each item that has finished. What an item is given is made
        when it starts: many items take no room beside results.
        """
        plan = self._scheduler.plans.get(body)
        if plan.is_inline and plan.is_pure:
            return await self._run_inline(body, indexes, given_of, env, place)
        may_end_early = isinstance(node, MapNode | SampleNode) and bool(
            node.limits.values or node.until
        )
        ahead = WIDTHS_IN_TURN if may_end_early else WIDTHS_AHEAD
        width = 1 if plan.is_pure else await self._width(plan, ahead)
        results = Results(len(indexes))
        cursor = iter(enumerate(indexes))

        async def work(place: Place) -> None:
            for position, index in cursor:
                inner = env.child(given_of(index))
                item_place = place.item(index, is_sampled=is_sampled)
                value = await self._scheduler.run_region(body, inner, item_place)
                results.add(position, value)
                self._log.item_finished(node, place, index, value)
                if has_progress:
                    self._log.progress(node, place, results.num_finished, len(indexes))

        async def work_together(place: Place) -> None:
            together = self._scheduler.together(place)
            left = len(indexes)

            def start() -> None:
                nonlocal left
                if left:
                    left -= 1
                    together.add(partial(work, inner))

            crowd = Crowd(place.order, isinstance(node, MapNode), place.crowd, start)
            inner = replace(place, crowd=crowd)
            for _ in range(min(width, len(indexes))):
                start()
            await together.wait()

        if isinstance(node, MapNode | SampleNode) and (node.limits.values or node.until):
            is_enough = None
            if node.until is not None:
                is_enough = partial(results.are_enough, node.until, env)
            limits = evaluate_limits(node.limits, env)
            await self._stops.run(place, limits, work_together, is_enough)
        else:
            await work_together(place)
        return results.finished()

    async def _run_inline(
        self,
        body: Region,
        indexes: Sequence[int],
        given_of: GivenOf,
        env: Environment,
        place: Place,
    ) -> list[Value]:
        results: list[Value] = []
        for index in indexes:
            inner = env.child(given_of(index))
            results.append(self._scheduler.run_inline(body, inner, place.item(index)))
            if not index % ITEMS_BETWEEN_CHECKPOINTS:
                await anyio.lowlevel.checkpoint()
        return results

    async def _width(self, plan: RegionPlan, ahead: int) -> int:
        """Return how many items are in flight: enough to fill the widest model that they call."""
        if self._window is not None:
            return self._window
        if plan.has_inner_lists:
            return NESTED_WINDOW
        width = LEAST_WINDOW
        models = dict.fromkeys(self._generator.settings(n).model for n in plan.generate_nodes)
        for ref in models:
            try:
                info = await self._host.use(ref, lambda model: model.info)
            except ModelError:
                continue  # told by the generation itself, which may have a fallback
            width = max(width, ahead * info.max_width)
        return width
