"""Plans of what may end before all of it has finished."""

import pytest

from pp_lang.planner import Bounds, Plan
from tests.support.plans import plan_of, step_of

DECLARED = '''
template ask(q: text) -> text { max_tokens: 20 } """{{ q }}"""
program some(items: list[text] until len(items) > 1) -> int { return len(items) }
'''


def plan_of_body(body: str) -> Plan:
    """Return the plan of a program with this body."""
    return plan_of(f"{DECLARED}program main() {{\n{body}\n}}")


@pytest.mark.parametrize(
    "body",
    [
        'xs = sample 8 within { budget: 40 }: ask("tea")  return len(xs)',
        'xs = map i in range(8) within { deadline: 4 }: ask("tea")  return len(xs)',
        'xs = sample 8: ask("tea")  return some(xs)',
    ],
)
def test_any_number_of_items_may_finish(body: str) -> None:
    plan = plan_of_body(body)
    assert step_of(plan, "xs").items == Bounds(0, 8)
    assert step_of(plan, "xs", "result").runs == Bounds(0, 8)
    assert plan.tokens is not None
    assert plan.tokens.to_decode == 160
    assert [(one.id, one.what) for one in plan.unknowns] == [("main/xs", "how many items finish")]


def test_a_repeat_with_limits_may_end_after_any_round() -> None:
    body = 'return repeat x = "tea" up to 4 within { budget: 9 }: ask(x)'
    plan = plan_of_body(body)
    assert step_of(plan, "result").items == Bounds(0, 4)


def test_what_follows_depends_on_the_items_that_finish() -> None:
    body = 'xs = sample 8 within { budget: 40 }: ask("tea")\nreturn map x in xs: ask(x)'
    plan = plan_of_body(body)
    assert step_of(plan, "result").items == Bounds(0, 8)
    assert any(one.id == "main/result" for one in plan.unknowns)


def test_a_plan_names_what_may_end_it() -> None:
    body = 'xs = sample 8 within { budget: 40 }: ask("tea")  return some(xs)'
    assert step_of(plan_of_body(body), "xs").detail == ("sample within … until …")
