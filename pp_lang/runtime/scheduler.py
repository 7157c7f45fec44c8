"""Runs a region: every node starts as soon as all that it uses is there."""

from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from functools import partial

import anyio
import anyio.abc

from pp_lang.errors import PPError, RunError
from pp_lang.evaluation import (
    ContextValue,
    Environment,
    Value,
    evaluate,
    evaluate_context,
)
from pp_lang.graph import ComputeNode, ContextNode, Node, Region
from pp_lang.runtime.event_log import EventLog
from pp_lang.runtime.place import Place
from pp_lang.runtime.prefixes import Prefixes
from pp_lang.runtime.region_plan import INLINE, RegionPlan, RegionPlans
from pp_lang.runtime.turnstile import Gate, Turnstile

Order = tuple[int, ...]
RunNode = Callable[[Node, Environment, Place], Awaitable[Value]]


class Together:
    """Tasks of one node; more may join while they run."""

    def __init__(self, scheduler: "Scheduler", place: Place) -> None:
        self._scheduler = scheduler
        self._place = place
        self._gate = scheduler.gate()
        self._num_left = 0

    def add(self, worker: Callable[[], Awaitable[None]]) -> None:
        """Start a task."""
        self._num_left += 1
        self._scheduler.spawn(partial(self._run, worker), self._place)

    async def wait(self) -> None:
        """Wait until all tasks have ended without a failure."""
        if self._num_left:
            await self._gate.wait_open()

    async def _run(self, worker: Callable[[], Awaitable[None]]) -> None:
        await worker()
        self._num_left -= 1
        if not self._num_left:
            self._gate.open()


class FailedNodeError(Exception):
    """Carries a failure and its rank in the program to the task that ends with it."""

    def __init__(self, order: Order, error: PPError) -> None:
        super().__init__(str(error))
        self.order = order
        self.error = error


