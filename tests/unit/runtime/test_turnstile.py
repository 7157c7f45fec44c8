"""Who is at work and who waits."""

import anyio
import pytest

from pp_lang.runtime.turnstile import Gate, Turnstile

pytestmark = pytest.mark.anyio


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def test_nobody_at_work_is_quiet_at_once() -> None:
    await Turnstile().wait_quiet()


async def test_an_opened_gate_counts_its_waiters_before_they_have_run() -> None:
    turnstile = Turnstile()
    gate, seen = Gate(turnstile), list[str]()

    async def wait(name: str) -> None:
        await gate.wait_open()
        seen.append(name)
        turnstile.leave()

    async with anyio.create_task_group() as tasks:
        for name in ("a", "b"):
            turnstile.enter()
            tasks.start_soon(wait, name)
        await turnstile.wait_quiet()
        assert seen == []
        gate.open()
        await turnstile.wait_quiet()
        assert sorted(seen) == ["a", "b"]


async def test_an_open_gate_lets_everyone_through() -> None:
    turnstile = Turnstile()
    turnstile.enter()
    gate = Gate(turnstile)
    gate.open()
    gate.open()
    await gate.wait_open()
    turnstile.leave()
    await turnstile.wait_quiet()


async def test_a_waiter_that_is_cancelled_is_at_work_again() -> None:
    turnstile = Turnstile()
    turnstile.enter()
    with anyio.CancelScope() as scope:
        scope.cancel()
        await Gate(turnstile).wait_open()
    turnstile.leave()
    await turnstile.wait_quiet()
