"""Plans of calls that score, begin and continue answers."""

from pp_lang.planner import Plan
from tests.support.plans import plan_of, step_of

DECLARED = '''
template ask(q: text) -> text { max_tokens: 20 } """Say {{ q }}"""
template more(q: text) -> text within ask { max_tokens: 10 } """And {{ q }}"""
'''


def plan_of_body(body: str, parameters: str = "") -> Plan:
    """Return the plan of a program with this body."""
    return plan_of(f"{DECLARED}program main({parameters}) {{\n{body}\n}}")


def test_a_given_answer_is_read_with_the_prompt_and_nothing_is_decoded() -> None:
    plain = plan_of_body('a = ask("tea")  return a')
    scored = plan_of_body('a = ask("tea") { answer: "one two three" }  return a.logprob')
    assert plain.tokens is not None
    assert scored.tokens is not None
    assert scored.tokens.to_decode == 0
    assert scored.tokens.to_prefill.low > plain.tokens.to_prefill.low


def test_a_computed_token_limit_is_bounded_by_its_type() -> None:
    plan = plan_of_body('a = ask("tea") { max_tokens: n }  return a', "n: int(1..7)")
    assert plan.tokens is not None
    assert plan.tokens.to_decode == 7


def test_a_continuation_reads_the_turns_before_it() -> None:
    plan = plan_of_body('a = ask("tea")  b = a.more("milk")  return b')
    first, second = (step_of(plan, name).generation for name in ("a", "b"))
    assert first is not None
    assert first.prompt_tokens is not None
    assert second is not None
    assert second.prompt_tokens is not None
    assert second.prompt_tokens.low > first.prompt_tokens.low
    assert [one.id for one in plan.unknowns] == ["main/b"]
    assert [link.id for link in plan.critical_path] == ["main/a", "main/b"]
