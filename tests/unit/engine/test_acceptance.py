"""Accepting drafted tokens changes how many a step brings, never which, nor how likely each is."""

from collections import Counter
from collections.abc import Callable

import numpy as np
import pytest

from pp_lang.engine import FakeBackend
from pp_lang.engine.acceptance import AcceptanceRate, BrokenLogitsError, count_alike, write_rows
from pp_lang.engine.backend import FloatArray
from pp_lang.engine.logit_rows import LogitRows, read_rows
from pp_lang.engine.written_answer import WrittenAnswer
from pp_lang.sampling_params import SamplingParams
from tests.support import naive_sampler

Rule = Callable[[WrittenAnswer, LogitRows, list[int]], int]

LETTERS = range(ord("a"), ord("g"))
NUM_ANSWERS = 3000
BACKEND = FakeBackend()


def logits_after(token: int | None) -> FloatArray:
    """Return the logits of a model that knows six letters and looks back at one."""
    row = np.full(BACKEND.info.vocabulary, -np.inf, dtype=np.float32)
    random = np.random.Generator(np.random.Philox(0 if token is None else token))
    row[list(LETTERS)] = random.normal(scale=1.2, size=len(LETTERS))
    return row


def write_pair(params: SamplingParams, draft: int, rule: Rule) -> tuple[int, int]:
    """Return an answer of two tokens whose first was drafted."""
    answer = WrittenAnswer(BACKEND, params, max_tokens=2)
    rule(answer, read_rows(np.stack([logits_after(None), logits_after(draft)])), [draft])
    if not answer.is_finished:
        rule(answer, read_rows(logits_after(answer.tokens[0])[None]), [])
    first, second = answer.tokens
    return first, second


def chi_square(params: SamplingParams, rule: Rule, draft: int) -> float:
    """Return how far many answers are from the pairs that the model means, per degree of
    freedom."""
    expected = expected_pairs(params)
    found = Counter(write_pair(params_of(params, seed), draft, rule) for seed in range(NUM_ANSWERS))
    assert found.keys() <= expected.keys()
    distance = sum((found[pair] - n) ** 2 / n for pair, n in expected.items())
    return distance / (len(expected) - 1)


def params_of(params: SamplingParams, seed: int) -> SamplingParams:
    return SamplingParams(
        temperature=params.temperature,
        top_k=params.top_k,
        top_p=params.top_p,
        min_p=params.min_p,
        repeat_penalty=params.repeat_penalty,
        seed=seed,
    )


def expected_pairs(params: SamplingParams) -> dict[tuple[int, int], float]:
    """Return how many of the answers should be each pair, by the obvious sampler."""
    first = _shares(logits_after(None), params)
    pairs = {}
    for one, share in first.items():
        row = logits_after(one)
        penalty = np.float32(params.repeat_penalty)
        row[one] = row[one] / penalty if row[one] > 0 else row[one] * penalty
        for two, other in _shares(row, params).items():
            pairs[one, two] = NUM_ANSWERS * share * other
    return pairs


def _shares(logits: FloatArray, params: SamplingParams, steps: int = 2000) -> dict[int, float]:
    allowed = np.array(LETTERS)
    points = (np.arange(steps) + 0.5) / steps
    counts = Counter(naive_sampler.pick(logits, allowed, params, point) for point in points)
    return {token: count / steps for token, count in counts.items()}


SETTINGS = [
    SamplingParams(temperature=1.0, top_k=0, top_p=1.0, min_p=0.0),
    SamplingParams(temperature=0.7, top_k=4, top_p=1.0, min_p=0.0),
    SamplingParams(temperature=1.3, top_k=0, top_p=0.8, min_p=0.0),
    SamplingParams(temperature=1.0, top_k=5, top_p=0.95, min_p=0.2),
    SamplingParams(temperature=1.0, top_k=0, top_p=1.0, min_p=0.0, repeat_penalty=1.6),
]
FAR = 2.0
"""A chi-square beyond this per degree of freedom, of 8 or more, is rarer than one in twenty."""


@pytest.mark.parametrize("params", SETTINGS, ids=str)
@pytest.mark.parametrize("draft", [ord("a"), ord("c"), ord("z")], ids=chr)
def test_drafts_leave_the_distribution_of_answers_alone(params: SamplingParams, draft: int) -> None:
    assert chi_square(params, write_rows, draft) < FAR


def accept_what_is_likely(answer: WrittenAnswer, rows: LogitRows, draft: list[int]) -> int:
    """A wrong rule: take a drafted token that is not far less likely than the best one."""
    logits = rows.logits[0]
    if draft and logits[draft[0]] > logits.max() - 1.5:
        certain = np.full_like(logits, -np.inf)
        certain[draft[0]] = 0
        rows = read_rows(np.stack([certain, rows.logits[1]]))
    return write_rows(answer, rows, draft)


def keep_the_row_of_the_draft(answer: WrittenAnswer, rows: LogitRows, draft: list[int]) -> int:
    """A wrong rule: go on by the row after a drafted token that was not chosen."""
    answer.advance(rows.row(0))
    if draft and not answer.is_finished:
        answer.advance(rows.row(1))
    return len(draft)


def test_the_test_sees_rules_that_favour_the_draft() -> None:
    params = SETTINGS[0]
    for rule in (accept_what_is_likely, keep_the_row_of_the_draft):
        assert chi_square(params, rule, ord("c")) > 2 * FAR


def test_each_answer_is_the_one_written_without_drafts() -> None:
    for seed in range(200):
        params = params_of(SETTINGS[0], seed)
        plain = WrittenAnswer(BACKEND, params, max_tokens=2)
        plain.advance(read_rows(logits_after(None)[None]).row(0))
        plain.advance(read_rows(logits_after(plain.tokens[0])[None]).row(0))
        assert write_pair(params, ord("c"), write_rows) == tuple(plain.tokens)


def test_broken_rows_matter_only_where_they_are_needed() -> None:
    likely = logits_after(None)
    broken = np.full_like(likely, np.nan)
    best = int(likely.argmax())
    rows = read_rows(np.stack([likely, broken]))
    refused = WrittenAnswer(BACKEND, SamplingParams(), max_tokens=4)
    assert write_rows(refused, rows, [best + 1]) == 0
    assert refused.tokens == [best]
    accepted = WrittenAnswer(BACKEND, SamplingParams(), max_tokens=4)
    with pytest.raises(BrokenLogitsError):
        write_rows(accepted, rows, [best])


def test_tokens_are_alike_up_to_the_first_that_differs() -> None:
    assert count_alike([1, 2, 3], [1, 2, 4, 3]) == 2
    assert count_alike([1], [1, 2]) == 1
    assert count_alike([], [1]) == 0


def test_the_rate_counts_each_guess_up_to_its_first_error() -> None:
    rate = AcceptanceRate()
    assert rate.value == 0.5
    rate.add([1, 2, 3, 4], [1, 2, 9, 4])
    assert rate.value == (2 + 1) / (3 + 2)
    rate.add([5, 6], [5])
    assert rate.value == (3 + 1) / (4 + 2)


def test_what_was_guessed_long_ago_counts_less() -> None:
    rate = AcceptanceRate()
    for _ in range(200):
        rate.add([1], [1])
    for _ in range(32):
        rate.add([1], [2])
    assert rate.value < 0.3
