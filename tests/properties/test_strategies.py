"""The strategies that ship give what their papers' formulas give, computed here a second time."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import given, settings, strategies

from pp_lang.engine import ScriptedAnswer
from tests.support.scripted_programs import run_scripted

FOLDER = Path(__file__).resolve().parents[2] / "programs" / "strategies"
Key = float | None
"""The number that a chain ends in; None where it ends in none."""

keys = strategies.sampled_from([1.0, 2.0, 3.0, None])
votes = strategies.lists(keys, min_size=1, max_size=8)
entropies = strategies.floats(0, 4).map(lambda one: round(one, 3))
lengths = strategies.integers(1, 400)
verdicts = strategies.integers(0, 2**80 - 1).map(lambda bits: [c == "1" for c in f"{bits:080b}"])
cases = settings(deadline=None, max_examples=50)


def run(name: str, answers: dict[str, list[Any]], program: str = "main", **inputs: Any) -> Any:
    return run_scripted(FOLDER / f"{name}.pp", answers, program, **inputs)


def chain(key: Key, number: int = 0) -> str:
    """Return reasoning that ends in `key`; each number words it differently."""
    way = ("I get", "So it must be", "2 and 3 more make")[number % 3]
    return f"{way} {key:g}." if key is not None else "I do not know."


def chains(found: Sequence[Key]) -> list[str]:
    return [chain(key, number) for number, key in enumerate(found)]


def argmax(scores: dict[Any, float]) -> Any:
    """Return the key with the highest score; of equal ones, the first that came."""
    best = max(scores.values(), default=None)
    return next((key for key, score in scores.items() if score == best), None)


def shares(found: Sequence[Any]) -> list[float]:
    return [count / len(found) for count in Counter(found).values()]


def entropy(found: Sequence[Any]) -> float:
    return -sum(share * math.log(share) for share in shares(found))


@cases
@given(votes)
def test_self_consistency_takes_the_most_frequent_answer(found: list[Key]) -> None:
    counts = Counter(key for key in found if key is not None)
    got = run("self_consistency", {"solve": chains(found)}, question="?", n=len(found))
    share = max(counts.values()) / counts.total() if counts else 0
    assert got["answer"] == argmax(dict(counts))
    assert got["share"] == share


@cases
@given(votes)
def test_adaptive_consistency_has_the_winner_of_the_whole_vote(found: list[Key]) -> None:
    got = run("adaptive_consistency", {"solve": chains(found)}, question="?", n=len(found))
    assert got == argmax(dict(Counter(key for key in found if key is not None)))


@cases
@given(strategies.lists(strategies.tuples(keys, lengths), min_size=1, max_size=8))
def test_the_shortest_majority_vote_divides_counts_by_the_log_of_the_mean_length(
    found: list[tuple[Key, int]],
) -> None:
    answers = [ScriptedAnswer(chain(key), tokens=length) for key, length in found]
    by_key: dict[float, list[int]] = {}
    for key, length in found:
        if key is not None:
            by_key.setdefault(key, []).append(length)
    scores = {
        key: len(each) / math.log(max(sum(each) / len(each), math.e))
        for key, each in by_key.items()
    }
    got = run("shortest_majority_vote", {"solve": answers}, question="?", n=len(found))
    assert got == argmax(scores)


@cases
@given(strategies.lists(strategies.tuples(keys, entropies), min_size=1, max_size=6))
def test_the_inverse_entropy_vote_adds_up_one_over_entropy(found: list[tuple[Key, float]]) -> None:
    answers = [ScriptedAnswer(chain(key), entropy=each) for key, each in found]
    weights: dict[float, float] = {}
    for key, each in found:
        if key is not None:
            weights[key] = weights.get(key, 0) + 1 / max(each, 0.001)
    asked: dict[str, Any] = {"question": "?", "n": len(found)}
    in_turn = {"solve": answers[:1], "review": answers[1:]}
    assert run("inverse_entropy_vote", in_turn, **asked) == argmax(weights)
    assert run("inverse_entropy_vote", {"solve": answers}, "parallel", **asked) == argmax(weights)


class Judge:
    """Says who wins, verdict after verdict, as the strategy's template does."""

    def __init__(self, verdicts: list[bool]) -> None:
        self._verdicts = iter(verdicts)

    def share(self, repeats: int) -> float:
        """Return the share of comparisons that the first of two wins; every second is swapped."""
        won = [next(self._verdicts) != (k % 2 == 1) for k in range(repeats)]
        return sum(won) / repeats


