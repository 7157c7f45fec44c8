from pp_lang.engine import AS_IT_IS, LayoutTrial, Setup, Trial, choose_layout
from pp_lang.engine.tuning import choose_batch_tokens, choose_setup, choose_width, compare_steps

USUAL = Setup(2, 512, None)
OTHER = Setup(1, 512, None)


def written(rates: dict[tuple[int, int], float]) -> list[Trial]:
    return [Trial(USUAL, width, depth, rate) for (width, depth), rate in rates.items()]


def layout(name: str, seconds: float, loss: float = 0.0) -> LayoutTrial:
    return LayoutTrial(name, 1512 / seconds, 1512 / seconds, loss, 1)


def test_of_widths_as_good_as_each_other_the_smallest_is_chosen() -> None:
    assert choose_width(written({(1, 64): 50, (8, 64): 99, (16, 64): 100, (32, 64): 98})) == 8


def test_a_width_slower_than_one_by_one_at_some_depth_is_never_chosen() -> None:
    rates = {(1, 64): 50.0, (16, 64): 60.0, (32, 64): 500.0}
    deep = {(1, 1024): 40.0, (16, 1024): 45.0, (32, 1024): 39.0}
    assert choose_width(written(rates | deep)) == 16


def test_depths_count_alike() -> None:
    rates = {(1, 64): 10.0, (16, 64): 100.0, (32, 64): 110.0}
    deep = {(1, 1024): 10.0, (16, 1024): 100.0, (32, 1024): 80.0}
    assert choose_width(written(rates | deep)) == 16


def test_a_width_that_was_not_measured_at_all_depths_is_left_out() -> None:
    assert choose_width(written({(16, 64): 100, (16, 1024): 90, (64, 64): 900})) == 16


def test_without_figures_the_default_width_stays() -> None:
    assert choose_width([]) == 16
    assert choose_width(written({(32, 64): 900})) == 16


def test_steps_are_compared_with_a_step_of_one_row() -> None:
    costs = compare_steps(written({(16, 64): 512, (1, 64): 157, (4, 64): 209}))
    assert costs is not None
    assert costs.points == ((1, 1.0), (4, 3.0), (16, 4.91))


def test_steps_are_not_compared_where_too_little_was_measured() -> None:
    assert compare_steps([]) is None
    assert compare_steps(written({(16, 64): 512})) is None
    assert compare_steps(written({(1, 64): 157, (4, 64): 209})) is None


def test_a_setup_must_be_clearly_faster_to_replace_the_usual_one() -> None:
    assert choose_setup({USUAL: 1.0, OTHER: 0.98}, USUAL) == USUAL
    assert choose_setup({USUAL: 1.0, OTHER: 0.9}, USUAL) == OTHER


def test_without_figures_the_batch_size_stays() -> None:
    assert choose_batch_tokens({}, 512) == 512


def test_the_fastest_layout_within_the_loss_is_chosen() -> None:
    trials = [layout(AS_IT_IS, 10), layout("Q8_0", 5, 0.007), layout("Q4_0", 4, 0.3)]
    assert choose_layout(trials, 0.02) == "Q8_0"
    assert choose_layout(trials, 0.5) == "Q4_0"
    assert choose_layout(trials, 0.001) == AS_IT_IS


def test_a_layout_that_is_hardly_faster_is_not_worth_a_change() -> None:
    assert choose_layout([layout(AS_IT_IS, 10), layout("Q8_0", 9.9)], 0.02) == AS_IT_IS
