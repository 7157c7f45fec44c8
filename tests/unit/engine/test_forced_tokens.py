"""What a form leaves no choice about is never sampled."""

import numpy as np
import pytest

from pp_lang.engine import EngineConfig, FakeBackend, FakeSettings, JsonText, RegexText
from pp_lang.engine.backend import FloatArray, Rows
from pp_lang.engine.engine import Engine
from pp_lang.engine.grammar_constraint import GrammarCompiler
from tests.support.engine_builders import TRIAGE_SCHEMA, answer_all, request

FORMS = [
    JsonText(TRIAGE_SCHEMA),
    JsonText('{"type": "array", "minItems": 2, "maxItems": 4, "items": {"enum": ["one", "two"]}}'),
    JsonText('{"anyOf": [{"const": "only this"}, {"type": "null"}, {"type": "boolean"}]}'),
    RegexText("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    RegexText("(yes|no|maybe), and that is all"),
]


class _CountingBackend(FakeBackend):
    """A fake that counts what it is asked for."""

    num_rows = 0
    num_logits = 0

    def decode(self, rows: Rows) -> FloatArray:
        self.num_rows += len(rows.tokens)
        self.num_logits += int(np.count_nonzero(rows.wants_logits))
        return super().decode(rows)


@pytest.mark.parametrize("form", FORMS)
def test_logits_are_computed_for_sampled_tokens_only(form: JsonText | RegexText) -> None:
    backend = _CountingBackend()
    results = answer_all(Engine(backend), [request(f"q{n}", form) for n in range(5)])
    assert backend.num_logits == sum(result.tokens.sampled for result in results)
    assert all(result.tokens.forced for result in results)


def test_forced_tokens_are_read_in_the_batch_of_the_token_before_them() -> None:
    backend = _CountingBackend()
    model = Engine(backend)
    (result,) = answer_all(model, [request("x", JsonText(TRIAGE_SCHEMA))])
    assert result.tokens.forced
    assert model.statistics().steps == result.tokens.sampled
    assert backend.num_rows < sum(
        (result.tokens.prompt, result.tokens.sampled, result.tokens.forced)
    )


@pytest.mark.parametrize("form", FORMS)
def test_whatever_is_sampled_had_an_alternative(form: JsonText | RegexText) -> None:
    backend = FakeBackend(FakeSettings(), EngineConfig())
    compiled = GrammarCompiler(backend.grammar_tokenizer(), backend.special.end_of_turn).compile(
        form
    )
    random = np.random.default_rng(1)
    for _ in range(30):
        constraint = compiled.start()
        while not constraint.is_complete:
            allowed = np.flatnonzero(np.unpackbits(constraint.allowed(), bitorder="little"))
            assert len(allowed) > 1
            token = int(random.choice(allowed))
            if token in backend.special.end_of_turn:
                break
            constraint.consume(token)
            constraint.force()


def test_a_mask_is_computed_only_where_the_most_likely_token_is_not_allowed() -> None:
    answer = '{"mood":"happy","score":1,"topic":"a"}'
    for text, has_masks in ((answer, False), ("something else", True)):
        model = Engine(FakeBackend(FakeSettings(answers={"x": text})))
        answer_all(model, [request("x", JsonText(TRIAGE_SCHEMA))])
        assert bool(model.statistics().masks) == has_masks
