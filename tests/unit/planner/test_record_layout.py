"""When records are written without the names of their fields, and what a plan says of it."""

import pytest

from pp_lang.evaluation import Value
from pp_lang.semantics import OptionValue
from tests.support.plans import plan_of

PROGRAM = '''type Triage { mood: "happy" | "angry", topic: text(max_chars: 20) }
type Example { review: text, answer: Triage }

context desk(%(examples)s, data: text = "none") """
  %(context)s
"""

template triage(review: text) -> %(output)s within desk { records: "compact" } """
  {%% user %%}
  {{ review }} %(body)s
"""

%(more)s
program main(reviews: list[text]) {
  office = desk([{ review: "It broke.", answer: { mood: "angry", topic: "zip" } }])
  return map review in reviews: office.triage(review)
}
'''
SHOWN = """{% for one in examples %}
  {% user %}
  {{ one.review }}
  {% assistant %}
  {{ one.answer }}
  {% end %}"""
USUAL = {
    "examples": "examples: list[Example](min_items: 1)",
    "context": SHOWN,
    "output": "Triage",
    "body": "Answer as {{ format }}.",
    "more": "",
}
REVIEWS: dict[str, Value] = {"reviews": ["Fine."]}


def note_of(parts: dict[str, str], settings: dict[str, OptionValue] | None = None) -> str:
    """Return what the plan says of the names; nothing where it says nothing."""
    plan = plan_of(PROGRAM % {**USUAL, **parts}, REVIEWS, settings=settings or {})
    (_, step) = plan.steps
    (inner,) = step.steps
    assert inner.generation is not None
    (note,) = plan.notes or ("",)
    assert inner.generation.is_compact is note.startswith(
        "main/result[]: records are written without names"
    )
    return note


def test_names_go_where_the_program_says_so_and_examples_are_values() -> None:
    note = note_of({})
    assert note.startswith("main/result[]: records are written without names, about ")
    assert note.endswith(" tokens fewer in each answer")


def test_a_run_can_let_names_go_and_keep_them() -> None:
    assert note_of({}, {"records": "keyed"}) == ""
    plain = PROGRAM.replace(' { records: "compact" }', "") % USUAL
    assert plan_of(plain, REVIEWS).notes == ()
    (note,) = plan_of(plain, REVIEWS, settings={"records": "compact"}).notes
    assert "without names" in note


def test_tokens_are_counted_for_the_prompt_that_is_asked() -> None:
    def prefilled(settings: dict[str, OptionValue]) -> int:
        plan = plan_of(PROGRAM % USUAL, REVIEWS, settings=settings)
        assert plan.tokens is not None
        (prefix,) = plan.prefixes
        assert (prefix.openings.high, prefix.readers.high) == (1, 1)
        return plan.tokens.to_prefill.low

    assert prefilled({}) < prefilled({"records": "keyed"})


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"context": "Be brief."}, "not every prompt shows an answer that the assistant gave"),
        (
            {"examples": "examples: list[Example]"},
            "not every prompt shows an answer that the assistant gave",
        ),
        (
            {
                "context": "{% assistant %}\n"
                "{% if len(examples) > 0 %}{{ examples[0].answer }}{% end %}"
            },
            "not every prompt shows an answer that the assistant gave",
        ),
        ({"body": 'Such as {"mood": "happy"}.'}, "the prompt's own text shows them"),
        ({"context": SHOWN + "\n{% user %}\nAs {{ examples[0].answer }}"}, "shown as data"),
        (
            {"output": "Triage | { mood: text }"},
            "a list could be one of two things",
        ),
        (
            {"more": 'template again() -> text within triage """Why?"""\n'},
            "the conversation goes on",
        ),
    ],
)
def test_names_stay_where_a_model_could_be_misled_and_the_plan_says_why(
    parts: dict[str, str], why: str
) -> None:
    note = note_of(parts)
    assert note.startswith("main/result[]: records are written with names, as ")
    assert why in note


def test_an_answer_without_records_has_no_names_to_lose() -> None:
    assert note_of({"output": "list[text]"}) == ""
