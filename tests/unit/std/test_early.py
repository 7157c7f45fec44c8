"""Votes that stop their samples: the same winner, for fewer tokens."""

import random

import pytest

from pp_lang.engine import EngineConfig, FakeSettings
from pp_lang.evaluation import Value
from pp_lang.runtime import RunOutcome
from tests.support.runtime_builders import PretendModels, run

ECHO = FakeSettings(answers=lambda prompt: prompt.split("Echo ")[1].split("<|")[0].strip())
SOURCE = '''
import std.voting

template echo(a: text) -> text { max_tokens: 200 } """Echo {{ a }}"""

program early(xs: list[text]) { return voting.majority(map x in xs: echo(x), key) }

program late(xs: list[text]) {
  answers = map x in xs: echo(x)
  return { winner: voting.majority(answers, key), all: len(answers) }
}

program some(xs: list[text]) { return voting.quorum(map x in xs: echo(x), 3) }

program key(answer: text) -> text { return split(answer, " ")[0] }
'''


def outcome_of(program: str, answers: list[str], backend: str = "asyncio") -> RunOutcome:
    """Run with a model that writes these answers, each as long as it is."""
    models = PretendModels(ECHO, EngineConfig(max_width=32))
    return run(SOURCE, models, program=program, backend=backend, xs=list[Value](answers))


def random_answers(seed: int) -> list[str]:
    """Return answers of different lengths, a few keys among them."""
    chance = random.Random(seed)
    return [
        f"{chance.choice(['sun', 'rain', 'snow'][: 2 + seed % 2])}{' sky' * chance.randrange(40)}"
        for _ in range(chance.randrange(1, 12))
    ]


@pytest.mark.parametrize("seed", range(20))
def test_a_vote_that_ends_early_has_the_winner_of_the_whole_vote(seed: int) -> None:
    answers = random_answers(seed)
    early, late = outcome_of("early", answers), outcome_of("late", answers)
    assert isinstance(early.value, str)
    assert isinstance(late.value, dict)
    assert early.value.split()[0] == str(late.value["winner"]).split()[0]
    assert early.statistics.answer_tokens <= late.statistics.answer_tokens


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_decided_vote_does_not_wait_for_the_long_answers(backend: str) -> None:
    answers = ["sun sky", "rain", "sun", "sun", f"rain{' sky' * 60}"]
    early, late = outcome_of("early", answers, backend), outcome_of("late", answers, backend)
    assert early.value == "sun sky"
    assert early.statistics.cancelled == 1
    assert late.statistics.cancelled == 0
    assert early.statistics.answer_tokens * 3 < late.statistics.answer_tokens


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_quorum_takes_the_first_that_are_there(backend: str) -> None:
    answers = [f"sun{' sky' * number}" for number in (50, 2, 7, 1, 60)]
    outcome = outcome_of("some", answers, backend)
    assert outcome.value == [answers[1], answers[2], answers[3]]
    assert outcome.statistics.cancelled == 2
