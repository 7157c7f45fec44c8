"""What every backend must do. The engine relies on each of these, and on nothing else."""

import numpy as np

from pp_lang.engine import Backend, Rows
from pp_lang.engine.backend import FloatArray


def rows(
    tokens: tuple[int, ...], sequence: int, *, start: int = 0, all_logits: bool = False
) -> Rows:
    """Return rows of one sequence; the last wants logits, or all do."""
    size = len(tokens)
    wants = np.full(size, all_logits, dtype=np.int8)
    wants[-1] = 1
    return Rows(
        tokens=np.array(tokens, dtype=np.int32),
        positions=np.arange(start, start + size, dtype=np.int32),
        sequences=np.full(size, sequence, dtype=np.int32),
        wants_logits=wants,
    )


def _decode(backend: Backend, part: Rows) -> FloatArray:
    return backend.decode(part).copy()


def _tokens(backend: Backend, text: str) -> tuple[int, ...]:
    return backend.tokenize(text, special=False, is_first=True)


def tokens_say_the_text(backend: Backend) -> None:
    for text in ("Hello world", "naïve café 🙂", "a\n\n  b\t", '{"a":1}'):
        said = b"".join(backend.token_bytes(token) for token in _tokens(backend, text))
        assert said.decode().strip() == text.strip()


def control_names_in_data_stay_text(backend: Backend) -> None:
    for name in ("<|im_start|>", "<|im_end|>", "<|user|>", "<|end|>", backend.special.eos_text):
        assert not set(_tokens(backend, name)) & backend.special.control


def control_names_in_templates_become_control_tokens(backend: Backend) -> None:
    tokens = backend.tokenize(backend.special.eos_text, special=True, is_first=True)
    assert len(tokens) == 1
    assert tokens[0] in backend.special.control
    assert backend.token_bytes(tokens[0]) == b""


def an_answer_can_end(backend: Backend) -> None:
    assert backend.special.end_of_turn
    assert set(backend.special.end_of_turn) <= backend.special.control


def logits_come_for_the_rows_that_want_them(backend: Backend) -> None:
    tokens = _tokens(backend, "one two three")
    assert _decode(backend, rows(tokens, 0)).shape == (1, backend.info.vocabulary)
    backend.drop_sequence(0)
    every = _decode(backend, rows(tokens, 0, all_logits=True))
    assert every.shape == (len(tokens), backend.info.vocabulary)
    backend.drop_sequence(0)


def a_row_does_not_see_the_rows_after_it(backend: Backend) -> None:
    tokens = _tokens(backend, "one two three four five six")
    every = _decode(backend, rows(tokens, 0, all_logits=True))
    backend.drop_sequence(0)
    for size in range(1, len(tokens) + 1):
        (alone,) = _decode(backend, rows(tokens[:size], 0))
        backend.drop_sequence(0)
        # Kernels for more or fewer rows round differently.
        assert np.corrcoef(alone, every[size - 1])[0, 1] > 0.99


def no_wanted_row_gives_no_logits(backend: Backend) -> None:
    tokens = _tokens(backend, "one two")
    part = rows(tokens, 0)
    part.wants_logits[:] = 0
    assert _decode(backend, part).shape == (0, backend.info.vocabulary)
    backend.drop_sequence(0)


def a_second_run_gives_the_same_logits(backend: Backend) -> None:
    tokens = _tokens(backend, "the very same words")
    first = _decode(backend, rows(tokens, 0))
    backend.drop_sequence(0)
    assert np.array_equal(first, _decode(backend, rows(tokens, 0)))
    backend.drop_sequence(0)


def a_copy_goes_on_as_its_source_would(backend: Backend) -> None:
    shared, rest = _tokens(backend, "The weather today is"), _tokens(backend, " cold")
    backend.decode(rows(shared, 0))
    backend.copy_sequence(0, 1, len(shared))
    copied = _decode(backend, rows(rest, 1, start=len(shared)))
    alone = _decode(backend, rows(rest, 0, start=len(shared)))
    assert copied.argmax() == alone.argmax()
    assert np.allclose(copied, alone, atol=1e-3)
    backend.drop_sequence(0)
    backend.drop_sequence(1)


def a_copy_of_a_part_forgets_the_rest(backend: Backend) -> None:
    if not backend.info.can_share_prefix:
        return
    shared, other = _tokens(backend, "The weather today is"), _tokens(backend, " warm")
    rest = _tokens(backend, " cold")
    backend.decode(rows((*shared, *other), 0))
    backend.copy_sequence(0, 1, len(shared))
    copied = _decode(backend, rows(rest, 1, start=len(shared)))
    backend.decode(rows(shared, 2))
    alone = _decode(backend, rows(rest, 2, start=len(shared)))
    assert copied.argmax() == alone.argmax()
    for sequence in (0, 1, 2):
        backend.drop_sequence(sequence)


