"""llama.cpp's server, carried by the package `xllamacpp`, with every request sent at once."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import xllamacpp

from tests.benchmarks.jobs import Choose, Fill, Job, ModelWork, Write
from tests.benchmarks.measurement import Measurement
from tests.benchmarks.peers.peer import THREADS, measure_jobs

SLOT_CELLS = 2048
LONG_SLOT_CELLS = 6144
"""For prompts of more than `LONG_CHARACTERS`."""
LONG_CHARACTERS = 8_000


def measure(work: ModelWork, model: Path, slots: int) -> Measurement:
    """Send every prompt of a round at once to a server with `slots` slots.

    The server is called inside the process, so no time is spent on HTTP.
    """
    longest = max(len(job.prompt.render(model)) for job in next(work.rounds()))
    cells = LONG_SLOT_CELLS if longest > LONG_CHARACTERS else SLOT_CELLS
    return measure_jobs(LlamaServer(model, slots, cells), work)


class LlamaServer:
    """A server inside this process."""

    def __init__(self, model: Path, slots: int, slot_cells: int) -> None:
        self._path = model
        params = xllamacpp.CommonParams()
        params.model.path = str(model)
        params.n_parallel = slots
        params.n_ctx = slot_cells * slots
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = THREADS
        params.verbosity = 0
        self._server: Any = xllamacpp.Server(params)
        self._num_prompt = 0
        self._num_answer = 0

    def counts(self) -> tuple[int, int]:
        """Return the tokens computed of prompts, and of answers."""
        return self._num_prompt, self._num_answer

    def parts(self) -> dict[str, float]:
        """Return nothing: the server keeps its times to itself."""
        return {}

    def answer(self, jobs: list[Job]) -> list[str]:
        """Answer all jobs, each by a request of its own."""
        with ThreadPoolExecutor(max_workers=len(jobs)) as pool:
            answers = list(pool.map(self._complete, map(self._build_request, jobs)))
        self._num_prompt += sum(int(answer["timings"]["prompt_n"]) for answer in answers)
        self._num_answer += sum(int(answer["usage"]["completion_tokens"]) for answer in answers)
        return [str(answer["choices"][0]["text"]) for answer in answers]

    def _complete(self, request: dict[str, Any]) -> dict[str, Any]:
        answer: Any = self._server.handle_completions(request)
        if isinstance(answer, str):
            answer = json.loads(answer)
        if "choices" not in answer:
            raise RuntimeError(f"the server refused: {answer}")
        return dict(answer)

    def _build_request(self, job: Job) -> dict[str, Any]:
        """The rendered prompt as it is: no chat template of the server's comes between."""
        prompt = job.prompt.render(self._path, begins=False)
        request: dict[str, Any] = {"prompt": prompt, "temperature": 0}
        match job.form:
            case Write(tokens, temperature, seed):
                sampling = {"temperature": temperature, "seed": seed}
                return request | sampling | {"max_tokens": tokens, "ignore_eos": True}
            case Fill(schema, max_tokens):
                return request | {"max_tokens": max_tokens, "json_schema": json.loads(schema)}
            case Choose(options):
                grammar = "root ::= " + " | ".join(json.dumps(option) for option in options)
                return request | {"max_tokens": 8, "grammar": grammar}
