from dataclasses import replace

import pytest

from pp_lang.engine import EngineConfig, Setup, Trial, Tuner, Tuning
from pp_lang.errors import ModelError
from tests.support.timed_lab import Clock, StepSeconds, TimedLab, row_seconds

WORDS = tuple(range(97, 123))


def tune(
    step_seconds: StepSeconds = row_seconds,
    *,
    seconds: float = 60.0,
    thread_counts: tuple[int, ...] = (2, 1),
    refuses_cache: bool = False,
) -> tuple[Tuning, float]:
    """Return what a tuner finds, and how long it took."""
    clock = Clock()

    def refuses(config: EngineConfig) -> bool:
        return refuses_cache and config.cache_type == "q8_0"

    lab = TimedLab(clock, step_seconds, refuses=refuses)
    tuner = Tuner(
        lab,
        EngineConfig(),
        WORDS,
        budget_s=seconds,
        thread_counts=thread_counts,
        clock=clock,
    )
    tuning = tuner.tune()
    assert lab.num_held[1] <= 1024  # what was read last may stay
    return tuning, clock.now


def test_the_widest_batch_that_still_gains_is_chosen() -> None:
    tuning, _ = tune()
    assert tuning.chosen.max_width == 32
    assert tuning.skipped == ()


def test_a_machine_that_gains_nothing_by_batches_answers_one_after_the_other() -> None:
    tuning, _ = tune(lambda _c, num_rows, _s: 0.001 * num_rows)
    assert tuning.chosen.max_width == 1


def test_fewer_threads_are_used_where_they_are_faster() -> None:
    tuning, _ = tune(
        lambda config, num_rows, _: 0.002 + 0.001 * num_rows * (config.threads or 0),
        thread_counts=(4, 2, 8),
    )
    assert tuning.chosen.threads == 2


def test_equal_settings_stay_the_usual_ones() -> None:
    tuning, _ = tune(lambda _c, num_rows, _s: 0.002 + 0.001 * num_rows)
    assert (tuning.chosen.threads, tuning.chosen.flash_attention) == (2, None)


def test_flash_attention_is_turned_off_where_it_slows() -> None:
    def step_seconds(config: EngineConfig, num_rows: int, _: int) -> float:
        return 0.002 + 0.001 * num_rows * (1.0 if config.flash_attention is False else 1.2)

    assert tune(step_seconds)[0].chosen.flash_attention is False


def test_the_smallest_batch_that_reads_as_fast_is_chosen() -> None:
    def step_seconds(_: EngineConfig, num_rows: int, _s: int) -> float:
        return 0.001 * max(num_rows, 200)

    assert tune(step_seconds)[0].chosen.batch_tokens == 256


def test_a_busy_moment_does_not_decide() -> None:
    clock = Clock()
    calls = 0

    def step_seconds(config: EngineConfig, num_rows: int, num_sequences: int) -> float:
        nonlocal calls
        calls += 1
        busy = 5.0 if calls % 11 == 0 else 1.0
        return busy * row_seconds(config, num_rows, num_sequences)

    lab = TimedLab(clock, step_seconds)
    tuner = Tuner(lab, EngineConfig(), WORDS, budget_s=60, thread_counts=(2, 1), clock=clock)
    chosen = tuner.tune().chosen
    assert (chosen.threads, chosen.max_width) == (2, 32)


def test_a_short_time_is_spent_on_widths_alone() -> None:
    tuning, took = tune(seconds=2.0)
    assert {trial.setup for trial in tuning.trials} == {Setup(2, 512, None)}
    assert len({trial.depth for trial in tuning.trials if trial.width}) == 1
    assert took < 4.0


def test_what_the_time_does_not_suffice_for_keeps_its_default_and_is_told() -> None:
    tuning, _ = tune(lambda _c, num_rows, _s: 0.5 * num_rows, seconds=12.0)
    assert "widths" in tuning.skipped
    assert tuning.chosen.max_width == 16
    assert tuning.chosen.batch_tokens == 512


def test_a_slow_model_is_measured_on_shorter_prompts() -> None:
    fast, _ = tune()
    slow, _ = tune(lambda *given: 20 * row_seconds(*given))
    deepest = [max(trial.depth for trial in one.trials) for one in (fast, slow)]
    assert deepest[0] > deepest[1]


def test_settings_that_the_library_refuses_are_passed_over() -> None:
    tuning, _ = tune(refuses_cache=True)
    assert all(trial.setup.cache_type == "f16" for trial in tuning.trials)


def test_a_smaller_cache_is_measured_but_never_chosen() -> None:
    def step_seconds(config: EngineConfig, num_rows: int, _: int) -> float:
        return 0.002 + 0.001 * num_rows * (0.1 if config.cache_type == "q8_0" else 1.0)

    tuning, _ = tune(step_seconds)
    assert any(trial.setup.cache_type == "q8_0" for trial in tuning.trials)
    assert tuning.chosen.config().cache_type is None


def test_a_model_that_cannot_be_opened_at_all_is_an_error() -> None:
    lab = TimedLab(Clock(), row_seconds, refuses=lambda _: True)
    tuner = Tuner(lab, EngineConfig(), WORDS, budget_s=2, thread_counts=(1,), clock=Clock())
    with pytest.raises(ModelError, match="refuses"):
        tuner.tune()


def test_steps_of_several_rows_are_compared_with_one_row() -> None:
    costs = tune(lambda _c, num_rows, _s: 0.004 + 0.001 * num_rows)[0].chosen.step_costs
    assert costs is not None
    assert costs.of(1) == 1
    assert costs.of(4) == pytest.approx(8 / 5, abs=0.05)
    assert costs.of(6) == pytest.approx(10 / 5, abs=0.05)


def test_a_quick_look_does_not_tell_what_steps_cost() -> None:
    assert tune(seconds=2.0)[0].chosen.step_costs is None


def test_it_is_found_out_which_width_leaves_bits_alone() -> None:
    assert tune()[0].chosen.invariant_width == 16
    assert tune(seconds=2)[0].chosen.invariant_width is None


def test_each_measurement_is_told_as_it_comes() -> None:
    told: list[Trial] = []
    clock = Clock()
    tuner = Tuner(
        TimedLab(clock, row_seconds),
        EngineConfig(),
        WORDS,
        budget_s=2,
        thread_counts=(2,),
        clock=clock,
        on_trial=told.append,
    )
    tuning = tuner.tune()
    assert tuple(told) == tuning.trials


def test_settings_that_are_set_stay_and_the_others_are_filled() -> None:
    tuned = EngineConfig(threads=2, max_width=32, flash_attention=False)
    given = EngineConfig(max_width=4, flash_attention=True)
    assert given.filled_from(tuned) == replace(given, threads=2)