@cases
@given(votes, verdicts, strategies.integers(1, 3))
def test_knockout_is_a_bracket_of_neighbours(
    found: list[Key], verdicts: list[bool], repeats: int
) -> None:
    judge = Judge(verdicts)
    left = list(range(len(found)))
    while len({found[one] for one in left}) > 1:
        pairs = [left[i : i + 2] for i in range(0, len(left), 2)]
        left = [
            pair[0] if len(pair) == 1 or judge.share(repeats) >= 0.5 else pair[1] for pair in pairs
        ]
    texts = [f"{'abcdefgh'[number]}: {chain(key)}" for number, key in enumerate(found)]
    answers: dict[str, list[Any]] = {"solve": texts, "is_better": verdicts}
    got = run("knockout", answers, question="?", n=len(found), repeats=repeats)
    assert got == texts[left[0]]


@cases
@given(strategies.integers(1, 5), strategies.integers(1, 4), verdicts, strategies.integers(1, 3))
def test_a_league_counts_the_share_of_wins(
    n: int, rivals: int, verdicts: list[bool], repeats: int
) -> None:
    judge = Judge(verdicts)
    points = dict.fromkeys(range(n), 0.0)
    for one in range(n):
        for step in range(min(rivals, n - 1)):
            share = judge.share(repeats)
            points[one] += share
            points[(one + step + 1) % n] += 1 - share
    points = {one: round(each, 9) for one, each in points.items()}
    texts = [f"candidate {one}" for one in range(n)]
    answers: dict[str, list[Any]] = {"solve": texts, "is_better": verdicts}
    got = run("league", answers, question="?", n=n, rivals=rivals, repeats=repeats)
    assert points[texts.index(got)] == max(points.values())


@cases
@given(strategies.integers(1, 5), strategies.integers(1, 3), verdicts, verdicts)
def test_scrutinised_samples_within_a_band_of_the_best_meet_each_other(
    n: int, checks: int, checked: list[bool], compared: list[bool]
) -> None:
    scores = [sum(checked[i * checks : (i + 1) * checks]) / checks for i in range(n)]
    close = [i for i in range(n) if scores[i] >= max(scores) - 0.05]
    judge = Judge(compared)
    points = dict.fromkeys(close, 0.0)
    for place, one in enumerate(close):
        for other in close[:place]:
            share = judge.share(2)
            points[other] += 1 if share > 0.5 else 0.5 if share == 0.5 else 0
            points[one] += 1 if share < 0.5 else 0.5 if share == 0.5 else 0
    texts = [f"candidate {i}" for i in range(n)]
    answers: dict[str, list[Any]] = {"solve": texts, "is_right": checked, "is_better": compared}
    got = run("sample_scrutinise_scale", answers, question="?", n=n, checks=checks)
    assert got == texts[argmax(points)]


