"""Bare loops on the C API: shared text once, copied to every branch, all in one batch."""

from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from time import perf_counter
from typing import Any

import llguidance
import llguidance.llamacpp
import llguidance.numpy
import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.measurement import Measurement, Stopwatch
from tests.benchmarks.peers.c_api import BareContext
from tests.benchmarks.workloads import SharedContext, TypedRecords

WIDTH = 16
WARM_UP = "<|im_start|>user\nSay something about the weather in the mountains.<|im_end|>\n"


def measure_shared_context(workload: SharedContext, model: Path) -> Measurement:
    """Answer all questions side by side, greedily, without looking for the end of an answer."""
    bare = BareContext(model, cells=4096, sequences=WIDTH)
    _warm_up(bare)
    width = len(workload.prompts)
    watch = Stopwatch()
    with watch.phase("tokenize_s"):
        prefix, suffixes = _split(bare, workload)
    with watch.phase("prefix_s"):
        bare.prefill(prefix, 0)
        for sequence in range(1, width):
            bare.copy(0, sequence)
    with watch.phase("suffixes_s"):
        tokens = _prefill_suffixes(bare, len(prefix), suffixes)
    positions = np.array([len(prefix) + len(suffix) for suffix in suffixes], np.int32)
    answers = [[int(token)] for token in tokens]
    with watch.phase("decode_s"):
        for _ in range(workload.answer_tokens - 1):
            logits = bare.decode(
                tokens, positions, np.arange(width, dtype=np.int32), np.ones(width, np.bool_)
            )
            tokens = logits.argmax(axis=1).astype(np.int32)
            positions += 1
            for answer, token in zip(answers, tokens, strict=True):
                answer.append(int(token))
    with watch.phase("tokenize_s"):
        texts = [bare.to_text(answer) for answer in answers]
    return Measurement(
        seconds=watch.total,
        prompt_tokens=len(prefix) + sum(map(len, suffixes)),
        answer_tokens=sum(map(len, answers)),
        answers=len(texts),
        parts=watch.seconds,
    )


def _warm_up(bare: BareContext) -> None:
    tokens = bare.tokenize(WARM_UP * 8)
    bare.prefill(tokens, 0)
    for step in range(4):
        bare.decode([tokens[0]], [len(tokens) + step], [0], [True])
    bare.clear()


def _split(
    bare: BareContext, workload: SharedContext | TypedRecords
) -> tuple[list[int], list[list[int]]]:
    """Return the tokens that all prompts begin with, and what each one has after them."""
    prompts = [bare.tokenize(prompt.rendered) for prompt in workload.prompts]
    columns = zip(*prompts, strict=False)
    shared = [column[0] for column in takewhile(lambda column: len(set(column)) == 1, columns)]
    return shared, [prompt[len(shared) :] for prompt in prompts]


def _prefill_suffixes(
    bare: BareContext, start: int, suffixes: list[list[int]]
) -> NDArray[np.int32]:
    """Compute every branch's own part, in few batches, and return each one's first token."""
    rows = [
        (token, start + place, sequence, place == len(suffix) - 1)
        for sequence, suffix in enumerate(suffixes)
        for place, token in enumerate(suffix)
    ]
    firsts: list[int] = []
    for begin in range(0, len(rows), 512):
        tokens, positions, sequences, wants_logits = zip(*rows[begin : begin + 512], strict=True)
        firsts.extend(bare.decode(tokens, positions, sequences, wants_logits).argmax(axis=1))
    return np.array(firsts, np.int32)


@dataclass(slots=True)
class _Branch:
    index: int
    suffix: list[int]
    matcher: Any
    answer: list[int] = field(default_factory=list)
    position: int = 0


