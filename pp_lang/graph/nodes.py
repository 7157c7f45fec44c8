"""The kinds of node of a program's graph: one for each step, static; lists expand when they exist.

A node's id is its place: `main/verdicts`. Items of a map or sample are `main/verdicts[17]`, and the
nodes inside an item hang below that: `main/verdicts[17]/draft`. The nodes of a region carry `[]`
for the item: `main/verdicts[]/draft`. The step whose value is the item's own hangs at the item's
place itself: the generation of `map r in reviews: office.triage(r)` is `main/verdicts[17]`.
"""

from dataclasses import dataclass, field

from pp_lang.semantics import Limits, Options, ReduceMode, Ty, TypedExpr
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class InputNode:
    """A value given from outside: a parameter of the program, or the item of a map."""

    id: str
    name: str
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class ComputeNode:
    """A value computed from others without a model."""

    id: str
    name: str
    expr: TypedExpr
    """Free of steps."""
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class ContextNode:
    """A context opened on values: one prefix."""

    id: str
    name: str
    context: str
    parent: TypedExpr | None
    args: tuple[tuple[str, TypedExpr], ...]
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class GenerateNode:
    """One generation."""

    id: str
    name: str
    template: str
    parent: TypedExpr | None
    """The context that it is asked in, or the answer whose conversation it continues."""
    args: tuple[tuple[str, TypedExpr], ...]
    options: Options
    """Everything set in the program, from the template to the call."""
    ty: Ty
    span: Span
    given: tuple[tuple[str, TypedExpr], ...] = ()
    """Options of the call that are computed before it: over all others."""
    wants_entropy: bool = False
    """Whether some part of the program asks for the entropy of the answer."""
    wants_logprobs: bool = False
    """Whether some part of the program asks how likely the answer is."""


@dataclass(frozen=True, slots=True)
class ExternNode:
    """One call of a function of Python."""

    id: str
    name: str
    extern: str
    """Key of its declaration."""
    target: str
    """`module:function`."""
    args: tuple[tuple[str, TypedExpr], ...]
    is_pure: bool
    version: str
    """Changes when the function's results do; with the target it says which function this is."""
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class Until:
    """When the items of a list that have finished are enough, so that the others are stopped."""

    finished: str
    """What the condition calls the list of finished items, which is never empty."""
    remaining: str
    """What it calls the number of those that may still come."""
    condition: TypedExpr
    """Free of steps."""


@dataclass(frozen=True, slots=True)
class MapNode:
    """A region run once for each item of a list that passes the condition."""

    id: str
    name: str
    source: TypedExpr
    variable: str
    condition: TypedExpr | None
    body: "Region"
    """Its input named `variable` is the item."""
    ty: Ty
    span: Span
    limits: Limits = field(default_factory=Limits)
    """Where one is reached, the items that have finished are the value."""
    until: Until | None = None


@dataclass(frozen=True, slots=True)
class SampleNode:
    """A region run several times, each with seeds of its own."""

    id: str
    name: str
    count: TypedExpr
    body: "Region"
    ty: Ty
    span: Span
    limits: Limits = field(default_factory=Limits)
    until: Until | None = None


@dataclass(frozen=True, slots=True)
class ReduceNode:
    """A list merged to one value, in as many merges as the list and the model's context need."""

    id: str
    name: str
    source: TypedExpr
    mode: ReduceMode
    merge: "Region"
    """One merge: its inputs are named in `inputs`, in the order of the callee's parameters."""
    inputs: tuple[str, ...]
    ty: Ty
    span: Span
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class RepeatNode:
    """A region run round after round, each on the value of the one before."""

    id: str
    name: str
    start: TypedExpr
    count: TypedExpr
    variable: str
    history: str | None
    until: "Region | None"
    """Run before each round; its result says whether the value is good enough."""
    body: "Region"
    """Its inputs, as those of `until`, are the value and, if named, the history."""
    ty: Ty
    span: Span
    limits: Limits = field(default_factory=Limits)
    """Where one is reached, the value of the last round that finished counts."""


@dataclass(frozen=True, slots=True)
class CallNode:
    """Another program run as a part of this one. Its region sees none of the names around it."""

    id: str
    name: str
    program: str
    args: tuple[tuple[str, TypedExpr], ...]
    body: "Region"
    ty: Ty
    span: Span


@dataclass(frozen=True, slots=True)
class BranchNode:
    """One of two regions, whichever the condition chooses; the other never runs."""

    id: str
    name: str
    condition: TypedExpr
    then: "Region"
    otherwise: "Region"
    ty: Ty
    span: Span


Node = (
    InputNode
    | ComputeNode
    | ContextNode
    | GenerateNode
    | ExternNode
    | MapNode
    | SampleNode
    | ReduceNode
    | RepeatNode
    | CallNode
    | BranchNode
)


@dataclass(frozen=True, slots=True)
class Region:
    """Nodes that run together and the value made from them: a program, an item, a branch.

    Expressions in a region name its own nodes and those of the regions around it; no name hides
    another.
    """

    place: str
    """Where it hangs: `main`, `main/verdicts[]`."""
    nodes: tuple[Node, ...]
    """Each after those of this region that it uses."""
    result: TypedExpr
    """Free of steps."""
