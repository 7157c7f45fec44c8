"""What is scored and has to make room for an older answer is scored again from where it was."""

import pytest

from pp_lang.engine import (
    Engine,
    EngineConfig,
    Failed,
    FakeBackend,
    FakeSettings,
    Finished,
    GenerationRequest,
    GenerationResult,
    GivenText,
    JsonText,
    ModelStatistics,
    OneOf,
    RequestId,
    Rows,
)
from pp_lang.engine.backend import FloatArray
from tests.support.engine_builders import ends_of, request

RECORD = '{"type": "object", "required": ["t"], "properties": {"t": {"type": "string"}}}'
LONG_RECORD = FakeSettings(answers={"record": '{"t":"' + "abc " * 60 + '"}'})
TEXT = request("q", GivenText("the sea is a mirror " * 7))
OPTIONS = request("q", OneOf(tuple(f"{letter} of 39 " * 6 for letter in "ABCDEFGHIJKL")))


class _WatchedBackend(FakeBackend):
    """Remembers how many cells the last batch held while it ran."""

    held = 0

    def decode(self, rows: Rows) -> FloatArray:
        logits = super().decode(rows)
        self.held = self.num_held[1]
        return logits


def _score_late(
    scored: GenerationRequest, *, after: int, cells: int
) -> tuple[GenerationResult, ModelStatistics]:
    """Let a record grow for `after` steps, then score something beside it."""
    config = EngineConfig(cells=cells, batch_tokens=80)
    backend = _WatchedBackend(LONG_RECORD, config)
    engine = Engine(backend, config)
    engine.submit(request("record", JsonText(RECORD)))
    for _ in range(after):
        engine.step()
    number = engine.submit(scored)
    ends: dict[RequestId, Finished | Failed] = {}
    while engine.has_work:
        ended = ends_of(engine.step())
        assert ended or backend.held <= engine.statistics().cells_in_use
        ends |= ended
    end = ends[number]
    assert isinstance(end, Finished), end
    assert backend.num_held == (0, 0)
    return end.result, engine.statistics()


@pytest.mark.parametrize("scored", [TEXT, OPTIONS], ids=["text", "options"])
def test_what_is_sent_back_while_it_is_scored_comes_out_right(scored: GenerationRequest) -> None:
    expected, roomy = _score_late(scored, after=0, cells=8192)
    num_sent_back = 0
    for after in range(118, 130):
        result, statistics = _score_late(scored, after=after, cells=256)
        assert result.logprobs == expected.logprobs
        assert result.option_logprobs == expected.option_logprobs
        num_sent_back += statistics.prefilled_tokens > roomy.prefilled_tokens
    assert num_sent_back > 0
