import json
import re

import jsonschema  # type: ignore[import-untyped]  # no stubs among our tools
import numpy as np
import pytest

from pp_lang.engine import (
    FakeBackend,
    FakeSettings,
    JsonText,
    LanguageModel,
    RegexText,
    open_fake_model,
)
from pp_lang.engine.grammar_constraint import GrammarCompiler
from pp_lang.errors import GenerationError
from pp_lang.sampling_params import SamplingParams
from tests.support.engine_builders import TRIAGE_SCHEMA, answer_all, request

SCHEMAS = {
    "record": TRIAGE_SCHEMA,
    "list": """{"type": "array", "minItems": 1, "maxItems": 4,
        "items": {"type": "string", "maxLength": 9}}""",
    "nullable": '{"anyOf": [{"type": "null"}, {"type": "number", "minimum": -2, "maximum": 2.5}]}',
    "nested": """{"type": "object", "required": ["a", "b"], "additionalProperties": false,
        "properties": {
        "a": {"type": "array", "maxItems": 3, "items": {"type": "object", "required": ["c"],
              "additionalProperties": false, "properties": {"c": {"type": "boolean"}}}},
        "b": {"const": "fixed \\"text\\""}}}""",
    "tuple": """{"type": "array", "items": false, "minItems": 3, "prefixItems": [
        {"enum": ["happy", "angry"]}, {"type": "integer", "minimum": 1, "maximum": 5},
        {"type": "array", "maxItems": 2, "items": {"type": "array", "items": false, "minItems": 2,
            "prefixItems": [{"type": "string", "maxLength": 6}, {"type": "boolean"}]}}]}""",
    "pattern": '{"type": "string", "pattern": "^[A-Z]{2}-[0-9]{3}$"}',
}
PATTERNS = ("[a-z]{2,6}", "(yes|no|maybe)", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "é🙂[abc]+")


def _seeds(count: int) -> list[SamplingParams]:
    return [
        SamplingParams(temperature=1.5, seed=seed, top_k=0, top_p=1, min_p=0, max_tokens=400)
        for seed in range(count)
    ]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_drawn_answer_satisfies_its_schema(name: str) -> None:
    schema = json.loads(SCHEMAS[name])
    asked = [request("x", JsonText(SCHEMAS[name]), sampling=params) for params in _seeds(100)]
    for result in answer_all(open_fake_model(), asked):
        assert result.reason == "complete", result.text
        jsonschema.validate(json.loads(result.text), schema)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_drawn_answer_matches_its_pattern(pattern: str) -> None:
    asked = [request("x", RegexText(pattern), sampling=params) for params in _seeds(50)]
    for result in answer_all(open_fake_model(), asked):
        assert result.reason in ("complete", "max_tokens")
        if result.reason == "complete":
            assert re.fullmatch(pattern, result.text)


def test_json_is_compact() -> None:
    (result,) = answer_all(open_fake_model(), [request("x", JsonText(TRIAGE_SCHEMA))])
    value = json.loads(result.text)
    assert result.text == json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def test_forced_and_sampled_tokens_are_counted_apart() -> None:
    (result,) = answer_all(open_fake_model(), [request("x", JsonText(TRIAGE_SCHEMA))])
    assert result.tokens.forced > 0
    assert result.tokens.sampled == len(result.logprobs)


def test_a_form_without_any_choice_needs_no_step_of_the_model() -> None:
    model = open_fake_model()
    (result,) = answer_all(model, [request("x", JsonText('{"const": "only this"}'))])
    assert (result.text, result.reason, result.tokens.sampled) == ('"only this"', "complete", 0)
    assert model.statistics().steps == 0


@pytest.mark.parametrize("limit", range(1, 12))
def test_a_form_that_hits_the_token_limit_says_so(limit: int) -> None:
    sampling = SamplingParams(max_tokens=limit)
    model = open_fake_model()
    (result,) = answer_all(model, [request("x", JsonText(TRIAGE_SCHEMA), sampling=sampling)])
    assert result.reason == "max_tokens"
    assert result.tokens.sampled + result.tokens.forced == limit


@pytest.mark.parametrize(
    "schema",
    [
        '{"type": "object", "patternProperties": {"a": {"type": "integer"}}}',
        '{"type": "array", "items": {"type": "string", "format": "email"}}',
        '{"anyOf": [{"not": {"type": "string"}}]}',
        '{"type": "object", "additionalProperties": true}',
        '{"type": "integer", "minimum": 5, "maximum": 4}',
        '{"type": "string", "pattern": "("}',
        '{"properties": 3}',
        '{"type": "array", "items": false}',
        '{"type": "array", "prefixItems": {"type": "string"}, "items": false}',
        '{"type": "array", "prefixItems": [{"format": "email"}], "items": false}',
        "[1]",
        "not json",
    ],
)
def test_a_schema_that_cannot_be_enforced_is_refused_at_submit(schema: str) -> None:
    with pytest.raises(GenerationError):
        open_fake_model().submit(request("x", JsonText(schema)))


def test_a_pattern_that_is_no_pattern_is_refused_at_submit() -> None:
    with pytest.raises(GenerationError, match="cannot be enforced"):
        open_fake_model().submit(request("x", RegexText("(a")))


def test_equal_forms_do_not_disturb_each_other() -> None:
    answers = {
        "one": '{"mood":"happy","score":1,"topic":"a"}',
        "two": '{"mood":"angry","score":5,"topic":"b"}',
    }
    model: LanguageModel = open_fake_model(FakeSettings(answers=answers))
    asked = [request(word, JsonText(TRIAGE_SCHEMA)) for word in ("one", "two", "one")]
    texts = [result.text for result in answer_all(model, asked)]
    assert texts == [answers["one"], answers["two"], answers["one"]]


@pytest.mark.parametrize("form", [*map(JsonText, SCHEMAS.values()), *map(RegexText, PATTERNS)])
def test_a_token_alone_is_allowed_where_the_mask_allows_it(form: JsonText | RegexText) -> None:
    backend = FakeBackend()
    names, ends = backend.vocabulary.names, backend.special.end_of_turn
    compiled = GrammarCompiler(backend.grammar_tokenizer(), ends).compile(form)
    random = np.random.default_rng(3)
    for _ in range(6):
        constraint = compiled.start()
        while not constraint.is_complete:
            allowed = np.flatnonzero(np.unpackbits(constraint.allowed(), bitorder="little"))
            one_by_one = {token for token in range(len(names)) if constraint.allows(token)}
            assert set(allowed.tolist()) <= one_by_one
            # Of tokens with the same text a mask has one.
            assert {names[token] for token in one_by_one} == {names[token] for token in allowed}
            token = int(random.choice(allowed))
            if token in ends:
                break
            constraint.consume(token)
            constraint.force()  # before it, a mask allows the first forced token only


def test_a_draw_needs_a_mask_only_where_the_most_likely_token_is_not_allowed() -> None:
    params = SamplingParams(temperature=1.2, seed=3)
    asked = [request("x", JsonText(TRIAGE_SCHEMA), sampling=params)]
    model = open_fake_model(FakeSettings(answers={"x": '{"mood":"happy","score":1,"topic":"a"}'}))
    (result,) = answer_all(model, asked)
    assert model.statistics().masks < result.tokens.sampled
