"""Splits the time of a run into parts: every call of a door is timed, less the doors inside it."""

import threading
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from time import perf_counter, thread_time
from typing import Any

import llama_cpp

from pp_lang.engine import engine, outcomes
from pp_lang.engine.chat import ChatTemplate
from pp_lang.engine.engine import Engine
from pp_lang.engine.entropy import EntropyMean
from pp_lang.engine.grammar_constraint import GrammarForm
from pp_lang.engine.logit_rows import LogitRow, LogitRows
from pp_lang.engine.prompt_tokens import PromptTokenizer
from pp_lang.engine.request_plan import RequestPlanner
from pp_lang.engine.sampler import TokenPicker
from pp_lang.engine.written_answer import WrittenAnswer
from pp_lang.evaluation import AnswerReader
from pp_lang.runtime import engine_host, generate
from pp_lang.runtime.model_owner import ModelOwner

DECODE = "llama.cpp: decode"
TOKENS = "llama.cpp: texts to tokens and back"
MEMORY = "llama.cpp: sequences"
MASKS = "llguidance: masks"
GRAMMARS = "llguidance: the rest"
LIBRARIES = (DECODE, TOKENS, MEMORY, MASKS, GRAMMARS)
"""Parts that are not Python's own."""

VOCABULARY = "numpy over the vocabulary"
TEMPLATE = "chat template"
READING = "prompts to tokens, without the library"
PLANNING = "submitting: the rest"
ANSWERS = "answers: tokens, stops, forms, without libraries"
ROWS = "rows of batches"
STEPS = "engine: the rest"
OWNER = "commands and events of the owner thread"
HAND_OVER = "hand-over between threads"
RENDERING = "prompts from values"
VALUES = "values from answers (JSON, pydantic)"
COMPILING = "compiling the program"
LOOP = "event loop and runtime: the rest"
PARTS = (
    *LIBRARIES, VOCABULARY, TEMPLATE, READING, PLANNING, ANSWERS, ROWS, STEPS, OWNER,
    HAND_OVER, RENDERING, VALUES, COMPILING, LOOP,
)  # fmt: skip

_LLAMA = {
    DECODE: ("llama_decode", "llama_get_logits", "llama_get_logits_ith", "llama_synchronize"),
    TOKENS: ("llama_tokenize", "llama_token_to_piece"),
    MEMORY: ("llama_memory_seq_cp", "llama_memory_seq_rm"),
}
_MASK_CALLS = ("compute_bitmask", "unsafe_compute_mask_ptr")


class TimeSplit:
    """Seconds by part while it is installed: use it as a context around a run."""

    def __init__(
        self,
        clock: Callable[[], float] = perf_counter,
        work_clock: Callable[[], float] = thread_time,
    ) -> None:
        self._clock = clock
        self._work_clock = work_clock
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.busy: defaultdict[str, float] = defaultdict(float)
        """Seconds in which the calling thread was at work: what others on the machine take is not
        in them, nor is what other threads of a library do."""
        self._local = threading.local()
        self._undo = ExitStack()

    def __enter__(self) -> "TimeSplit":
        for part, names in _LLAMA.items():
            for name in names:
                self._replace(llama_cpp, name, part)
        for owner, name, part in _DOORS:
            self._replace(owner, name, part)
        self._time_matchers()
        self._time_hand_over()
        return self

    def __exit__(self, *_: object) -> None:
        self._undo.close()

    def share(self, total_s: float) -> float:
        """Return the part of `total_s` that is Python's own."""
        return 1 - sum(self.seconds[part] for part in LIBRARIES) / total_s

    def timed(self, part: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return `call` with its time added to `part`, that of timed calls inside it left out."""

        def run(*args: Any, **options: Any) -> Any:
            stack = self._stack()
            stack.append((0.0, 0.0))
            began, began_work = self._clock(), self._work_clock()
            try:
                return call(*args, **options)
            finally:
                busy, took = self._work_clock() - began_work, self._clock() - began
                inner, inner_busy = stack.pop()
                self.seconds[part] += took - inner
                self.busy[part] += busy - inner_busy
                if stack:
                    stack[-1] = stack[-1][0] + took, stack[-1][1] + busy

        return run

    def _stack(self) -> list[tuple[float, float]]:
        stack: list[tuple[float, float]] | None = getattr(self._local, "stack", None)
        if stack is None:
            stack = self._local.stack = []
        return stack

    def _replace(self, owner: Any, name: str, part: str) -> None:
        self._set(owner, name, self.timed(part, getattr(owner, name)))

    def _set(self, owner: Any, name: str, new: object) -> None:
        self._undo.callback(setattr, owner, name, getattr(owner, name))
        setattr(owner, name, new)

    def _time_matchers(self) -> None:
        """Time what matchers do: those of forms that were compiled before as well."""
        start: Any = GrammarForm.start

        def timed_start(this: Any) -> Any:
            constraint = self.timed(GRAMMARS, start)(this)
            constraint._matcher = _Matcher(self, constraint._matcher)
            return constraint

        self._set(GrammarForm, "start", timed_start)

    def _time_hand_over(self) -> None:
        """Count from where a job is made to where it runs, and from its end to where that is
        seen."""
        job: Any = engine_host._Job
        make, run, result = job.__init__, job.run, job.result

        def timed_make(this: Any, work: object) -> None:
            make(this, work)
            this.at = self._clock()

        def timed_run(this: Any, owner: object) -> None:
            self.seconds[HAND_OVER] += self._clock() - this.at
            run(this, owner)
            this.at = self._clock()

        def timed_result(this: Any) -> Any:
            self.seconds[HAND_OVER] += self._clock() - this.at
            return result(this)

        self._set(job, "__init__", timed_make)
        self._set(job, "run", timed_run)
        self._set(job, "result", timed_result)


_DOORS: tuple[tuple[Any, str, str], ...] = (
    (engine, "build_rows", ROWS),
    (outcomes, "read_rows", VOCABULARY),
    (LogitRow, "log_total", VOCABULARY),
    (LogitRows, "log_totals", VOCABULARY),
    (TokenPicker, "pick", VOCABULARY),
    (EntropyMean, "add", VOCABULARY),
    (ChatTemplate, "render", TEMPLATE),
    (PromptTokenizer, "read", READING),
    (RequestPlanner, "plan", PLANNING),
    (WrittenAnswer, "advance", ANSWERS),
    (Engine, "step", STEPS),
    (ModelOwner, "turn", OWNER),
    (generate, "render_call", RENDERING),
    (AnswerReader, "read", VALUES),
)


class _Matcher:
    """One of llguidance's matchers."""

    def __init__(self, split: TimeSplit, inner: Any) -> None:
        self._split = split
        self._inner = inner

    def __getattr__(self, name: str) -> Any:
        part = MASKS if name in _MASK_CALLS else GRAMMARS
        call = self._split.timed(part, getattr(self._inner, name))
        setattr(self, name, call)
        return call
