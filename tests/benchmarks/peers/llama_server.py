"""llama.cpp's server, carried by the package `xllamacpp`, with every request sent at once."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import Any

import xllamacpp

from tests.benchmarks.measurement import Measurement
from tests.benchmarks.workloads import SharedContext, TypedRecords

THREADS = 2
SLOT_CELLS = 2048
WARM_UP = "The weather in the mountains changes"


def measure(workload: SharedContext | TypedRecords, model: Path, slots: int) -> Measurement:
    """Send every prompt at once to a server with `slots` slots, and wait for the last answer.

    The server is called inside the process, so no time is spent on HTTP.
    """
    server = _start_server(model, slots)
    with ThreadPoolExecutor(max_workers=max(slots, len(workload.prompts))) as pool:
        list(
            pool.map(
                lambda _: _complete(server, {"prompt": WARM_UP, "max_tokens": 4}), range(slots)
            )
        )
        requests = [_build_request(workload, prompt.rendered) for prompt in workload.prompts]
        start = perf_counter()
        answers = list(pool.map(lambda request: _complete(server, request), requests))
        seconds = perf_counter() - start
    valid = None
    if isinstance(workload, TypedRecords):
        valid = sum(workload.is_valid(answer["choices"][0]["text"]) for answer in answers)
    return Measurement(
        seconds=seconds,
        prompt_tokens=sum(int(answer["timings"]["prompt_n"]) for answer in answers),
        answer_tokens=sum(int(answer["usage"]["completion_tokens"]) for answer in answers),
        answers=len(answers),
        valid=valid,
    )


def _start_server(model: Path, slots: int) -> Any:
    params = xllamacpp.CommonParams()
    params.model.path = str(model)
    params.n_parallel = slots
    params.n_ctx = SLOT_CELLS * slots
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = THREADS
    params.verbosity = 0
    return xllamacpp.Server(params)


def _build_request(workload: SharedContext | TypedRecords, prompt: str) -> dict[str, Any]:
    """The rendered prompt as it is: no chat template of the server's comes between."""
    request: dict[str, Any] = {"prompt": prompt, "temperature": 0}
    match workload:
        case SharedContext():
            return request | {"max_tokens": workload.answer_tokens, "ignore_eos": True}
        case TypedRecords():
            return request | {
                "max_tokens": workload.max_tokens,
                "json_schema": json.loads(workload.schema),
            }


def _complete(server: Any, request: dict[str, Any]) -> dict[str, Any]:
    answer: Any = server.handle_completions(request)
    if isinstance(answer, str):
        answer = json.loads(answer)
    if "choices" not in answer:
        raise RuntimeError(f"the server refused: {answer}")
    return dict(answer)