@cases
@given(
    strategies.lists(strategies.lists(keys, min_size=3, max_size=3), min_size=6, max_size=6),
    strategies.integers(1, 6),
    strategies.one_of(strategies.none(), strategies.sampled_from([0.0, 0.5, 0.7, 1.0])),
)
def test_rounds_end_by_their_semantic_entropy(
    rounds: list[list[Key]], most: int, agree: float | None
) -> None:
    spread = [entropy(one) for one in rounds]
    looked_at = math.ceil(most / math.e)
    last = most - 1
    for number in range(most):
        is_low = (
            spread[number] <= agree
            if agree is not None
            else (number >= looked_at and spread[number] < min(spread[:number]) - 1e-12)
        )
        if is_low:
            last = number
            break
    answers = {"solve": [chain(key) for one in rounds for key in one]}
    got = run("semantic_entropy_rounds", answers, question="?", width=3, rounds=most, agree=agree)
    assert got["answer"] == argmax(dict(Counter(rounds[last])))
    assert got["first"] == argmax(dict(Counter(rounds[0])))
    assert math.isclose(got["entropy"], spread[last], abs_tol=1e-9)


@cases
@given(
    strategies.lists(
        strategies.lists(strategies.sampled_from([-1, 2, 3]), min_size=3, max_size=3),
        min_size=7,
        max_size=7,
    ),
    strategies.integers(0, 6),
)
def test_verifiers_stop_when_their_majority_has_been_stable_for_three_rounds(
    said: list[list[int]], rounds: int
) -> None:
    majorities = [argmax(dict(Counter(one))) for one in said]
    largest = [max(shares(one)) for one in said]
    last = rounds
    for number in range(2, rounds + 1):
        recent = slice(number - 2, number + 1)
        if len(set(majorities[recent])) == 1 and all(a <= b for a, b in pairwise(largest[recent])):
            last = number
            break
    answers = [[{"reason": "so", "step": step} for step in one] for one in said]
    got = run(
        "temporal_consistency",
        {"locate": answers[0], "recheck": [one for each in answers[1:] for one in each]},
        problem="?",
        steps=["a", "b", "c"],
        rounds=rounds,
    )
    assert got == majorities[last]


@cases
@given(
    strategies.lists(strategies.sampled_from("abc"), min_size=8, max_size=8),
    strategies.integers(1, 4),
    strategies.sampled_from([0.5, 0.75, 1.0]),
    strategies.sampled_from([0.5, 1.0, 2.0]),
)
def test_the_second_model_is_asked_where_the_first_is_not_consistent(
    said: list[str], n: int, sure: float, trust: float
) -> None:
    ours, theirs = said[:n], said[n : 2 * n]
    agreed = max(shares(ours)) >= sure
    weights: dict[str, float] = {}
    for one, factor in ((ours, trust), ([] if agreed else theirs, 1.0)):
        confidence = max(1 - entropy(one) / math.log(max(len(one), 2)), 0.05) if one else 0
        for answer in one:
            weights[answer] = weights.get(answer, 0) + factor * confidence
    rounded = {answer: round(weight, 9) for answer, weight in weights.items()}
    got = run("model_switch", {"solve": said}, question="?", n=n, sure=sure, first_trust=trust)
    assert got["switched"] is not agreed
    assert rounded[got["answer"]] == max(rounded.values())


@cases
@given(strategies.integers(1, 4), strategies.integers(1, 3))
def test_the_last_draft_is_the_answer_and_each_round_has_its_drafts(
    width: int, rounds: int
) -> None:
    num_drafts = width * rounds + 1
    answers: dict[str, list[Any]] = {
        "draft": [f"draft {number}" for number in range(num_drafts)],
        "distil": [f"digest {number}" for number in range(rounds)],
    }
    got = run("parallel_distill_refine", answers, task="?", width=width, rounds=rounds)
    assert got == f"draft {num_drafts - 1}"


@cases
@given(strategies.lists(strategies.sampled_from(["Boil", "Wait", "Pour"]), min_size=2, max_size=6))
def test_every_point_of_a_skeleton_is_written_in_its_place(points: list[str]) -> None:
    answers: dict[str, list[Any]] = {
        "outline": [points],
        "expand": [f" text {i}" for i in range(len(points))],
    }
    got = run("skeleton_of_thought", answers, question="?")
    assert got == "\n".join(f"{i + 1}. {point}: text {i}" for i, point in enumerate(points))
