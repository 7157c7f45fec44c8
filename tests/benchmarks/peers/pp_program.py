"""pp as its users meet it: a program is compiled and run, on a model that is already open."""

from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

from pydantic import BaseModel

import pp_lang
from pp_lang.engine import LanguageModel
from tests.benchmarks.jobs import ModelWork
from tests.benchmarks.measurement import Measurement
from tests.benchmarks.peers.pp_engine import open_for, read_counters


def measure(work: ModelWork, model: Path) -> Measurement:
    """Compile and run the program of `work`, after a short run on other text."""
    return _measure(work, open_for(model, work))


def measure_guessing(work: ModelWork, model: Path) -> Measurement:
    """Do so on a model that guesses answers ahead."""
    return _measure(work, open_for(model, work, "lookup"))


def _measure(work: ModelWork, opened: LanguageModel) -> Measurement:
    shared = pp_lang.Model(opened)
    run_program(work.program, work.warm_up, shared)
    before = read_counters(opened.statistics())
    start = perf_counter()
    result = run_program(work.program, work.inputs, shared)
    seconds = perf_counter() - start
    after = opened.statistics()
    parts = {name: value - before[name] for name, value in read_counters(after).items()}
    answers = [_plain(answer) for answer in result.answers]
    shared.close()
    return Measurement(
        seconds=seconds,
        prompt_tokens=int(parts["prefilled_tokens"]),
        answer_tokens=int(parts["sampled_tokens"] + parts["forced_tokens"]),
        answers=len(answers),
        valid=work.count_right(answers),
        parts=parts | {"cells_peak": after.cells_peak},
    )


def run_program(source: str, inputs: Mapping[str, Any], model: pp_lang.Model | str) -> Any:
    """Compile and run a program on an open model, or on one that pp opens by its name."""
    return pp_lang.compile(source).run(inputs, model=model)


def _plain(answer: Any) -> str:
    return answer.model_dump_json() if isinstance(answer, BaseModel) else str(answer)