class Scheduler:
    """Tasks, regions and failures of one run."""

    def __init__(
        self,
        tasks: anyio.abc.TaskGroup,
        turnstile: Turnstile,
        prefixes: Prefixes,
        log: EventLog,
        run_node: RunNode,
    ) -> None:
        self._tasks = tasks
        self._turnstile = turnstile
        self._prefixes = prefixes
        self._log = log
        self._run_node = run_node
        self._failures: list[FailedNodeError] = []
        self.plans = RegionPlans()

    @property
    def first_failure(self) -> PPError | None:
        """The failure that comes first in the program, of those that exist."""
        if not self._failures:
            return None
        return min(self._failures, key=lambda failure: failure.order).error

    def gate(self) -> Gate:
        """Return a new gate that tasks of this run may wait at."""
        return Gate(self._turnstile)

    def spawn(self, work: Callable[[], Awaitable[None]], place: Place) -> None:
        """Start a task for what happens at `place`.

        What fails in it fails the run, once no task is active any more.
        """
        self._turnstile.enter()
        (place.crew or self._tasks).start_soon(self._guard, work)

    def note_failure(self, failure: FailedNodeError) -> None:
        """Let the run fail, once no task is active any more."""
        self._failures.append(failure)

    async def _guard(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except FailedNodeError as failure:
            self.note_failure(failure)
        finally:
            self._turnstile.leave()

    async def run_together(
        self, workers: Iterable[Callable[[], Awaitable[None]]], place: Place
    ) -> None:
        """Run the workers as tasks and wait until all have ended without a failure.

        `place` is that of the node that they work for.
        """
        together = self.together(place)
        for worker in workers:
            together.add(worker)
        await together.wait()

    def together(self, place: Place) -> "Together":
        """Return what starts tasks for the node at `place` and waits for them."""
        return Together(self, place)

    async def run_region(self, region: Region, env: Environment, place: Place) -> Value:
        """Return the value of `region`; `env` holds its inputs and gets the values of its nodes."""
        plan = self.plans.get(region)
        run = _RegionRun(plan, env, place, self._prefixes, self._log)
        if plan.is_inline:
            run.start()
            return run.result()
        try:
            return await self._run_steps(run)
        except anyio.get_cancelled_exc_class():
            run.close_contexts()  # the run may go on without this region
            raise

    async def _run_steps(self, run: "_RegionRun") -> Value:
        started = run.start()
        while len(started) == 1 and not run.num_running:
            # A node that is alone needs no task of its own; most bodies of maps are of this kind.
            run.num_running += 1
            started = await self._run_one(run, started[0])
        if started:
            gate = self.gate()
            self._spawn_nodes(run, started, gate)
            await gate.wait_open()
        return run.result()

    def run_inline(self, region: Region, env: Environment, place: Place) -> Value:
        """Return the value of a region that has no step, without telling of its nodes."""
        run = _RegionRun(self.plans.get(region), env, place)
        run.start()
        return run.result()

    def bind_inline(self, region: Region, env: Environment, place: Place) -> None:
        """Bind in `env` what the region computes before its first step."""
        _RegionRun(self.plans.get(region), env, place).start()

    def _spawn_nodes(self, run: "_RegionRun", nodes: list[Node], gate: Gate) -> None:
        run.num_running += len(nodes)
        for node in nodes:
            work = partial(self._run_in_task, run, node, gate)
            self.spawn(work, run.place)

    async def _run_in_task(self, run: "_RegionRun", node: Node, gate: Gate) -> None:
        self._spawn_nodes(run, await self._run_one(run, node), gate)
        if not run.num_running:
            gate.open()

    async def _run_one(self, run: "_RegionRun", node: Node) -> list[Node]:
        """Run a node and return those that can start now."""
        place = run.node_place(node)
        self._log.started(node, place)
        try:
            value = await self._run_node(node, run.env, place)
        except PPError as error:
            raise failed_at(place, error) from error
        self._log.finished(node, place, value)
        run.num_running -= 1
        return run.settle(node, value)


def failed_at(place: Place, error: PPError) -> FailedNodeError:
    """Return the failure of the node at `place`; an error that has its node keeps it."""
    if isinstance(error, RunError) and error.node is None:
        error.node = place.id
        error.add_note(f"at {place.id}")
    return FailedNodeError(place.order, error)


class _RegionRun:
    """One run of a region: which nodes wait for how many others."""

    def __init__(
        self,
        plan: RegionPlan,
        env: Environment,
        place: Place,
        prefixes: Prefixes | None = None,
        log: EventLog | None = None,
    ) -> None:
        self.env = env
        self.num_running = 0
        self._plan = plan
        self.place = place
        self._opened: dict[str, None] = {}
        """Contexts that hold their prefixes."""
        self._prefixes = prefixes
        self._log = log
        self._missing = dict(plan.num_inputs)
        self._context_users = dict(plan.context_users)

    def start(self) -> list[Node]:
        """Compute what needs no step; return the steps that can start."""
        return self._advance(
            deque(node for name, node in self._plan.nodes.items() if not self._missing[name])
        )

    def settle(self, node: Node, value: Value) -> list[Node]:
        """Bind the value of a finished node; return the steps that can start now."""
        return self._advance(deque(self._bind(node, value)))

    def node_place(self, node: Node) -> Place:
        """Return the place of a node in this run."""
        return self.place.node(*self._plan.places[node.name])

    def result(self) -> Value:
        """Return the region's value."""
        try:
            return evaluate(self._plan.region.result, self.env)
        except PPError as error:
            raise failed_at(self.place, error) from error

    def close_contexts(self) -> None:
        """Give back all contexts that are still open: this run has no further steps."""
        for name in list(self._opened):
            self._close_context(name)

    def _advance(self, ready: deque[Node]) -> list[Node]:
        steps: list[Node] = []
        while ready:
            node = ready.popleft()
            if isinstance(node, INLINE):
                ready.extend(self._bind(node, self._compute(node)))
            else:
                steps.append(node)
        return steps

    def _bind(self, node: Node, value: Value) -> Iterator[Node]:
        self.env.bind(node.name, value)
        self._drop_prefixes(node)
        if self._context_users.get(node.name) == 0:
            self._close_context(node.name)
        for name in self._plan.users[node.name]:
            self._missing[name] -= 1
            if not self._missing[name]:
                yield self._plan.nodes[name]

    def _compute(self, node: ComputeNode | ContextNode) -> Value:
        place = self.node_place(node)
        if self._log is not None:
            self._log.started(node, place)
        try:
            value = self._compute_value(node, place)
        except PPError as error:
            raise failed_at(place, error) from error
        if self._log is not None:
            self._log.finished(node, place, value)
        return value

    def _compute_value(self, node: ComputeNode | ContextNode, place: Place) -> Value:
        if isinstance(node, ComputeNode):
            return evaluate(node.expr, self.env)
        parent = evaluate_context(node.parent, self.env)
        args = tuple((name, evaluate(value, self.env)) for name, value in node.args)
        context = ContextValue(node.context, parent, args)
        if self._prefixes is not None and node.name in self._context_users:
            self._prefixes.open(context, place.order)
            self._opened[node.name] = None
        return context

    def _drop_prefixes(self, node: Node) -> None:
        """Give back the contexts that `node` was the last to use."""
        for name in self._plan.used_contexts[node.name]:
            self._context_users[name] -= 1
            if not self._context_users[name]:
                self._close_context(name)

    def _close_context(self, name: str) -> None:
        self._opened.pop(name, None)
        value = self.env.get(name)
        assert isinstance(value, ContextValue), "a context node gives a context"
        if self._prefixes is not None:
            self._prefixes.close(value)
