"""Whether answers side by side change each other's bits is measured, not assumed."""

from pp_lang.engine import EngineConfig, FakeBackend
from pp_lang.engine.backend import FloatArray, Rows
from pp_lang.engine.invariance import find_invariant_width
from tests.support.sensitive_backend import SensitiveBackend

WORDS = tuple(range(97, 123))


class _NarrowBackend(FakeBackend):
    """Uses another kernel where more than 40 rows meet."""

    def decode(self, rows: Rows) -> FloatArray:
        logits = super().decode(rows)
        return logits + (len(rows.tokens) > 40) * len(rows.tokens)


def test_a_model_that_computes_each_row_alone_may_use_the_widest_batch() -> None:
    assert find_invariant_width(FakeBackend(), WORDS, 32) == 16


def test_a_model_that_looks_at_the_batch_answers_one_at_a_time() -> None:
    assert find_invariant_width(SensitiveBackend(), WORDS, 32) == 1


def test_the_widest_batch_below_a_change_of_kernels_is_found() -> None:
    assert find_invariant_width(_NarrowBackend(), WORDS, 32) == 4


def test_the_memory_is_left_empty() -> None:
    backend = FakeBackend(config=EngineConfig(max_width=16))
    find_invariant_width(backend, WORDS, 64)
    assert backend.num_held == (0, 0)
