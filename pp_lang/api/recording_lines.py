"""Recorded answers as lines of JSON, and back.

First come the models that answered, then test by test the answers and the sizes of prompts that
were only counted. All is sorted, and nothing depends on when or where it was recorded.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from pp_lang.api.recording import CaseKey, KeptRun, Recording
from pp_lang.engine import (
    Asked,
    Failure,
    GenerationResult,
    GivenUp,
    ModelInfo,
    RecordedAnswer,
    RecordedRun,
    TokenUse,
)

Line = dict[str, Any]
"""A line of the file; Any: whatever JSON holds."""

_HERE_ONLY = frozenset({"path", "opening"})
"""Facts of the machine that recorded."""
_SCORES = ("probabilities", "option_logprobs", "entropy")


def written_lines(recording: Recording) -> Iterator[Line]:
    """Yield the lines of a recording."""
    models = {kept.model: kept.run.model for kept in recording.cases.values()}
    for name in sorted(models):
        facts = asdict(replace(models[name], path=None, opening=None))
        yield {
            "model": name,
            "facts": {key: value for key, value in facts.items() if key not in _HERE_ONLY},
        }
    for key in sorted(recording.cases, key=lambda key: key.sort_key):
        kept = recording.cases[key]
        head = _case(key)
        for answer in kept.run.answers:
            yield {**head, **_answer(answer), "model": kept.model}
        for digest, num_tokens in kept.run.sizes:
            yield {**head, "counted": digest, "size": num_tokens, "model": kept.model}


def read_lines(lines: Sequence[tuple[int, Line]]) -> Recording:
    """Return the recording that numbered lines hold. Raises `BrokenLineError`."""
    models: dict[str, ModelInfo] = {}
    names: dict[CaseKey, str] = {}
    answers: dict[CaseKey, list[RecordedAnswer]] = {}
    sizes: dict[CaseKey, list[tuple[str, int]]] = {}
    for number, line in lines:
        try:
            if "facts" in line:
                models[line["model"]] = ModelInfo(path=None, **line["facts"])
                continue
            key = CaseKey(line["test"], line.get("row"))
            names[key] = line["model"]
            if "counted" in line:
                sizes.setdefault(key, []).append((line["counted"], line["size"]))
            else:
                answers.setdefault(key, []).append(_read_answer(line))
            _ = models[names[key]]
        except (KeyError, TypeError, ValueError) as error:
            raise BrokenLineError(number) from error
    return Recording(
        {
            key: KeptRun(name, _run(models[name], answers.get(key, []), sizes.get(key, [])))
            for key, name in names.items()
        }
    )


class BrokenLineError(Exception):
    """A line is none that this version writes."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def _run(
    model: ModelInfo, answers: list[RecordedAnswer], sizes: list[tuple[str, int]]
) -> RecordedRun:
    return RecordedRun(model, tuple(answers), tuple(sizes))


def _case(key: CaseKey) -> Line:
    return {"test": key.test} if key.row is None else {"test": key.test, "row": key.row}


def _answer(answer: RecordedAnswer) -> Line:
    asked = asdict(answer.asked)
    match answer.outcome:
        case GivenUp(tokens):
            said: Line = {"given_up": tokens}
        case Failure(message, is_refusal):
            said = {"failure": message, "refused": is_refusal}
        case result:
            said = {"answer": result.text, "reason": result.reason, **_numbers(result)}
    return {"place": answer.place, **said, "turn": answer.turn, "asked": asked}


def _numbers(result: GenerationResult) -> Line:
    use = result.tokens
    numbers: Line = {"tokens": {"prompt": use.prompt, "sampled": use.sampled, "forced": use.forced}}
    for name in _SCORES:
        value = getattr(result, name)
        if value is not None:
            numbers[name] = _written(value)
    if result.logprobs:
        numbers["logprobs"] = _written(result.logprobs)
    return numbers


def _read_answer(line: Line) -> RecordedAnswer:
    place, turn = line["place"], line["turn"]
    if not isinstance(place, str) or not isinstance(turn, int):
        raise TypeError("a place is a text, a turn a number")
    return RecordedAnswer(place, Asked(**line["asked"]), _read_outcome(line), turn)


def _read_outcome(line: Line) -> GenerationResult | Failure | GivenUp:
    if "given_up" in line:
        if not isinstance(line["given_up"], int):
            raise TypeError("tokens are a number")
        return GivenUp(line["given_up"])
    if "failure" in line:
        return Failure(line["failure"], line["refused"])
    if not isinstance(line["answer"], str):
        raise TypeError("an answer is a text")
    scores: Mapping[str, Any] = {name: _read(line[name]) for name in _SCORES if name in line}
    return GenerationResult(
        text=line["answer"],
        reason=line["reason"],
        tokens=TokenUse(shared=0, **line["tokens"]),
        logprobs=_read(line.get("logprobs", [])),
        **scores,
    )


def _written(value: float | tuple[float, ...]) -> Any:  # Any: JSON, which knows no infinity
    if isinstance(value, tuple):
        return [_written(one) for one in value]
    return value if math.isfinite(value) else None


def _read(value: Any) -> Any:  # Any: JSON to a number or a tuple of numbers
    if isinstance(value, list):
        return tuple(_read(one) for one in value)
    return -math.inf if value is None else float(value)
