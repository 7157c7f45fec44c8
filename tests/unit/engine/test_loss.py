import numpy as np
import pytest

from pp_lang.engine import FakeBackend, Rows, measure_loss, read_outlook
from pp_lang.engine.backend import FloatArray


class Expecting(FakeBackend):
    """Expects the same after every token."""

    def __init__(self, *probabilities: float) -> None:
        super().__init__()
        self._logits = np.log(np.array(probabilities, dtype=np.float32))

    def decode(self, rows: Rows) -> FloatArray:
        return np.tile(self._logits, (int(rows.wants_logits.sum()), 1))


TEXT = tuple(range(97, 117))


def test_a_model_is_no_distance_away_from_itself() -> None:
    model = Expecting(0.7, 0.2, 0.1)
    assert measure_loss(read_outlook(model, TEXT), model, TEXT) == pytest.approx(0.0, abs=1e-6)


def test_the_distance_is_the_divergence_in_nats_a_token() -> None:
    outlook = read_outlook(Expecting(0.5, 0.25, 0.25), TEXT)
    expected = 0.5 * np.log(0.5 / 0.25) + 0.25 * np.log(0.25 / 0.5)
    assert measure_loss(outlook, Expecting(0.25, 0.5, 0.25), TEXT) == pytest.approx(expected, 1e-5)


def test_unlikely_tokens_count_together() -> None:
    tail = [0.1 / 1000] * 1000
    outlook = read_outlook(Expecting(0.6, 0.3, *tail), TEXT)
    assert measure_loss(outlook, Expecting(0.6, 0.3, *tail), TEXT) == pytest.approx(0, abs=1e-6)
    assert measure_loss(outlook, Expecting(0.3, 0.6, *tail), TEXT) > 0.2