def a_sequence_that_is_cut_goes_on_as_if_it_had_never_been_longer(backend: Backend) -> None:
    if not backend.info.can_share_prefix:
        return
    known, wrong = _tokens(backend, "The weather today is"), _tokens(backend, " warm and dry")
    rest = _tokens(backend, " cold")
    backend.decode(rows(known, 0))
    backend.decode(rows(wrong, 0, start=len(known), all_logits=True))
    backend.cut_sequence(0, len(known))
    cut = _decode(backend, rows(rest, 0, start=len(known)))
    backend.decode(rows(known, 1))
    alone = _decode(backend, rows(rest, 1, start=len(known)))
    assert cut.argmax() == alone.argmax()
    assert np.allclose(cut, alone, atol=1e-3)
    backend.drop_sequence(0)
    backend.drop_sequence(1)


def cutting_a_copy_leaves_its_source_whole(backend: Backend) -> None:
    if not backend.info.can_share_prefix:
        return
    shared, rest = _tokens(backend, "The weather today is"), _tokens(backend, " cold")
    backend.decode(rows(shared, 0))
    backend.copy_sequence(0, 1, len(shared))
    backend.decode(rows(rest, 1, start=len(shared)))
    backend.cut_sequence(1, len(shared))
    backend.drop_sequence(1)
    after = _decode(backend, rows(rest, 0, start=len(shared)))
    backend.drop_sequence(0)
    backend.decode(rows(shared, 2))
    assert np.allclose(after, _decode(backend, rows(rest, 2, start=len(shared))), atol=1e-3)
    backend.drop_sequence(2)


def a_copy_outlives_its_source(backend: Backend) -> None:
    shared, rest = _tokens(backend, "The weather today is"), _tokens(backend, " cold")
    backend.decode(rows(shared, 0))
    backend.copy_sequence(0, 1, len(shared))
    backend.drop_sequence(0)
    assert np.isfinite(_decode(backend, rows(rest, 1, start=len(shared)))).all()
    backend.drop_sequence(1)


def what_was_saved_goes_on_as_if_it_had_stayed(backend: Backend) -> None:
    first, second = _tokens(backend, "The weather today"), _tokens(backend, " is not")
    rest, size = _tokens(backend, " cold"), len(first) + len(second)
    backend.clear()
    backend.decode(rows(first, 0))
    backend.copy_sequence(0, 1, len(first))
    backend.decode(rows(second, 1, start=len(first)))
    stayed = _decode(backend, rows(rest, 1, start=size))
    saved = (
        backend.save_cells(1, 0, len(first)),
        backend.save_cells(1, len(first), size),
    )
    backend.clear()
    assert backend.load_cells(saved[0], 2, 0, len(first))
    assert backend.load_cells(saved[1], 3, len(first), size)
    backend.copy_sequence(2, 3, len(first))
    assert np.array_equal(_decode(backend, rows(rest, 3, start=size)), stayed)
    backend.clear()


def cells_of_another_length_are_refused(backend: Backend) -> None:
    tokens = _tokens(backend, "The weather today")
    backend.decode(rows(tokens, 0))
    saved = backend.save_cells(0, 0, len(tokens))
    assert not backend.load_cells(saved[:-1], 1, 0, len(tokens))
    assert not backend.load_cells(saved, 1, 0, len(tokens) + 1)
    assert not backend.load_cells(b"", 1, 0, len(tokens))
    backend.decode(rows(tokens, 1))
    backend.clear()


def a_cleared_memory_is_as_new(backend: Backend) -> None:
    tokens = _tokens(backend, "the very same words")
    first = _decode(backend, rows(tokens, 0))
    backend.decode(rows(tokens, 4))
    backend.clear()
    assert np.array_equal(first, _decode(backend, rows(tokens, 0)))
    backend.clear()


def a_dropped_sequence_can_be_used_again(backend: Backend) -> None:
    for text in ("one", "two", "one"):
        backend.decode(rows(_tokens(backend, text), 3))
        backend.drop_sequence(3)


def dropping_an_empty_sequence_is_allowed(backend: Backend) -> None:
    backend.drop_sequence(2)


LAWS = (
    tokens_say_the_text,
    control_names_in_data_stay_text,
    control_names_in_templates_become_control_tokens,
    an_answer_can_end,
    logits_come_for_the_rows_that_want_them,
    a_row_does_not_see_the_rows_after_it,
    no_wanted_row_gives_no_logits,
    a_second_run_gives_the_same_logits,
    a_copy_goes_on_as_its_source_would,
    a_copy_of_a_part_forgets_the_rest,
    a_sequence_that_is_cut_goes_on_as_if_it_had_never_been_longer,
    cutting_a_copy_leaves_its_source_whole,
    a_copy_outlives_its_source,
    what_was_saved_goes_on_as_if_it_had_stayed,
    cells_of_another_length_are_refused,
    a_cleared_memory_is_as_new,
    a_dropped_sequence_can_be_used_again,
    dropping_an_empty_sequence_is_allowed,
)
