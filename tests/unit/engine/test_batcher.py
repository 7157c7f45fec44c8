import numpy as np

from pp_lang.engine import FakeBackend, RequestId
from pp_lang.engine.batcher import (
    MAX_GIVEN_ROWS,
    Chunk,
    OptionChunk,
    PrefixChunk,
    SequenceChunk,
    next_batch,
)
from pp_lang.engine.given_answer import GivenAnswer
from pp_lang.engine.prefix_tree import PrefixNode, PrefixTree
from pp_lang.engine.scored_answer import ScoredAnswer
from pp_lang.engine.sequence import Answer, Sequence
from pp_lang.engine.written_answer import WrittenAnswer
from pp_lang.sampling_params import SamplingParams

BACKEND = FakeBackend()


def _sequence(
    number: int,
    *,
    own: int,
    computed: int = 0,
    forced: int = 0,
    prefix: PrefixNode | None = None,
    answer: Answer | None = None,
) -> Sequence:
    answer = answer or WrittenAnswer(BACKEND, SamplingParams(), max_tokens=9)
    return Sequence(
        id=RequestId(number),
        prefix=prefix,
        tokens=list(range(own + forced)),
        answer=answer,
        num_prompt=own,
        max_own_cells=99,
        first_own_cells=99,
        num_computed=computed,
        num_opening=own,
        sequence=number,
    )


def _rows(batch: list[Chunk]) -> list[tuple[int, int, int]]:
    return [(c.sequence.id, c.start, c.stop) for c in batch if isinstance(c, SequenceChunk)]


def test_a_prompt_that_does_not_fit_is_read_in_parts_and_wants_logits_at_its_end_only() -> None:
    sequence = _sequence(1, own=10)
    (first,) = next_batch([sequence], 6)
    assert isinstance(first, SequenceChunk)
    assert (first.start, first.stop, first.num_logits) == (0, 6, 0)
    sequence.num_computed = 6
    (second,) = next_batch([sequence], 6)
    assert isinstance(second, SequenceChunk)
    assert (second.start, second.stop, second.num_logits) == (6, 10, 1)


def test_answers_go_before_prompts_and_never_starve() -> None:
    reading, answering = _sequence(1, own=100), _sequence(2, own=5, computed=5, forced=1)
    assert _rows(next_batch([reading, answering], 8)) == [(2, 5, 6), (1, 0, 7)]


def _given(number: int, *, own: int, text: int, computed: int = 0, scored: int = 0) -> Sequence:
    answer = GivenAnswer("text", tuple(range(text)))
    answer.score(np.zeros((scored, text), dtype=np.float32), np.zeros(scored))
    return _sequence(number, own=own, forced=text - 1, computed=computed, answer=answer)


def _scored(batch: list[Chunk]) -> list[tuple[int, int, int, int]]:
    return [
        (c.sequence.id, c.start, c.stop, c.num_logits)
        for c in batch
        if isinstance(c, SequenceChunk)
    ]


def test_a_given_text_is_scored_from_the_last_row_of_its_prompt_on() -> None:
    assert _scored(next_batch([_given(1, own=10, text=5)], 99)) == [(1, 0, 14, 5)]
    assert _scored(next_batch([_given(1, own=10, text=1)], 99)) == [(1, 0, 10, 1)]
    assert _scored(next_batch([_given(1, own=10, text=5)], 4)) == [(1, 0, 4, 0)]


def test_given_texts_share_a_bound_on_rows_with_logits() -> None:
    long, short = _given(1, own=10, text=900), _given(2, own=3, text=5)
    batch = next_batch([long, short], 512)
    # The second prompt is read up to its last row, which is the first to score.
    assert _scored(batch) == [(1, 0, 9 + MAX_GIVEN_ROWS, MAX_GIVEN_ROWS), (2, 0, 2, 0)]


def test_a_given_text_that_had_to_go_back_is_not_scored_again() -> None:
    assert _scored(next_batch([_given(1, own=10, text=8, scored=3)], 99)) == [(1, 0, 17, 5)]


def test_prompts_are_read_in_order_of_submission() -> None:
    batch = next_batch([_sequence(1, own=4), _sequence(2, own=4), _sequence(3, own=4)], 10)
    assert _rows(batch) == [(1, 0, 4), (2, 0, 4), (3, 0, 2)]


def test_forced_tokens_run_as_rows_of_one_batch() -> None:
    assert _rows(next_batch([_sequence(1, own=5, computed=5, forced=4)], 8)) == [(1, 5, 9)]


def test_a_shared_prefix_is_read_once_and_before_what_follows_it() -> None:
    tree = PrefixTree()
    node = tree.take(((1, 2, 3),))
    tree.take(((1, 2, 3),))
    assert node is not None
    node.sequence = 7
    sequences = [_sequence(1, own=4, prefix=node), _sequence(2, own=4, prefix=node)]
    assert next_batch(sequences, 10) == [PrefixChunk(node, 0, 3)]
    node.num_computed = 3
    assert _rows(next_batch(sequences, 10)) == [(1, 0, 4), (2, 0, 4)]


def test_nested_prefixes_are_read_from_the_top() -> None:
    tree = PrefixTree()
    leaf = tree.take(((1,), (2, 3)))
    assert leaf is not None
    assert leaf.parent is not None
    leaf.sequence, leaf.parent.sequence = 1, 2
    sequence = _sequence(1, own=4, prefix=leaf)
    assert next_batch([sequence], 10) == [PrefixChunk(leaf.parent, 0, 1)]
    leaf.parent.num_computed = 1
    assert next_batch([sequence], 10) == [PrefixChunk(leaf, 0, 2)]


def test_options_run_whole_or_wait() -> None:
    answer = ScoredAnswer(("a", "b"), ((1, 2, 3), (4, 5, 6)), (0,), SamplingParams())
    sequence = _sequence(1, own=2, computed=2, answer=answer)
    sequence.option_sequences = [8, 9]
    batch = next_batch([sequence], 3)
    assert [(c.run.options, c.model_sequence) for c in batch if isinstance(c, OptionChunk)] == [
        ((0,), 8)
    ]
    assert len(next_batch([sequence], 4)) == 2


def test_nothing_to_do_is_an_empty_batch() -> None:
    assert next_batch([], 10) == []
