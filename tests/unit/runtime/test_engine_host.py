"""The thread that owns the models, seen from the event loop."""

import threading
from dataclasses import dataclass, field
from typing import Any

import anyio
import anyio.from_thread
import anyio.lowlevel
import pytest

from pp_lang.engine import (
    EngineEvent,
    FakeSettings,
    GenerationRequest,
    Piece,
    Prompt,
    Turn,
    open_fake_model,
)
from pp_lang.errors import GenerationError, ModelError
from pp_lang.runtime import ModelRef, OpenedModel
from pp_lang.runtime.engine_host import EngineHost
from pp_lang.runtime.turnstile import Turnstile
from tests.support.runtime_builders import PretendModels, WatchedModel

pytestmark = pytest.mark.anyio
OWN = ModelRef(None)


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def ask(text: str) -> GenerationRequest:
    return GenerationRequest(Prompt((Turn("user", (Piece(text, is_trusted=True),)),)))


@dataclass
class Asking:
    """Tasks that ask a host, counted as a run counts them."""

    turnstile: Turnstile
    host: EngineHost
    answers: dict[int, str] = field(default_factory=dict)

    async def ask(self, number: int, ref: ModelRef = OWN) -> None:
        try:
            result = await self.host.generate(ref, ask(f"question {number}"), (number,))
            self.answers[number] = result.text
        except (GenerationError, ModelError) as error:
            self.answers[number] = error.message
        finally:
            self.turnstile.leave()

    async def turns(self) -> None:
        await self.turnstile.wait_quiet()
        while self.host.has_work:
            await self.host.turn()
            await self.turnstile.wait_quiet()


def asking(models: Any) -> Asking:  # Any: whatever opens models
    turnstile = Turnstile()
    return Asking(turnstile, EngineHost(models, turnstile, wants_deltas=False))


async def test_requests_reach_the_model_in_the_order_of_the_program() -> None:
    models = PretendModels()
    tasks = asking(models)
    async with anyio.create_task_group() as group:
        for number in (3, 1, 2):
            tasks.turnstile.enter()
            group.start_soon(tasks.ask, number)
        await tasks.turns()
    await tasks.host.close()
    asked = [repr(request.prompt) for request in models.only.requests]
    assert asked == sorted(asked)
    assert sorted(tasks.answers) == [1, 2, 3]


async def test_a_request_that_was_never_handed_over_leaves_no_trace() -> None:
    models = PretendModels()
    tasks = asking(models)
    tasks.turnstile.enter()
    with anyio.CancelScope() as scope:
        scope.cancel()
        await tasks.host.generate(OWN, ask("x"), (0,))
    await tasks.host.turn()
    await tasks.host.close()
    assert models.opened == {}


async def test_a_model_that_cannot_be_opened_fails_its_request_only() -> None:
    tasks = asking(PretendModels(missing=frozenset({"gone"})))
    async with anyio.create_task_group() as group:
        for number, ref in ((0, ModelRef("gone")), (1, OWN)):
            tasks.turnstile.enter()
            group.start_soon(tasks.ask, number, ref)
        await tasks.turns()
    await tasks.host.close()
    assert tasks.answers[0] == "there is no model `gone`"
    assert tasks.answers[1] != tasks.answers[0]


class CallingModel(WatchedModel):
    """Goes to the event loop and back in every step: a loop that is blocked would never let it."""

    token: anyio.lowlevel.EventLoopToken | None = None
    num_calls = 0

    def step(self) -> list[EngineEvent]:
        anyio.from_thread.run_sync(self._count, token=self.token)
        return super().step()

    def _count(self) -> None:
        self.num_calls += 1


class CallingModels:
    """Opens one such model."""

    def __init__(self) -> None:
        self.model = CallingModel(open_fake_model(FakeSettings()))
        self.model.token = anyio.lowlevel.current_token()

    def open(self, ref: ModelRef, stop: threading.Event) -> OpenedModel:
        return OpenedModel(self.model, self.model.close)


async def test_the_event_loop_is_free_while_the_model_works() -> None:
    models = CallingModels()
    tasks = asking(models)
    tasks.turnstile.enter()
    async with anyio.create_task_group() as group:
        group.start_soon(tasks.ask, 0)
        await tasks.turns()
    await tasks.host.close()
    assert models.model.num_calls == models.model.calls.count("step") > 0


async def test_all_calls_of_a_model_come_from_one_thread() -> None:
    threads: set[int] = set()

    class Watching(PretendModels):
        def open(self, ref: ModelRef, stop: threading.Event) -> OpenedModel:
            threads.add(threading.get_ident())
            return super().open(ref, stop)

    tasks = asking(Watching())
    await tasks.host.use(OWN, lambda model: threads.add(threading.get_ident()))
    await tasks.host.close()
    assert len(threads) == 1
    assert threading.get_ident() not in threads


async def test_an_error_in_the_thread_is_raised_to_the_one_who_asked() -> None:
    tasks = asking(PretendModels(missing=frozenset({"gone"})))
    with pytest.raises(ModelError):
        await tasks.host.use(ModelRef("gone"), lambda model: model.info)
    await tasks.host.close()
