"""The graph of a program: its steps and the values that they use."""

from pp_lang.graph.nodes import (
    BranchNode,
    CallNode,
    ComputeNode,
    ContextNode,
    GenerateNode,
    InputNode,
    MapNode,
    Node,
    ReduceNode,
    Region,
    SampleNode,
)
