"""What a run asks of a model that was opened before."""

import pytest

import pp_lang
from pp_lang.api import Model, open_language_model
from pp_lang.engine import Engine, EngineConfig, FakeBackend, Opening
from pp_lang.errors import InputError
from pp_lang.model_registry import ModelLocation

PROGRAM = pp_lang.compile(
    'template story(topic: text) -> text """Tell of {{ topic }}."""\n'
    "program main(topics: list[text]) { return map topic in topics: story(topic) }"
)
ASKS = pp_lang.RunOptions(batch_invariant=True)


def opened(width: int | None) -> Model:
    config = EngineConfig(batch_invariant=width is not None)
    opening = Opening(1, 512, None, "f16", invariant_width=width)
    return Model(Engine(FakeBackend(config=config), config, opening))


def test_a_model_that_was_opened_without_it_is_refused() -> None:
    with opened(None) as model, pytest.raises(InputError, match="opened without that"):
        PROGRAM.run(topics=["tea"], model=model, options=ASKS)


def test_a_model_that_was_opened_for_it_is_used() -> None:
    with opened(1) as model:
        assert len(PROGRAM.run(topics=["tea", "ink"], model=model, options=ASKS)) == 2


def test_a_model_that_is_opened_for_it_answers_one_at_a_time() -> None:
    model = open_language_model(
        ModelLocation("fake", None, is_fake=True), EngineConfig(cells=512), batch_invariant=True
    )
    assert model.info.max_width == 1
    model.close()
