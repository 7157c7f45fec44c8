"""`llama_cpp.Llama` as its documentation shows it: one prompt after the other."""

from pathlib import Path
from time import perf_counter
from typing import Any

import llama_cpp

from tests.benchmarks.measurement import Measurement
from tests.benchmarks.peers.c_api import THREADS, silence_log
from tests.benchmarks.workloads import SharedContext


def measure_with_prefix_match(workload: SharedContext, model: Path) -> Measurement:
    """Let `Llama` keep what the last prompt and the next one have in common."""
    return _measure(workload, model, keeps=True)


def measure_with_nothing_kept(workload: SharedContext, model: Path) -> Measurement:
    """Reset `Llama` before every prompt."""
    return _measure(workload, model, keeps=False)


def _measure(workload: SharedContext, model: Path, *, keeps: bool) -> Measurement:
    silence_log()
    llama: Any = llama_cpp.Llama(
        str(model), n_ctx=2048, n_threads=THREADS, n_threads_batch=THREADS, verbose=False
    )
    ends = [
        token
        for token in range(llama.n_vocab())
        if llama_cpp.llama_vocab_is_eog(llama._model.vocab, token)
    ]
    # An end that cannot be chosen makes all answers equally long.
    bias = dict.fromkeys(ends, -1e9)
    llama.create_completion("The weather in the mountains changes", max_tokens=8, temperature=0.0)
    llama.reset()
    llama_cpp.llama_perf_context_reset(llama._ctx.ctx)
    answer_tokens = 0
    start = perf_counter()
    for prompt in workload.prompts:
        if not keeps:
            llama.reset()
        answer: Any = llama.create_completion(
            llama.tokenize(prompt.rendered.encode(), add_bos=False, special=True),
            max_tokens=workload.answer_tokens,
            temperature=0.0,
            logit_bias=bias,
        )
        answer_tokens += int(answer["usage"]["completion_tokens"])
    seconds = perf_counter() - start
    counters = llama_cpp.llama_perf_context(llama._ctx.ctx)
    return Measurement(
        seconds=seconds,
        # llama.cpp counts a prompt of one token as decoding, and so a decoded token as no prompt.
        prompt_tokens=int(counters.n_p_eval),
        answer_tokens=answer_tokens,
        answers=len(workload.prompts),
        parts={"prefill_s": counters.t_p_eval_ms / 1e3, "decode_s": counters.t_eval_ms / 1e3},
    )
