"""Whatever is asked in whatever order, the engine's accounts stay right and everything ends."""

from contextlib import suppress
from dataclasses import replace

from hypothesis import HealthCheck, settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from pp_lang.engine import (
    EngineConfig,
    Failed,
    FakeSettings,
    Finished,
    FreeText,
    GivenText,
    HoldId,
    JsonText,
    OneOf,
    OutputForm,
    RegexText,
    RequestId,
)
from pp_lang.engine.step_costs import StepCosts
from pp_lang.errors import GenerationError
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import ask, build_fake, ends_of, request, run_to_end

GIVEN = GivenText("yes indeed " * 40)
_LOOSE = '{"type": "array", "items": {"type": "string"}, "minItems": 2}'
_forms: strategies.SearchStrategy[OutputForm] = strategies.sampled_from(
    [
        FreeText(),
        JsonText(_LOOSE),
        RegexText("[0-9]{3,60}"),
        OneOf(("yes", "yes indeed", "no")),
        GIVEN,
    ]
)
_shared = strategies.sampled_from(
    ["", "One policy.", "Another policy. " * 5, "One policy. Long " * 9]
)
_limits = strategies.sampled_from([None, 1, 7, 40])


class EngineMachine(RuleBasedStateMachine):
    config = EngineConfig(cells=420, max_width=5, batch_tokens=40)

    def __init__(self) -> None:
        super().__init__()
        # Memory for little more than one request at a time, and a model that breaks now and then.
        self.engine, self.backend = build_fake(
            FakeSettings(fail_at_steps=frozenset({11, 23})),
            self.config,
        )
        self.open: set[RequestId] = set()
        self.holds: list[HoldId] = []
        self.given_scores: dict[int, tuple[float, ...]] = {}

    @rule(form=_forms, shared=_shared, limit=_limits, seed=strategies.integers(0, 3))
    def submit(self, form: OutputForm, shared: str, limit: int | None, seed: int) -> None:
        sampling = SamplingParams(temperature=seed / 2, seed=seed, min_p=0, max_tokens=limit)
        asked = request("tell", form, shared=shared, sampling=sampling)
        with suppress(GenerationError):  # a whole free answer does not fit after a long prompt
            self.open.add(self.engine.submit(asked))

    @rule(count=strategies.integers(1, 9))
    def step(self, count: int) -> None:
        for _ in range(count):
            self._close(ends_of(self.engine.step()))

    @rule(data=strategies.data())
    def cancel(self, data: strategies.DataObject) -> None:
        if self.open:
            number = data.draw(strategies.sampled_from(sorted(self.open)))
            self.open.remove(number)
            self.engine.cancel(number)

    @rule(shared=_shared)
    def hold(self, shared: str) -> None:
        self.holds.append(self.engine.hold(ask("", shared=shared)))

    @rule()
    def release(self) -> None:
        if self.holds:
            self.engine.release(self.holds.pop(0))

    @invariant()
    def the_model_holds_no_more_than_is_accounted_for(self) -> None:
        statistics = self.engine.statistics()
        assert self.backend.num_held[1] <= statistics.cells_in_use <= 420
        assert self.engine.has_work == bool(self.open)

    def _close(self, ends: dict[RequestId, Finished | Failed]) -> None:
        self.open -= ends.keys()
        for end in ends.values():
            if isinstance(end, Finished) and end.result.text == GIVEN.text:
                scores = self.given_scores.setdefault(end.result.tokens.prompt, end.result.logprobs)
                assert end.result.logprobs == scores

    def teardown(self) -> None:
        self._close(ends_of(run_to_end(self.engine)))
        assert not self.open
        for hold in self.holds:
            self.engine.release(hold)
        assert self.engine.statistics().cells_in_use == 0
        assert self.backend.num_held == (0, 0)


class DraftingMachine(EngineMachine):
    """The same with answers that are guessed ahead, at no cost."""

    config = replace(
        EngineMachine.config,
        speculate="lookup",
        step_costs=StepCosts(((1, 1.0), (1000, 1.01))),
    )


EngineMachine.TestCase.settings = DraftingMachine.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestEngineInAnyOrder = EngineMachine.TestCase
TestEngineThatDraftsInAnyOrder = DraftingMachine.TestCase
