"""Work whose later prompts hold earlier answers, and many answers to one prompt."""

from tests.benchmarks.jobs import Job, ModelWork, Rounds, SplitPrompt, Write, one_round
from tests.benchmarks.workloads.passages import passage
from tests.benchmarks.workloads.records import read_reviews

_SYSTEM = "You write short texts."

SUM_UP = '''
template sum_up(texts: list[text]) -> text { max_tokens: MAX_TOKENS } """
  {% system %}
  You write short texts.
  {% user %}
  Say in one sentence what these have in common:

  {{ join(texts, "\\n") }}
"""

program main(groups: list[list[text]]) {
  firsts = map group in groups: sum_up(group)
  return { answers: firsts + [sum_up(firsts)] }
}
'''


def build_tree_reduce(groups: int, size: int, answer_tokens: int) -> ModelWork:
    """Build groups of reviews that are summed up, and their sums again into one."""
    reviews = read_reviews(groups * size)
    parts = [reviews[start : start + size] for start in range(0, len(reviews), size)]

    def job(texts: list[str]) -> Job:
        label = "Say in one sentence what these have in common:\n\n"
        return Job(SplitPrompt(_SYSTEM, "", label, "\n".join(texts)), Write(answer_tokens))

    def rounds() -> Rounds:
        firsts = yield [job(part) for part in parts]
        yield [job([first.strip() for first in firsts])]

    return ModelWork(
        rounds,
        SUM_UP.replace("MAX_TOKENS", str(answer_tokens)),
        {"groups": parts},
        {"groups": [["It rains in the mountains."], ["It will not stop."]]},
        is_endless=True,
    )


GO_ON = '''
context tale(opening: text) """
  {% system %}
  You write short texts.
  {% user %}
  {{ opening }}
"""

template go_on(last: text) -> text within tale { max_tokens: MAX_TOKENS } """
  Go on after this: {{ last }}
"""

program main(opening: text, first: text) {
  told = tale(opening)
STEPS
}
'''


def build_chain(steps: int, words: int, answer_tokens: int) -> ModelWork:
    """Build steps of which each goes on from the answer of the one before."""
    opening, first = passage(words), "It was a dark night."

    def rounds() -> Rounds:
        last = first
        for _ in range(steps):
            prompt = SplitPrompt(_SYSTEM, opening, "\n\nGo on after this: ", last)
            answers = yield [Job(prompt, Write(answer_tokens))]
            last = answers[0].strip()

    names = [f"step{number}" for number in range(1, steps + 1)]
    lines = [
        f"  {name} = told.go_on({last})"
        for name, last in zip(names, ["first", *names], strict=False)
    ]
    lines.append(f"  return {{ answers: [{', '.join(names)}] }}")
    return ModelWork(
        rounds,
        GO_ON.replace("MAX_TOKENS", str(answer_tokens)).replace("STEPS", "\n".join(lines)),
        {"opening": opening, "first": first},
        {"opening": passage(32, 500), "first": "It rains."},
        is_endless=True,
    )


SAMPLE = '''
import std.voting

template solve(task: text) -> text { max_tokens: MAX_TOKENS, temperature: 0.8 } """
  {% system %}
  You write short texts.
  {% user %}
  {{ task }}
"""

program main(task: text) {
  answers = sample SAMPLES: solve(task)
  best = voting.majority(answers)
  return { answers, best }
}
'''


def build_samples(samples: int, words: int, answer_tokens: int) -> ModelWork:
    """Build one prompt that is answered many times, and a vote."""
    task = f"{passage(words)}\n\nWhich of the builders was the most careful one?"
    prompt = SplitPrompt(_SYSTEM, task, "", "")
    return ModelWork(
        one_round([Job(prompt, Write(answer_tokens, 0.8, seed)) for seed in range(samples)]),
        SAMPLE.replace("MAX_TOKENS", str(answer_tokens)).replace("SAMPLES", str(samples)),
        {"task": task},
        {"task": passage(64, 500)},
        is_endless=True,
    )
