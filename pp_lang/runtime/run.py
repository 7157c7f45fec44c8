"""One run of a program: the tasks of the program and its models take turns."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import anyio
import anyio.abc

from pp_lang.compiler import Compilation
from pp_lang.errors import InternalError, PPError
from pp_lang.evaluation import Environment, PydanticTypes, Value, unwrap
from pp_lang.graph import Node, Region
from pp_lang.runtime.batches import Batches
from pp_lang.runtime.calibrator import Calibrator, verify_calibration
from pp_lang.runtime.call_log import CallLog
from pp_lang.runtime.engine_host import EngineHost
from pp_lang.runtime.event_log import EventLog
from pp_lang.runtime.events import OnEvent, RunFinished, RunStarted
from pp_lang.runtime.externs import ExternCaller
from pp_lang.runtime.generate import Generator
from pp_lang.runtime.items import ItemRunner
from pp_lang.runtime.model_owner import ModelOpener
from pp_lang.runtime.place import Place
from pp_lang.runtime.prefixes import Prefixes
from pp_lang.runtime.priors import Priors
from pp_lang.runtime.python_calls import ExternFunction
from pp_lang.runtime.reduce import Reducer
from pp_lang.runtime.rounds import Repeater
from pp_lang.runtime.scheduler import Scheduler
from pp_lang.runtime.scripted_externs import ScriptedExterns
from pp_lang.runtime.settings import RunSettings
from pp_lang.runtime.statistics import ModelUse, RunStatistics
from pp_lang.runtime.steps import NodeRunner
from pp_lang.runtime.stops import Stops
from pp_lang.runtime.turnstile import Turnstile
from pp_lang.runtime.urgency import urgency_of
from pp_lang.semantics import CheckedModule


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What a run gave and what it took."""

    value: Value
    statistics: RunStatistics


async def run_program(
    compilation: Compilation,
    program_name: str,
    inputs: Mapping[str, Value],
    opener: ModelOpener,
    settings: RunSettings | None = None,
    on_event: OnEvent | None = None,
    *,
    types: PydanticTypes | None = None,
    wants_deltas: bool = False,
    functions: Mapping[str, ExternFunction] | None = None,
    calls: CallLog | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> RunOutcome:
    """Return the value of a program for `inputs`, one for each of its parameters.

    Raises the `RunError` of a node that failed, or the `ModelError` of a model that cannot be used;
    of several that failed in one turn, the first in the order of the program. `on_event` is called
    in the event loop; what it raises ends the run. `functions` are those of Python that the
    program calls, by the keys of their declarations, and `calls` remembers what they gave.
    `clock` gives the seconds of deadlines.
    """
    region = compilation.region(program_name)
    run = _Run(
        compilation.module,
        opener,
        settings or RunSettings(),
        on_event,
        types or PydanticTypes(),
        wants_deltas=wants_deltas,
        functions=functions or {},
        calls=calls,
        clock=clock,
    )
    return await run.run(region, program_name, dict(inputs))


class _Run:
    """The parts of one run, put together."""

    def __init__(
        self,
        module: CheckedModule,
        opener: ModelOpener,
        settings: RunSettings,
        on_event: OnEvent | None,
        types: PydanticTypes,
        *,
        wants_deltas: bool,
        functions: Mapping[str, ExternFunction],
        calls: CallLog | None,
        clock: Callable[[], float],
    ) -> None:
        self._settings = settings
        self._log = EventLog(on_event)
        self._turnstile = Turnstile()
        self._host = EngineHost(opener, self._turnstile, wants_deltas=wants_deltas, clock=clock)
        self._prefixes = Prefixes(self._host)
        self._batches = Batches(self._turnstile, self._host)
        self._calibrator = Calibrator(Priors(self._turnstile, self._host), self._batches)
        self._module = module
        self._generator = Generator(
            module, types, settings, self._host, self._prefixes, self._calibrator, self._log
        )
        self._scripted = ScriptedExterns(settings.extern_answers, self._turnstile)
        self._stops = Stops(self._turnstile, self._host, clock)
        self._externs = ExternCaller(module, types, functions, self._scripted, self._stops, calls)
        self._runner: NodeRunner | None = None
        self._result: Value = None
        self._is_done = False

    async def run(self, region: Region, name: str, inputs: dict[str, Value]) -> RunOutcome:
        verify_calibration(region, self._module, self._settings)
        self._generator.urgency = urgency_of(region)
        self._host.memory.last_uses = self._generator.last_uses(region)
        if len(self._host.memory.last_uses) > 1:  # one alone has nobody to make room
            self._host.memory.budget = self._settings.memory
        began = time.perf_counter()
        self._log.tell(RunStarted(name))
        uses: tuple[ModelUse, ...] = ()
        try:
            await self._run_tasks(region, Environment(inputs), Place(name, ()))
        finally:
            with anyio.CancelScope(shield=True):
                uses = await self._host.close()
        open_s = self._host.open_s
        statistics = RunStatistics(
            wall_s=time.perf_counter() - began - open_s,
            open_s=open_s,
            retries=self._generator.num_retries,
            models=uses,
            cancelled=self._host.num_cancelled,
            biased=self._calibrator.biased(),
            limits=tuple(self._stops.reached),
            compact=self._generator.compact,
        )
        self._log.tell(RunFinished(name, self._result, statistics))
        return RunOutcome(self._result, statistics)

    async def _run_tasks(self, region: Region, env: Environment, place: Place) -> None:
        try:
            async with anyio.create_task_group() as tasks:
                scheduler = self._build_scheduler(tasks)

                async def work() -> None:
                    self._result = unwrap(await scheduler.run_region(region, env, place))
                    self._is_done = True

                scheduler.spawn(work, place)
                failure = await self._drive(scheduler)
                tasks.cancel_scope.cancel()
        except BaseExceptionGroup as group:
            raise first_cause(group) from None
        if failure is not None:
            raise failure

    async def _drive(self, scheduler: Scheduler) -> PPError | None:
        """Let tasks and models take turns until the result or a failure is there."""
        while True:
            await self._turnstile.wait_quiet()
            self._log.flush()
            if scheduler.first_failure is not None or self._is_done:
                return scheduler.first_failure
            if self._scripted.answer():
                continue
            if self._stops.decide(scheduler):
                continue  # what was stopped ends, and others go on, before the next step
            if self._batches.release():
                continue
            if not self._host.has_work:
                raise InternalError("the run stands still: every task waits, no model is asked")
            await self._host.turn(self._stops.next_deadline)

    def _build_scheduler(self, tasks: anyio.abc.TaskGroup) -> Scheduler:
        scheduler = Scheduler(
            tasks,
            self._turnstile,
            self._prefixes,
            self._log,
            self._run_node,
        )
        items = ItemRunner(
            scheduler,
            self._generator,
            self._host,
            self._log,
            self._stops,
            self._settings.window,
        )
        reducer = Reducer(scheduler, self._generator, self._host, items, self._log)
        repeater = Repeater(scheduler, self._log, self._stops)
        self._runner = NodeRunner(
            scheduler, self._generator, self._externs, items, reducer, repeater
        )
        return scheduler

    async def _run_node(self, node: Node, env: Environment, place: Place) -> Value:
        assert self._runner is not None, "nodes run after the scheduler was built"
        return await self._runner.run(node, env, place)


def first_cause(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """Return the first error inside a task group's report, not the standstill after it."""
    errors = list(_leaves(group))
    return next((one for one in errors if not isinstance(one, InternalError)), errors[0])


def _leaves(error: BaseException) -> Iterator[BaseException]:
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _leaves(one)
    else:
        yield error
