"""Counting prompts without the weights of a model."""

import pytest

from pp_lang.engine import Piece, Prompt, Turn, open_local_model, open_prompt_counter
from pp_lang.model_registry import find_model

TEXTS = ("Hello there.", "  leading space", "日本語と😀", "")


@pytest.mark.model
def test_the_vocabulary_alone_counts_as_the_whole_model_does() -> None:
    path = find_model(None).path
    assert path is not None
    prompts = [Prompt((Turn("user", (Piece(text, is_trusted=True),)),)) for text in TEXTS]
    model = open_local_model(path)
    with open_prompt_counter(path) as counter:
        assert [counter.count(one) for one in prompts] == [model.count(one) for one in prompts]
    model.close()
