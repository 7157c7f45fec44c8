"""`llama_cpp.Llama` as its documentation shows it: one prompt after the other."""

import json
from pathlib import Path
from typing import Any

import llama_cpp
from llama_cpp.llama_grammar import LlamaGrammar

from tests.benchmarks.jobs import Choose, Fill, Job, ModelWork, Write
from tests.benchmarks.measurement import Measurement
from tests.benchmarks.peers.c_api import silence_log
from tests.benchmarks.peers.peer import THREADS, measure_jobs

CELLS = 6144


def measure_with_prefix_match(work: ModelWork, model: Path) -> Measurement:
    """Let `Llama` keep what the last prompt and the next one have in common."""
    return measure_jobs(LlamaPeer(model, keeps=True), work)


def measure_with_nothing_kept(work: ModelWork, model: Path) -> Measurement:
    """Reset `Llama` before every prompt."""
    return measure_jobs(LlamaPeer(model, keeps=False), work)


class LlamaPeer:
    """A `Llama`, asked again and again."""

    def __init__(self, model: Path, *, keeps: bool) -> None:
        silence_log()
        self._path = model
        self._keeps = keeps
        self._llama: Any = llama_cpp.Llama(
            str(model), n_ctx=CELLS, n_threads=THREADS, n_threads_batch=THREADS, verbose=False
        )
        ends = [
            token
            for token in range(self._llama.n_vocab())
            if llama_cpp.llama_vocab_is_eog(self._llama._model.vocab, token)
        ]
        # An end that cannot be chosen makes all answers equally long.
        self._no_end = dict.fromkeys(ends, -1e9)
        self._num_answer = 0

    def counts(self) -> tuple[int, int]:
        """Return the tokens computed of prompts, and of answers."""
        counters = llama_cpp.llama_perf_context(self._llama._ctx.ctx)
        # llama.cpp counts a prompt of one token as decoding, and so a decoded token as no prompt.
        return int(counters.n_p_eval), self._num_answer

    def parts(self) -> dict[str, float]:
        """Return llama.cpp's own seconds by phase."""
        counters = llama_cpp.llama_perf_context(self._llama._ctx.ctx)
        return {"prefill_s": counters.t_p_eval_ms / 1e3, "decode_s": counters.t_eval_ms / 1e3}

    def answer(self, jobs: list[Job]) -> list[str]:
        """Answer one job after the other."""
        return [self._answer(job) for job in jobs]

    def _answer(self, job: Job) -> str:
        if not self._keeps:
            self._llama.reset()
        answer: Any = self._llama.create_completion(
            self._llama.tokenize(
                job.prompt.render(self._path).encode(), add_bos=False, special=True
            ),
            **self._options(job),
        )
        self._num_answer += int(answer["usage"]["completion_tokens"])
        return str(answer["choices"][0]["text"])

    def _options(self, job: Job) -> dict[str, Any]:
        match job.form:
            case Write(tokens, temperature, seed):
                sampling = {"max_tokens": tokens, "temperature": temperature, "seed": seed}
                return sampling | {"logit_bias": self._no_end}
            case Fill(schema, max_tokens):
                grammar = LlamaGrammar.from_json_schema(schema, verbose=False)
                return {"max_tokens": max_tokens, "temperature": 0.0, "grammar": grammar}
            case Choose(options):
                rule = "root ::= " + " | ".join(json.dumps(option) for option in options)
                grammar = LlamaGrammar.from_string(rule, verbose=False)
                return {"max_tokens": 8, "temperature": 0.0, "grammar": grammar}