class _RecordLoop:
    """Keeps `WIDTH` reviews going; a branch that ends makes room for the next review."""

    def __init__(self, bare: BareContext, workload: TypedRecords) -> None:
        self.bare = bare
        self.workload = workload
        tokenizer = llguidance.llamacpp.lltokenizer_from_vocab(bare.vocab)
        options: Any = {"whitespace_flexible": False, "item_separator": ",", "key_separator": ":"}
        grammar = llguidance.LLMatcher.grammar_from_json_schema(workload.schema, defaults=options)
        self.matcher = llguidance.LLMatcher(tokenizer, grammar)
        self.bitmask = llguidance.numpy.allocate_token_bitmask(1, bare.vocab_size)
        self.answers = [""] * len(workload.prompts)
        self.answer_tokens = 0
        self.watch = Stopwatch()

    def run(self) -> int:
        """Answer every review and return how many prompt tokens were computed."""
        prefix, suffixes = _split(self.bare, self.workload)
        with self.watch.phase("prefix_s"):
            self.bare.prefill(prefix, WIDTH)
        waiting = [_Branch(index, suffix, None) for index, suffix in enumerate(suffixes)][::-1]
        free = list(range(WIDTH))[::-1]
        live: dict[int, _Branch] = {}
        while waiting or live:
            rows: list[tuple[int, int, int, bool]] = [
                (branch.answer[-1], branch.position, sequence, True)
                for sequence, branch in live.items()
            ]
            while waiting and free and len(rows) + len(waiting[-1].suffix) <= 512:
                branch, sequence = waiting.pop(), free.pop()
                branch.matcher = self.matcher.deep_copy()
                self.bare.copy(WIDTH, sequence)
                rows += [
                    (token, len(prefix) + place, sequence, place == len(branch.suffix) - 1)
                    for place, token in enumerate(branch.suffix)
                ]
                branch.position = len(prefix) + len(branch.suffix) - 1
                live[sequence] = branch
            self._step(rows, live, free)
        return len(prefix) + sum(map(len, suffixes))

    def _step(
        self, rows: list[tuple[int, int, int, bool]], live: dict[int, _Branch], free: list[int]
    ) -> None:
        tokens, positions, sequences, wants_logits = zip(*rows, strict=True)
        with self.watch.phase("decode_s"):
            logits = self.bare.decode(tokens, positions, sequences, wants_logits)
        owners = [row[2] for row in rows if row[3]]
        with self.watch.phase("mask_s"):
            for row, sequence in zip(logits, owners, strict=True):
                branch = live[sequence]
                branch.position += 1
                if self._choose(row, branch):
                    self.answers[branch.index] = self.bare.to_text(branch.answer)
                    self.answer_tokens += len(branch.answer)
                    self.bare.drop(sequence)
                    del live[sequence]
                    free.append(sequence)

    def _choose(self, row: Any, branch: _Branch) -> bool:
        """Append the likeliest allowed token to the answer; True when the record is complete."""
        llguidance.numpy.fill_next_token_bitmask(branch.matcher, self.bitmask, 0)
        allowed = np.unpackbits(
            self.bitmask.view(np.uint8)[0], bitorder="little", count=len(row)
        ).view(np.bool_)
        token = int(np.where(allowed, row, -np.inf).argmax())
        branch.matcher.consume_token(token)
        branch.answer.append(token)
        return bool(branch.matcher.is_stopped()) or len(branch.answer) == self.workload.max_tokens


def measure_typed_records(workload: TypedRecords, model: Path) -> Measurement:
    """Decode every token of every record under llguidance's masks."""
    bare = BareContext(model, cells=8192, sequences=WIDTH + 1)
    _warm_up(bare)
    loop = _RecordLoop(bare, workload)
    start = perf_counter()
    prompt_tokens = loop.run()
    seconds = perf_counter() - start
    return Measurement(
        seconds=seconds,
        prompt_tokens=prompt_tokens,
        answer_tokens=loop.answer_tokens,
        answers=len(loop.answers),
        valid=sum(map(workload.is_valid, loop.answers)),
        parts=loop.watch.seconds,
    )
