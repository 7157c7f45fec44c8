"""What a run is: enough to begin it again, but for what it is allowed, which is asked each time."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What a journal says about its run."""

    file: str
    """Path of the program's file, as it was given."""
    program: str
    source_hash: str
    inputs: dict[str, Any]
    """Values as JSON has them, by name."""
    model: str | None
    settings: tuple[str, ...]
    seed: int
    is_exact: bool
    is_invariant: bool
    version: str
    """Version of pp that began it."""
    graph: str
    """The steps of the program, as `pp graph` shows them."""

    def to_json(self) -> str:
        """Return the facts as one line of JSON."""
        return json.dumps(asdict(self))


def read_facts(text: str) -> RunFacts:
    """Return the facts in a line of JSON. Raises `ValueError` where it is none."""
    found = json.loads(text)
    if not isinstance(found, dict) or {one.name for one in fields(RunFacts)} != set(found):
        raise ValueError("the facts of the run are not there")
    return RunFacts(**{**found, "settings": tuple(map(str, found["settings"]))})
