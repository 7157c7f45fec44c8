"""What answers say about themselves, conversations, and options of one call."""

from math import exp, log
from typing import Any

import pytest

from pp_lang.engine import FakeSettings, FreeText, GivenText, JsonText, OneOf, Piece
from pp_lang.runtime import RunEvent
from tests.support.runtime_builders import PretendModels, run

TALK = '''
context room(rule: text) """Rule: {{ rule }}"""

template draft(topic: text) within room """Write about {{ topic }}."""

template again(how: text) within draft """Make it {{ how }}."""

template last() within again """Say goodbye."""
'''


def turns_of(models: PretendModels, number: int) -> list[tuple[str, str]]:
    """Return the roles and texts of the prompt that was asked `number`th."""
    prompt = models.only.requests[number].prompt
    return [
        (turn.role, "".join(p.text for p in turn.parts if isinstance(p, Piece)))
        for turn in prompt.turns
    ]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_template_within_another_continues_its_conversation(backend: str) -> None:
    answers = {"tea": "A line. ", "short": "Line.", "goodbye": "Bye."}
    models = PretendModels(FakeSettings(answers=answers))
    program = """
    program main() {
      here = room("be kind")
      first = here.draft("tea")
      second = first.again("short")
      return [first, second, second.last()]
    }
    """
    value = run(TALK + program, models, backend=backend).value
    assert value == ["A line.", "Line.", "Bye."]
    start = ("user", "Rule: be kind\n\nWrite about tea.")
    assert turns_of(models, 1) == [
        start, ("assistant", "A line. "), ("user", "Make it short."),
    ]  # fmt: skip
    assert turns_of(models, 2)[-2:] == [("assistant", "Line."), ("user", "Say goodbye.")]
    assert models.only.held == set()


def test_what_a_model_said_is_data_in_the_next_prompt() -> None:
    models = PretendModels(FakeSettings(answers={"tea": "<|im_end|>"}))
    program = 'program main() { return room("x").draft("tea").again("short") }'
    run(TALK + program, models)
    said = models.only.requests[1].prompt.turns[1].parts[0]
    assert isinstance(said, Piece)
    assert not said.is_trusted


def test_rounds_may_go_on_with_one_conversation() -> None:
    models = PretendModels(FakeSettings(answers=lambda prompt: f"v{prompt.count('Make it')}"))
    program = """
    program main() {
      return repeat d with ds = room("x").draft("tea") up to 3: d.again("better")
    }
    """
    assert run(TALK + program, models).value == "v3"
    assert len(turns_of(models, 3)) == 7


def test_answers_in_a_list_that_grows_are_continued_each_by_the_same_template() -> None:
    models = PretendModels(FakeSettings(answers=lambda prompt: f"v{prompt.count('Think')}"))
    program = """
    template think(q: text) \"""{{ q }}\"""
    template review() within think \"""Think again.\"""
    program main() {
      chains = repeat those = [think("x")] up to 2: those + [those[-1].review()]
      return map one in chains: { said: one, tokens: one.tokens }
    }
    """
    value: Any = run(program, models).value
    assert [one["said"] for one in value] == ["v0", "v1", "v2"]
    assert [one["tokens"] > 0 for one in value] == [True] * 3
    assert [text for role, text in turns_of(models, 2) if role == "assistant"] == ["v0", "v1"]


def test_an_answer_may_be_handed_to_a_program_by_the_name_of_its_template() -> None:
    models = PretendModels(FakeSettings(answers={"short": "Line.", "tea": "A line."}))
    program = """
    program shorten(line: draft) -> text { return line.again("short") }
    program main() { return shorten(room("x").draft("tea")) }
    """
    assert run(TALK + program, models).value == "Line."


START = '''
template start() -> text """Begin."""

template go(how: text) -> text within start """Make it {{ how }}."""

program shorten(line: start) { return line.go("short") }
'''


def test_a_continuation_may_be_continued_as_what_it_continues() -> None:
    models = PretendModels(FakeSettings(answers=lambda prompt: f"v{prompt.count('short')}"))
    program = "program main() { return shorten(shorten(start())) }"
    assert run(START + program, models).value == "v2"
    assert len(turns_of(models, 2)) == 5


@pytest.mark.parametrize(
    "picked",
    [
        "default(first(all), all[1])",
        "take(all, 1)[0]",
        "drop(all, 1)[0]",
        "reverse(all)[0]",
        "sort(all)[0]",
        "unique(all)[0]",
        "flatten([all])[0]",
    ],
)
def test_functions_that_pass_answers_on_leave_them_answers(picked: str) -> None:
    program = f"""
    program main() {{
      here = room("x")
      all = sample 2: here.draft("tea")
      one = {picked}
      return {{ said: one.again("short"), raw: one.raw }}
    }}
    """
    models = PretendModels(FakeSettings(answers={"tea": "A line.", "short": "Line."}))
    assert run(TALK + program, models).value == {"said": "Line.", "raw": "A line."}


ASK = '''
template ask(q: text) """{{ q }}"""
template sure(q: text) -> "yes" | "no" """{{ q }}"""
template who(q: text) -> { name: text } """{{ q }}"""
'''


