"""What a run tells while it runs: frozen records, the same ones in the same order each time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pp_lang.evaluation import Value
from pp_lang.graph import (
    BranchNode,
    CallNode,
    ComputeNode,
    ContextNode,
    ExternNode,
    GenerateNode,
    InputNode,
    MapNode,
    Node,
    ReduceNode,
    RepeatNode,
    SampleNode,
)
from pp_lang.runtime.statistics import RunStatistics

NodeKind = Literal[
    "program",
    "input",
    "compute",
    "context",
    "generate",
    "extern",
    "map",
    "sample",
    "reduce",
    "repeat",
    "call",
    "branch",
]


@dataclass(frozen=True, slots=True)
class RunStarted:
    """The run begins. `node` is the program's name."""

    node: str
    kind: NodeKind = "program"
    key: int | None = None


@dataclass(frozen=True, slots=True)
class NodeStarted:
    """A node has all that it needs and begins."""

    node: str
    kind: NodeKind
    key: int | None = None
    """Index of the innermost item that the node is in; None outside any."""


@dataclass(frozen=True, slots=True)
class NodeProgress:
    """Some items of a map, sample or reduce are done."""

    node: str
    kind: NodeKind
    key: int | None
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class TextDelta:
    """A piece of an answer, as the model writes it."""

    node: str
    kind: NodeKind
    key: int | None
    text: str


@dataclass(frozen=True, slots=True)
class GenerationRetried:
    """An answer was no good and is asked for again; deltas that came before are void."""

    node: str
    kind: NodeKind
    key: int | None
    attempt: int
    """Number of the attempt that begins, counted from 0."""
    reason: str


@dataclass(frozen=True, slots=True)
class ItemFinished:
    """One item of a map, sample or reduce has its value."""

    node: str
    kind: NodeKind
    key: int
    value: Value


@dataclass(frozen=True, slots=True)
class NodeFinished:
    """A node has its value."""

    node: str
    kind: NodeKind
    key: int | None
    value: Value


@dataclass(frozen=True, slots=True)
class RunFinished:
    """The run has its result."""

    node: str
    result: Value
    statistics: RunStatistics
    kind: NodeKind = "program"
    key: int | None = None


RunEvent: TypeAlias = (
    RunStarted
    | NodeStarted
    | NodeProgress
    | TextDelta
    | GenerationRetried
    | ItemFinished
    | NodeFinished
    | RunFinished
)
OnEvent: TypeAlias = Callable[[RunEvent], None]

_KINDS: dict[type[Node], NodeKind] = {
    InputNode: "input",
    ComputeNode: "compute",
    ContextNode: "context",
    GenerateNode: "generate",
    ExternNode: "extern",
    MapNode: "map",
    SampleNode: "sample",
    ReduceNode: "reduce",
    RepeatNode: "repeat",
    CallNode: "call",
    BranchNode: "branch",
}


def kind_of(node: Node) -> NodeKind:
    """Return the word for the kind of `node`."""
    return _KINDS[type(node)]
