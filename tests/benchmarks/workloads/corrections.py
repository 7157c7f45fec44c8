"""Texts to be written again with their faults mended: nearly all of an answer stands in its
prompt."""

from tests.benchmarks.jobs import Job, ModelWork, SplitPrompt, Write, one_round
from tests.benchmarks.workloads.passages import passage

_SYSTEM = "You copy texts exactly, and mend their spelling."
_LABEL = "Write this text again, word by word, with its spelling mended:\n\n"
_EACH = 9
"""Every so many words one has a fault."""

MEND = '''
template mend(draft: text) -> text { max_tokens: MAX_TOKENS } """
  {% system %}
  You copy texts exactly, and mend their spelling.
  {% user %}
  Write this text again, word by word, with its spelling mended:

  {{ draft }}
"""

program main(drafts: list[text]) {
  return { answers: map draft in drafts: mend(draft) }
}
'''


def build_corrections(texts: int, words: int, answer_tokens: int) -> ModelWork:
    """Build texts with faults, to be mended side by side."""
    drafts = [_with_faults(passage(words, 97 * number)) for number in range(texts)]
    form = Write(answer_tokens)
    return ModelWork(
        one_round([Job(SplitPrompt(_SYSTEM, "", _LABEL, draft), form) for draft in drafts]),
        MEND.replace("MAX_TOKENS", str(answer_tokens)),
        {"drafts": drafts},
        {"drafts": ["It rians in the mountains."]},
        is_endless=True,
    )


def _with_faults(text: str) -> str:
    """Return `text` with the second and the third letter of some words exchanged."""
    words = text.split()
    for index in range(4, len(words), _EACH):
        word = words[index]
        words[index] = word[:1] + word[2:3] + word[1:2] + word[3:]
    return " ".join(words)
