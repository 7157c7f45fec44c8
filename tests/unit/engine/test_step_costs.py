"""How many drafted rows are worth their cost."""

from pp_lang.engine.step_costs import MAX_DRAFT, MOST_ANSWERS, StepCosts

# Q8_0 on two cores: 157, 209 and 512 tokens a second at widths 1, 4 and 16.
MEASURED = StepCosts(((1, 1 / 157), (4, 4 / 209), (16, 16 / 512)))


def test_costs_between_and_beyond_what_was_measured_go_on_evenly() -> None:
    costs = StepCosts(((1, 1.0), (3, 2.0), (5, 6.0)))
    assert [costs.of(rows) for rows in (1, 2, 3, 4, 5, 6)] == [1.0, 1.5, 2.0, 4.0, 6.0, 8.0]


def test_more_rows_never_cost_less() -> None:
    costs = StepCosts(((1, 1.0), (2, 3.0), (4, 2.0)))
    assert costs.of(3) >= costs.of(2)


def test_sure_guesses_pay_and_unsure_ones_do_not() -> None:
    assert MEASURED.draft_lengths(1, [0.99], [MAX_DRAFT]) == [MAX_DRAFT]
    assert MEASURED.draft_lengths(1, [0.5], [MAX_DRAFT]) == [0]


def test_the_likelier_guess_gets_the_rows() -> None:
    costs = StepCosts(((2, 1.0), (4, 1.2), (5, 9.0)))
    assert costs.draft_lengths(2, [0.3, 0.9], [4, 4]) == [0, 2]


def test_no_more_is_drafted_than_there_are_guesses() -> None:
    costs = StepCosts(((1, 1.0), (100, 1.0)))
    assert costs.draft_lengths(3, [0.9, 0.9, 0.9], [0, 2, 5]) == [0, 2, 5]


def test_nothing_can_pay_where_each_row_costs_a_step() -> None:
    assert not StepCosts(((1, 1.0), (2, 2.0))).can_pay(1, 1)
    assert StepCosts().can_pay(1, 1)


def test_nothing_can_pay_beside_many_answers() -> None:
    free = StepCosts(((1, 1.0), (100, 1.0)))
    assert free.can_pay(MOST_ANSWERS, MOST_ANSWERS)
    assert not free.can_pay(MOST_ANSWERS + 1, MOST_ANSWERS + 1)
