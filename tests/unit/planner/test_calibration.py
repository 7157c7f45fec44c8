"""What a plan says of calibrated answers."""

from tests.support.plans import plan_of

JUDGE = '''template judge(x: text) -> bool %s """Judge this: {{ x }}"""
program main(xs: list[text]) {
  verdicts = map x in xs: judge(x)
  return verdicts
}
'''
ALONE = '''template judge(x: text) -> bool """Judge this: {{ x }}"""
program main(x: text) { return judge(x) }
'''


def test_a_map_that_is_a_batch_says_that_its_items_wait() -> None:
    plan = plan_of(JUDGE % '{ calibrate: "batch" }', {"xs": ["a", "b"]})
    (note,) = plan.notes
    assert note == (
        "main/verdicts: its items wait for one another at `judge`, which is calibrated by the "
        "answers to all of them"
    )


def test_prompts_without_data_are_told() -> None:
    (note,) = plan_of(JUDGE % '{ calibrate: "prior" }').notes
    assert note.startswith("main/verdicts[]: `judge` is also asked without data, three times")


def test_settings_of_the_run_count() -> None:
    assert len(plan_of(JUDGE % "", settings={"calibrate": "batch"}).notes) == 1
    program = JUDGE % '{ calibrate: "batch" }'
    assert plan_of(program, settings={"calibrate": "none"}).notes == ()


def test_a_batch_outside_any_map_is_known_to_fail() -> None:
    plan = plan_of(ALONE, settings={"calibrate": "batch"})
    assert plan.problems == ("main/result: `judge` is calibrated by a batch outside any map",)
