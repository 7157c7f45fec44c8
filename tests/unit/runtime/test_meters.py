"""Budgets: which generations they count, and when they are spent."""

from pp_lang.runtime.meters import Meters


def test_a_meter_counts_what_is_inside_its_node() -> None:
    meters = Meters()
    outer, inner = meters.open((0,), 10), meters.open((0, 2, 1), 10)
    assert meters.around((0, 2, 1, 4)) == (outer, inner)
    assert meters.around((0, 3)) == (outer,)
    assert meters.around((1,)) == ()
    meters.close(outer)
    assert meters.around((0, 2, 1)) == (inner,)


def test_an_answer_that_grows_is_counted_once() -> None:
    meter = Meters().open((), 10)
    for count in (2, 4, 6):
        meter.note(1, count)
    meter.note(2, 3)
    assert not meter.is_spent
    meter.note(2, 4)
    assert meter.is_spent
