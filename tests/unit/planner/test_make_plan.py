"""What a plan knows: counts, prefixes, tokens, cells, the longest chain."""

import pytest

from pp_lang.compiler import compile_source
from pp_lang.evaluation import Value
from pp_lang.planner import Bounds, make_plan
from pp_lang.source import SourceFile
from tests.support.plans import DESK, REVIEWS, TRIAGE, plan_of, step_of


def test_a_map_over_a_given_list_has_its_length() -> None:
    plan = plan_of(TRIAGE, {"policy": "Be kind.", "reviews": REVIEWS})
    assert step_of(plan, "verdicts").items == Bounds(3, 3)
    assert step_of(plan, "verdicts", "result").runs == Bounds(3, 3)


def test_a_map_over_an_input_that_is_not_given_has_no_bound() -> None:
    plan = plan_of(TRIAGE)
    assert step_of(plan, "verdicts").items == Bounds(0, None)
    assert ("reviews", "not given") in plan.inputs
    assert plan.tokens is not None
    assert plan.tokens.to_decode is None


def test_merges_of_a_filtered_list_are_bounded_by_the_whole_list() -> None:
    plan = plan_of(TRIAGE, {"policy": "Be kind.", "reviews": REVIEWS})
    assert step_of(plan, "brief").items == Bounds(1, 2)
    unknown = next(u for u in plan.unknowns if u.id == "main/brief")
    assert unknown.depends_on == ("main/verdicts[]",)


def test_a_context_is_one_prefix_with_template_heads_below_it() -> None:
    plan = plan_of(TRIAGE, {"policy": "Be kind.", "reviews": REVIEWS})
    (desk,) = plan.prefixes
    assert (desk.place, desk.openings) == ("desk", Bounds(1, 1))
    assert [prefix.place for prefix in desk.prefixes] == ["head of triage", "head of merge"]
    assert desk.prefixes[0].readers == Bounds(3, 3)


def test_saved_tokens_are_what_the_other_readers_do_not_read_again() -> None:
    program = (
        TRIAGE.replace("brief    = reduce topics with office.merge by tree", "")
        .replace('topics   = map v in verdicts if v.mood == "angry": v.topic', "")
        .replace(", brief", "")
    )
    plan = plan_of(program, {"policy": "Be kind.", "reviews": REVIEWS})
    (desk,) = plan.prefixes
    (head,) = desk.prefixes
    assert plan.tokens is not None
    assert plan.tokens.saved.is_exact
    assert plan.tokens.saved.low == 2 * (desk.tokens.low + head.tokens.low)
    assert plan.tokens.to_prefill.low + plan.tokens.saved.low == plan.tokens.without_sharing.low


def test_one_context_opened_on_many_texts_is_many_prefixes() -> None:
    plan = plan_of(
        '''
context page(body: text) """
  Read: {{ body }}
"""
template ask(question: text) -> "yes" | "no" within page """
  Answer: {{ question }}
"""
program main(docs: list[text], questions: list[text]) {
  return map doc in docs: {
    here = page(doc)
    return map question in questions: here.ask(question)
  }
}
''',
        {"docs": ["one", "two two", "one"], "questions": ["a?", "b?", "c?"]},
    )
    (page,) = plan.prefixes
    assert page.openings == Bounds(2, 2), "equal texts are one prefix"
    assert page.readers == Bounds(9, 9)
    assert plan.tokens is not None
    assert plan.tokens.to_decode == 0, "closed answers are scored"


def test_a_default_is_used_where_an_input_is_left_out() -> None:
    plan = plan_of(
        '''
template pitch(topic: text) -> text """
  A headline about {{ topic }}.
"""
program main(topic: text, n: int = 4) { return sample n: pitch(topic) }
''',
        {"topic": "rain"},
    )
    assert ("n", "its default") in plan.inputs
    assert plan.generations == Bounds(4, 4)
    (head,) = plan.prefixes
    (whole,) = head.prefixes
    assert (whole.place, whole.openings, whole.readers) == (
        "whole prompt of pitch",
        Bounds(1, 1),
        Bounds(4, 4),
    )


@pytest.mark.parametrize(("mode", "merges"), [("flat", Bounds(1, 1)), ("tree", Bounds(3, 39))])
def test_merges_depend_on_the_mode(mode: str, merges: Bounds) -> None:
    program = (
        DESK
        + f"""
program main(notes: list[text]) {{
  office = desk("Be kind.")
  return reduce notes with office.merge by {mode}
}}
"""
    )
    plan = plan_of(program, {"notes": [f"note {i}" for i in range(40)]})
    (reduce,) = [step for step in plan.steps if step.kind == "reduce"]
    assert reduce.items == merges


def test_a_fold_is_as_long_as_its_list_in_the_critical_path() -> None:
    plan = plan_of(
        '''
template extend(story: text, line: text) -> text { max_tokens: 20 } """
  {{ story }} {{ line }}
"""
program main(lines: list[text]) { return reduce lines with extend by fold }
''',
        {"lines": ["a", "b", "c", "d"]},
    )
    assert plan.chain_length == Bounds(3, 3)
    assert plan.generations == Bounds(3, 3)


