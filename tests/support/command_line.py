"""Calls of `pp`, and programs to call it on."""

from collections.abc import Callable
from dataclasses import dataclass

TRIAGE = '''
"""Triage reviews."""

template triage(review: text) -> "good" | "bad" """
  Is this review good or bad? {{ review }}
"""
template brief(notes: list[text]) -> text { max_tokens: 12 } """
  Sum up: {% for note in notes %}{{ note }}; {% end %}
"""
program main(reviews: list[text]) {
  moods = map review in reviews: triage(review)
  words = brief(reviews)
  return { moods, words }
}
program echo(word: text, times: int(1..9) = 2) {
  return join(map i in range(times): word, " ")
}
'''


ONE = '''
template story(topic: text) -> text """
  Tell a story about {{ topic }}.
"""
program main(topic: text) {
  return story(topic)
}
'''
LONG = ONE.replace("program main(topic: text)", "program main(topic: text, n: int)").replace(
    "return story(topic)", "return map i in range(n): story(topic)"
)

RUN = ("run", "triage.pp", "-m", "fake")
ECHO = ("run", "triage.pp", "echo", "-m", "fake")


@dataclass(frozen=True)
class Outcome:
    """What one call of `pp` left behind."""

    code: int
    out: str
    err: str


Pp = Callable[..., Outcome]


def assert_one_clear_error(outcome: Outcome, code: int, *said: str) -> None:
    assert outcome.code == code, outcome
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    assert "bug in pp" not in outcome.err
    assert outcome.err.lower().count("error") == 1, outcome.err
    for part in said:
        assert part in outcome.err
