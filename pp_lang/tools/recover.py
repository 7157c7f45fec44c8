"""The tree of what is in order in a text that is not."""

import itertools
import re

from pp_lang.diagnostics import Diagnostic
from pp_lang.source import SourceFile
from pp_lang.syntax import Module, parse

_HEAD = re.compile(r"^(?:import|type|context|template|program|extern|model|test)\b", re.MULTILINE)
_MOST_ROUNDS = 4


def recover(source: SourceFile, problems: tuple[Diagnostic, ...]) -> Module | None:
    """Return the tree without the declarations that hold mistakes of form; None if none is left."""
    text = source.text
    starts = [0, *(match.start() for match in _HEAD.finditer(text)), len(text)]
    places = [one.label.span.start for one in problems]
    for _ in range(_MOST_ROUNDS):
        for start, end in itertools.pairwise(starts):
            if any(start <= place < max(end, start + 1) for place in places) or (
                end == len(text) and len(text) in places
            ):
                text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
        parsed = parse(SourceFile(source.name, text))
        if parsed.module is not None:
            return parsed.module
        places = [one.diagnostic().label.span.start for one in parsed.problems]
    return None
