"""Answers as text and back, bit for bit."""

import json
from dataclasses import asdict, fields
from typing import Any

from pp_lang.engine import GenerationResult, TokenUse

_TUPLES = ("logprobs", "probabilities", "option_logprobs")


def write_result(result: GenerationResult) -> str:
    """Return an answer as JSON; Python reads each number back as it was."""
    return json.dumps(asdict(result))


def read_result(text: str) -> GenerationResult:
    """Return the answer in a text of `write_result`. Raises `ValueError` for another text."""
    found: Any = json.loads(text)
    names = {one.name for one in fields(GenerationResult)}
    if not (isinstance(found, dict) and set(found) == names and isinstance(found["text"], str)):
        raise ValueError("an answer has other parts")
    for name in _TUPLES:
        if found[name] is not None:
            found[name] = tuple(map(float, found[name]))
    try:
        return GenerationResult(**{**found, "tokens": TokenUse(**found["tokens"])})
    except TypeError as error:
        raise ValueError("the tokens of an answer are not there") from error