def test_a_branch_that_only_the_run_can_choose_may_run_or_not() -> None:
    plan = plan_of(
        '''
template ask(x: text) -> "yes" | "no" """
  {{ x }}
"""
template tell(x: text) -> text """
  Tell about {{ x }}
"""
program main(x: text) {
  sure = ask(x)
  return if sure == "yes": tell(x) else: "nothing"
}
''',
        {"x": "rain"},
    )
    assert plan.generations == Bounds(1, 2)
    assert plan.chain_length == Bounds(1, 2)
    assert any(unknown.what == "which branch runs" for unknown in plan.unknowns)


@pytest.mark.parametrize(
    "value",
    [
        "{ one = first(sample 2: ask(x))  return if one != none: one.again() else: none }",
        "{ found = some(x)  return if found != none: { return map y in found: ask(y) } else: [] }",
        "{ r = both(x)  return if r.a != none: { f = r.a  return map y in f: ask(y) } else: [] }",
    ],
)
def test_what_may_be_none_is_planned_where_it_is_asked_for_as_what_it_is(value: str) -> None:
    plan = plan_of(
        f'''
template ask(x: text) -> text """{{{{ x }}}}"""
template again() -> text within ask """Again."""
template some(x: text) -> list[text]? """{{{{ x }}}} {{{{ format }}}}"""
template both(x: text) -> {{ a: list[text]? }} """{{{{ x }}}} {{{{ format }}}}"""
program main(x: text) {{ return {value} }}
'''
    )
    assert not plan.problems
    assert plan.generations.high != plan.generations.low


def test_a_prompt_that_cannot_fit_is_reported() -> None:
    plan = plan_of(TRIAGE, {"policy": "word " * 400, "reviews": REVIEWS}, cells=256)
    assert plan.problems
    assert plan.problems[0].startswith("main/verdicts[]: a prompt of ")
    assert "exceed the model's context of 256" in plan.problems[0]


def test_the_width_falls_where_cells_are_short() -> None:
    inputs: dict[str, Value] = {"policy": "Be kind.", "reviews": [f"review {i}" for i in range(40)]}
    wide = step_of(plan_of(TRIAGE, dict(inputs)), "verdicts", "result").generation
    narrow = step_of(plan_of(TRIAGE, dict(inputs), cells=800), "verdicts", "result").generation
    assert wide is not None
    assert narrow is not None
    assert wide.width == 16
    assert narrow.width is not None
    assert 0 < narrow.width < 16


def test_what_is_known_to_fail_is_a_problem() -> None:
    program = """
program main(xs: list[int]) { return xs[3] }
"""
    plan = plan_of(program, {"xs": [1]})
    assert plan.problems
    assert "there is no item [3]" in plan.problems[0]
    assert not plan_of(program).problems


def test_an_empty_list_to_reduce_is_a_problem() -> None:
    program = (
        DESK
        + """
program main(notes: list[text]) {
  office = desk("x")
  return reduce notes with office.merge by tree
}
"""
    )
    plan = plan_of(program, {"notes": []})
    assert any("the list is empty" in problem for problem in plan.problems)


def test_settings_bound_the_answers() -> None:
    plan = plan_of(TRIAGE, {"policy": "Be kind.", "reviews": REVIEWS}, settings={"max_tokens": 10})
    assert plan.tokens is not None
    assert plan.tokens.to_decode == 3 * 10 + 2 * 10


def test_without_a_model_there_are_counts_but_no_tokens() -> None:
    compilation = compile_source(SourceFile("test.pp", TRIAGE))
    plan = make_plan(compilation, "main", {"policy": "x", "reviews": REVIEWS}, None)
    assert plan.model is None
    assert plan.tokens is None
    assert plan.memory is None
    assert step_of(plan, "verdicts").items == Bounds(3, 3)


def test_a_very_long_list_is_estimated_from_a_part_of_it() -> None:
    reviews: list[Value] = ["all of one length"] * 5_000
    program = TRIAGE.replace("brief    = reduce topics with office.merge by tree", "brief = 1")
    plan = plan_of(program, {"policy": "Be kind.", "reviews": list(reviews)})
    few = plan_of(program, {"policy": "Be kind.", "reviews": list(reviews[:500])})
    assert plan.notes == ("main/verdicts: sizes are estimated from 1,000 of 5,000 items",)
    assert plan.generations == Bounds(5_000, 5_000)
    assert plan.prefixes[0].openings == Bounds(1, 1)
    assert plan.tokens is not None
    assert few.tokens is not None
    assert plan.tokens.without_sharing.low == 10 * few.tokens.without_sharing.low


def test_the_same_plan_comes_out_each_time() -> None:
    inputs: dict[str, Value] = {"policy": "Be kind.", "reviews": list(REVIEWS)}
    assert plan_of(TRIAGE, dict(inputs)) == plan_of(TRIAGE, dict(inputs))


def test_a_prompt_may_stand_both_inside_and_outside_of_a_sample() -> None:
    plan = plan_of(
        '''
template ask() -> text { max_tokens: 5 } """
  Hello.
"""
program main() { return { once: ask(), often: sample 2: ask() } }
''',
        {},
    )
    assert plan.generations == Bounds(3, 3)
