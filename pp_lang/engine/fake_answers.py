"""What the pretend model means to say, and the logits that say it."""

import json
import zlib
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pp_lang.engine.backend import FloatArray
from pp_lang.engine.fake_vocabulary import FakeVocabulary

Answers = Callable[[str], str | None] | Mapping[str, str]
"""Scripted answers. A function gets the rendered prompt, up to and with the mark of the assistant's
turn and its line break, and may return None. Of a mapping, the longest key that occurs in the
prompt decides."""

NUM_NOISE_ROWS = 256
WORD_CERTAINTY = 0.8
_FIXED_LOGITS = {
    '"': 3.6,  # ends a string before the next word
    **dict.fromkeys(("}", "]", ","), -1.0),  # ends a number before the next digit, and lists early
    **dict.fromkeys(('{"', '":"', '":', '","', ',"', '"}', '["', '"]'), -4.0),
}
_OTHER_WORDS = np.array([17, 43, 71, 101])
_OTHER_WORDS_BEHIND = np.array([0.7, 1.0, 1.3, 1.6], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class FakeSettings:
    """How the pretend model behaves."""

    seed: int = 0
    answers: Answers = field(default_factory=dict)
    certainty: float = 0.9
    """Probability of each scripted token."""
    latency_s: float = 0.0
    """Time that each step takes."""
    can_share_prefix: bool = True
    fail_at_steps: frozenset[int] = frozenset()
    """Steps, counted from 0, at which the whole model fails."""
    fail_prompts_with: str | None = None
    """Prompts that contain this get broken logits."""
    fail_times: int | None = None
    """How many generations with that text fail before it works; None for all."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to answer to one prompt."""

    key: int
    """Follows from the seed and the prompt alone."""
    scripted: bytes | None
    compact: bytes | None
    """The script without free whitespace, where it is JSON."""
    tokens: list[int]
    """The whole answer with its end of turn."""
    is_broken: bool


@dataclass(frozen=True, slots=True)
class Target:
    """The token that shall be likeliest next."""

    noise_row: int
    token: int
    is_scripted: bool


class FakeMind:
    """Plans answers and writes logits, from a seed."""

    def __init__(self, vocabulary: FakeVocabulary, settings: FakeSettings) -> None:
        self._vocabulary = vocabulary
        self._settings = settings
        self._noise = _build_noise(vocabulary, settings.seed)
        self._log_totals = np.log(np.exp(self._noise.astype(np.float64)).sum(axis=1))
        certainty = min(max(settings.certainty, 1e-6), 1 - 1e-6)
        self._scripted_odds = float(np.log(certainty / (1 - certainty)))
        self._word_odds = float(np.log(WORD_CERTAINTY / (1 - WORD_CERTAINTY)))
        self._num_failed = 0

    def plan(self, prompt: list[int]) -> Plan:
        """Return what to answer to the tokens of a prompt."""
        text = self._vocabulary.text_of(prompt)
        key = zlib.crc32(array("i", prompt).tobytes(), self._settings.seed & 0xFFFFFFFF)
        is_broken = self._is_broken(text)
        scripted = self._scripted(text)
        if scripted is None:
            return Plan(key, None, None, self._words(key), is_broken)
        tokens = self._vocabulary.tokenize(scripted, special=False)
        tokens.append(self._vocabulary.end)
        return Plan(key, scripted.encode(), _compact(scripted), tokens, is_broken)

    def target(self, plan: Plan, said: list[int]) -> Target:
        """Return what should follow after the tokens `said` of an answer."""
        last = said[-1] if said else 0
        noise_row = (plan.key + len(said) * 2654435761 + last * 40503) % NUM_NOISE_ROWS
        if plan.scripted is not None:
            return Target(noise_row, self._scripted_token(plan, said), is_scripted=True)
        return Target(noise_row, self._word_token(plan, said), is_scripted=False)

    def logits(self, targets: list[Target]) -> FloatArray:
        """Return rows in which each target has its probability."""
        picks = np.asarray([target.noise_row for target in targets], dtype=np.intp)
        tokens = np.asarray([target.token for target in targets], dtype=np.intp)
        odds = [self._scripted_odds if t.is_scripted else self._word_odds for t in targets]
        logits: FloatArray = self._noise[picks]
        rows = np.arange(len(targets))
        log_totals = self._log_totals[picks]
        own = logits[rows, tokens].astype(np.float64)
        others = log_totals + np.log1p(-np.exp(own - log_totals))
        logits[rows, tokens] = (others + odds).astype(np.float32)
        free = np.asarray([not target.is_scripted for target in targets], dtype=bool)
        self._add_other_words(logits, rows[free], tokens[free])
        return logits

    def _add_other_words(
        self, logits: FloatArray, rows: NDArray[np.intp], tokens: NDArray[np.intp]
    ) -> None:
        """Let some other words come close, so that draws at a temperature differ."""
        for first, count in self._vocabulary.word_ranges:
            here = (tokens >= first) & (tokens < first + count)
            if not here.any():
                continue
            chosen = tokens[here]
            others = first + (chosen[:, None] - first + _OTHER_WORDS) % count
            top = logits[rows[here], chosen]
            logits[rows[here][:, None], others] = top[:, None] - _OTHER_WORDS_BEHIND

    def _is_broken(self, text: str) -> bool:
        marker, times = self._settings.fail_prompts_with, self._settings.fail_times
        if marker is None or marker not in text:
            return False
        if times is not None and self._num_failed >= times:
            return False
        self._num_failed += 1
        return True

    def _scripted(self, text: str) -> str | None:
        answers = self._settings.answers
        if callable(answers):
            return answers(text)
        keys = [key for key in answers if key in text]
        return answers[max(keys, key=len)] if keys else None

    def _words(self, key: int) -> list[int]:
        """Two to five words and the end of the turn."""
        first, spaced = self._vocabulary.answer_words, self._vocabulary.spaced_words
        words = [first[(key >> 3) % len(first)]]
        mixed = [(key * 2654435761 + index * 40503) >> 7 for index in range(1, 2 + key % 4)]
        words += [spaced[value % len(spaced)] for value in mixed]
        return [*words, self._vocabulary.end]

    def _word_token(self, plan: Plan, said: list[int]) -> int:
        """The plan by position, so that answers that left it end as soon; a word in a string."""
        if len(said) < len(plan.tokens) - 1 and not (said and said[-1] < 256):
            return plan.tokens[len(said)]
        if said and self._vocabulary.names[said[-1]].endswith(b'"'):
            words = self._vocabulary.answer_words
            return words[(plan.key + len(said) * 7919) % len(words)]
        return self._vocabulary.end

    def _scripted_token(self, plan: Plan, said: list[int]) -> int:
        """What follows in the script; where the answer left it, what follows its last part."""
        if said == plan.tokens[: len(said)]:
            return plan.tokens[min(len(said), len(plan.tokens) - 1)]
        assert plan.scripted is not None
        vocabulary = self._vocabulary
        text = b"".join([vocabulary.names[token] for token in said])
        if plan.compact is not None and plan.compact.startswith(text):
            rest = plan.compact[len(text) :]
        else:
            sizes = range(min(len(text), len(plan.scripted)), -1, -1)
            overlap = next(size for size in sizes if text.endswith(plan.scripted[:size]))
            rest = plan.scripted[overlap:]
        if not rest:
            return vocabulary.end
        tokens = vocabulary.tokenize(rest.decode("utf-8", "ignore"), special=False)
        known = vocabulary.names[tokens[0]] if tokens else b""
        return tokens[0] if known and rest.startswith(known) else rest[0]


def _compact(text: str) -> bytes | None:
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _build_noise(vocabulary: FakeVocabulary, seed: int) -> FloatArray:
    """Rows of logits: letters and words about as likely, other bytes less, and ends more."""
    random = np.random.Generator(np.random.Philox(seed % 2**64))
    rows = random.random((NUM_NOISE_ROWS, len(vocabulary)), dtype=np.float32) * 2
    is_letter = np.zeros(len(vocabulary), dtype=bool)
    is_letter[ord("a") : ord("z") + 1] = True
    is_letter[260:] = True
    rows[:, ~is_letter] -= 6
    for text, logit in _FIXED_LOGITS.items():
        token = vocabulary.id_of(text)
        assert token is not None
        rows[:, token] = logit
    rows[:, vocabulary.end] = 4.1
    return rows
