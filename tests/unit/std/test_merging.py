"""Merges of many texts within a budget of tokens."""

import pytest

from pp_lang.engine import FakeSettings
from pp_lang.evaluation import Value
from tests.support.runtime_builders import PretendModels, run

SOURCE = '''
import std.merging

template merge(notes: list[text]) -> text { max_tokens: 5 } """
  {% for note in notes %} {{ note }} {% end %}
"""

program main(notes: list[text], tokens: int(1..1000)) { return merging.tree(notes, merge, tokens) }

program free(notes: list[text]) { return merging.tree(notes, merge) }

program joined(notes: list[text]) { return merging.tree(notes, x => join(x, "-"), 1) }
'''
NOTES: list[Value] = ["red sun over the sea"] * 8


def models_of(program: str, **inputs: Value) -> PretendModels:
    """Return the models after a run."""
    models = PretendModels(FakeSettings(answers={"": "a short note"}))
    run(SOURCE, models, program=program, notes=NOTES, **inputs)  # type: ignore[arg-type]  # names
    return models


@pytest.mark.parametrize("tokens", [20, 30, 45])
def test_no_merge_has_more_tokens_than_its_budget(tokens: int) -> None:
    model = models_of("main", tokens=tokens).only
    sizes = [model.count(request.prompt).total for request in model.requests]
    assert max(sizes) <= tokens
    assert len(sizes) > 1


def test_without_a_budget_a_merge_takes_what_the_model_takes() -> None:
    assert len(models_of("free").only.requests) == 1


def test_a_merge_without_a_prompt_has_no_tokens_to_count() -> None:
    outcome = run(SOURCE, PretendModels(), program="joined", notes=["a", "b", "c"])
    assert outcome.value == "a-b-c"