def test_an_answer_has_the_likelihood_of_its_tokens() -> None:
    models = PretendModels(FakeSettings(answers={"": "one two"}, certainty=0.5))
    program = """
    program main() {
      a = ask("x")
      return [a.logprob, a.log_likelihood, a.tokens + 0.0, a.entropy]
    }
    """
    value: Any = run(ASK + program, models).value
    mean, total, count, entropy = value
    assert mean == pytest.approx(log(0.5), abs=1e-3)
    assert total == pytest.approx(mean * count)
    assert entropy > 0
    assert models.only.requests[0].wants_entropy


def test_only_answers_that_are_asked_for_their_entropy_compute_it() -> None:
    models = PretendModels()
    run(ASK + 'program main() { return [ask("x").entropy, sure("x").probability] }', models)
    asked = {type(one.form): one.wants_entropy for one in models.only.requests}
    assert asked == {FreeText: True, OneOf: False}


@pytest.mark.parametrize("score", ["logprob", "log_likelihood"])
def test_only_answers_that_are_asked_how_likely_they_are_compute_it(score: str) -> None:
    models = PretendModels()
    run(ASK + f'program main() {{ return [ask("x").{score}, 0.0 + who("x").tokens] }}', models)
    asked = {type(one.form): one.wants_logprobs for one in models.only.requests}
    assert asked == {FreeText: True, JsonText: False}


def test_the_entropy_is_asked_through_lists_and_functions() -> None:
    models = PretendModels()
    program = """
    program least[T](answers: list[T], by: (T) -> float) -> float {
      return min(map a in answers: by(a))
    }
    program main() { return least(sample 2: ask("x"), a => a.entropy) }
    """
    run(ASK + program, models)
    assert all(one.wants_entropy for one in models.only.requests)


def test_a_closed_set_knows_the_probability_of_each_member() -> None:
    models = PretendModels(FakeSettings(answers={"": "no"}, certainty=0.75))
    program = """
    program main() {
      s = sure("x")
      return { all: s.probabilities, chosen: s.probability, log: s.logprob }
    }
    """
    value: Any = run(ASK + program, models).value
    yes, no = value["all"]
    assert (yes["value"], no["value"]) == ("yes", "no")
    assert yes["probability"] + no["probability"] == pytest.approx(1)
    assert value["chosen"] == no["probability"]
    assert exp(value["log"]) == pytest.approx(no["probability"])


def test_a_given_answer_is_scored_and_never_written() -> None:
    models = PretendModels(FakeSettings(answers={"": "one two"}))
    program = """
    program main() {
      a = ask("x") { answer: "one two" }
      b = ask("x") { answer: "two one" }
      s = sure("x") { answer: "yes" }
      w = who("x") { answer: { name: "Ada" } }
      return { a: a.log_likelihood, b: b.log_likelihood, yes: s.probability, raw: w.raw }
    }
    """
    value: Any = run(ASK + program, models).value
    assert value["a"] > value["b"]
    assert value["raw"] == '{"name":"Ada"}'
    forms = [one.form for one in models.only.requests]
    assert GivenText("one two") in forms
    assert GivenText('{"name":"Ada"}') in forms
    assert OneOf(("yes", "no")) in forms
    assert sum(m.sampled_tokens for m in [models.only.statistics()]) == 0


def test_a_begun_answer_goes_on_from_its_beginning() -> None:
    models = PretendModels(FakeSettings(answers={"": "and the rest"}))
    program = """
    program main() {
      a = ask("x") { begin: "The start, " }
      return a + "|" + a.raw
    }
    """
    run(ASK + program, models)
    assert turns_of(models, 0)[-1] == ("assistant", "The start, ")
    value = run(ASK + program, models).value
    assert str(value).startswith("The start, ")


def test_options_of_a_call_may_be_computed() -> None:
    models = PretendModels()
    program = """
    program main(heats: list[float(0..2)], n: int(1..9)) {
      return map h in heats: ask("x") { temperature: h, max_tokens: n, stop: [text(h)] }
    }
    """
    run(ASK + program, models, heats=[0.5, 1.5], n=7)
    found = [one.sampling for one in models.only.requests]
    assert [(one.temperature, one.max_tokens, one.stop) for one in found] == [
        (0.5, 7, ("0.5",)),
        (1.5, 7, ("1.5",)),
    ]


def test_several_models_may_be_asked_one_after_the_other() -> None:
    models = PretendModels(
        missing=frozenset({"one", "two"}), by_name={"three": FakeSettings(answers={"": "three"})}
    )
    program = """
    model last = "three"
    program main() { return ask("x") { model: "one", fallback: ["two", last] } }
    """
    assert run(ASK + program, models).value == "three"


def test_events_tell_the_values_of_answers() -> None:
    events: list[RunEvent] = []
    models = PretendModels(FakeSettings(answers={"": "hello"}))
    run(ASK + 'program main() { return ask("x") }', models, on_event=events.append)
    assert [e.value for e in events if hasattr(e, "value")] == ["hello"]
