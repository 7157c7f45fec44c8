"""A bare loop on the C API: shared text once, copied to every branch, all in one batch."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any

import llguidance
import llguidance.llamacpp
import llguidance.numpy
import numpy as np

from tests.benchmarks.jobs import Choose, Fill, Job, ModelWork, Write
from tests.benchmarks.measurement import Measurement, Stopwatch
from tests.benchmarks.peers.c_api import BATCH_ROWS, BareContext
from tests.benchmarks.peers.peer import measure_jobs

WIDTH = 16
CELLS = 8192
TOP_K = 40
Row = tuple[int, int, int, bool]


def measure(work: ModelWork, model: Path) -> Measurement:
    """Answer all jobs, `WIDTH` side by side."""
    return measure_jobs(BareLoop(model), work)


@dataclass(slots=True)
class _Branch:
    index: int
    job: Job
    own: list[int]
    """Its prompt after what is shared."""
    matcher: Any = None
    random: Any = None
    answer: list[int] = field(default_factory=list)
    num_read: int = 0
    position: int = 0


class BareLoop:
    """Keeps `WIDTH` branches going; one that ends makes room for the next."""

    def __init__(self, model: Path) -> None:
        self._path = model
        self._bare = BareContext(model, CELLS, WIDTH + 1)
        self._kept: list[int] = []
        self._num_prompt = 0
        self._num_answer = 0
        self._watch = Stopwatch()
        self._compile = cache(self._compile_schema)
        self._bitmask = llguidance.numpy.allocate_token_bitmask(1, self._bare.vocab_size)

    def counts(self) -> tuple[int, int]:
        """Return the tokens computed of prompts, and of answers."""
        return self._num_prompt, self._num_answer

    def parts(self) -> dict[str, float]:
        """Return seconds by phase."""
        return self._watch.seconds

    def answer(self, jobs: list[Job]) -> list[str]:
        """Answer all jobs, whatever their form."""
        prompts = [self._bare.tokenize(job.prompt.render(self._path)) for job in jobs]
        shared = _common_start(prompts)
        self._keep(shared)
        waiting = [
            _Branch(index, job, prompt[len(shared) :])
            for index, (job, prompt) in enumerate(zip(jobs, prompts, strict=True))
        ][::-1]
        free, live = list(range(WIDTH))[::-1], dict[int, _Branch]()
        answers = [""] * len(jobs)
        while waiting or live:
            rows = self._next_rows(waiting, live, free)
            for sequence in self._step(rows, live):
                branch = live.pop(sequence)
                answers[branch.index] = self._text(branch)
                self._bare.drop(sequence)
                free.append(sequence)
        return answers

    def _keep(self, shared: list[int]) -> None:
        """Let the last sequence hold exactly `shared`; what it holds of it already stays."""
        kept = len(_common_start([self._kept, [*shared, -1]])) if self._kept else 0
        self._bare.cut(WIDTH, kept)
        with self._watch.phase("prefix_s"):
            self._bare.prefill(shared[kept:], WIDTH, kept)
        self._num_prompt += len(shared) - kept
        self._kept = shared

    def _next_rows(
        self, waiting: list[_Branch], live: dict[int, _Branch], free: list[int]
    ) -> list[Row]:
        rows: list[Row] = [
            (branch.answer[-1], branch.position, sequence, True)
            for sequence, branch in live.items()
            if branch.answer
        ]
        for sequence, branch in live.items():
            if not branch.answer:
                rows += self._read(branch, sequence, BATCH_ROWS - len(rows))
        while waiting and free and len(rows) < BATCH_ROWS:
            branch, sequence = waiting.pop(), free.pop()
            self._bare.copy(WIDTH, sequence)
            branch.position = len(self._kept)
            live[sequence] = branch
            rows += self._read(branch, sequence, BATCH_ROWS - len(rows))
        return rows

    def _read(self, branch: _Branch, sequence: int, room: int) -> list[Row]:
        """Return the next rows of a prompt, as many as there is room for."""
        start = branch.num_read
        stop = min(len(branch.own), start + room)
        first = len(self._kept)
        rows = [
            (branch.own[place], first + place, sequence, place == len(branch.own) - 1)
            for place in range(start, stop)
        ]
        branch.num_read = stop
        branch.position = first + stop - 1
        self._num_prompt += stop - start
        return rows

    def _step(self, rows: list[Row], live: dict[int, _Branch]) -> list[int]:
        """Compute the rows, and return the sequences whose answers are complete."""
        tokens, positions, sequences, wants_logits = zip(*rows, strict=True)
        with self._watch.phase("decode_s"):
            logits = self._bare.decode(tokens, positions, sequences, wants_logits)
        owners = [row[2] for row in rows if row[3]]
        ended = []
        with self._watch.phase("choose_s"):
            for row, sequence in zip(logits, owners, strict=True):
                branch = live[sequence]
                branch.position += 1
                if self._choose(row, branch):
                    ended.append(sequence)
        return ended

    def _choose(self, row: Any, branch: _Branch) -> bool:
        """Append the next token to the answer; True when the answer is complete."""
        match branch.job.form:
            case Write(tokens, temperature, seed):
                if temperature > 0:
                    branch.random = branch.random or np.random.default_rng(seed)
                    branch.answer.append(_draw(row, temperature, branch.random))
                else:
                    branch.answer.append(int(row.argmax()))
                is_complete = len(branch.answer) == tokens
            case Fill(schema, max_tokens):
                branch.matcher = branch.matcher or self._compile(schema).deep_copy()
                branch.answer.append(self._fill(row, branch.matcher))
                is_complete = branch.matcher.is_stopped() or len(branch.answer) == max_tokens
            case Choose(options):
                firsts = [self._bare.tokenize(option)[0] for option in options]
                branch.answer.append(firsts[int(row[firsts].argmax())])
                is_complete = True
        self._num_answer += is_complete and len(branch.answer)
        return bool(is_complete)

    def _fill(self, row: Any, matcher: Any) -> int:
        llguidance.numpy.fill_next_token_bitmask(matcher, self._bitmask, 0)
        allowed = np.unpackbits(
            self._bitmask.view(np.uint8)[0], bitorder="little", count=len(row)
        ).view(np.bool_)
        token = int(np.where(allowed, row, -np.inf).argmax())
        matcher.consume_token(token)
        return token

    def _compile_schema(self, schema: str) -> Any:
        tokenizer = llguidance.llamacpp.lltokenizer_from_vocab(self._bare.vocab)
        options: Any = {"whitespace_flexible": False, "item_separator": ",", "key_separator": ":"}
        grammar = llguidance.LLMatcher.grammar_from_json_schema(schema, defaults=options)
        return llguidance.LLMatcher(tokenizer, grammar)

    def _text(self, branch: _Branch) -> str:
        text = self._bare.to_text(branch.answer)
        if isinstance(branch.job.form, Choose):
            return next(option for option in branch.job.form.options if option.startswith(text))
        return text


def _common_start(prompts: Sequence[list[int]]) -> list[int]:
    """Return the tokens that all begin with, one less than the shortest has at most."""
    if len(prompts) == 1:
        return prompts[0][:-1]
    columns = zip(*(prompt[:-1] for prompt in prompts), strict=False)
    return [column[0] for column in takewhile(lambda column: len(set(column)) == 1, columns)]


def _draw(row: Any, temperature: float, random: Any) -> int:
    """Draw one of the `TOP_K` likeliest tokens."""
    top = np.argpartition(row, -TOP_K)[-TOP_K:]
    weights = np.exp((row[top] - row[top].max()) / temperature, dtype=np.float64)
    return int(random.choice(top, p=weights / weights.sum()))
