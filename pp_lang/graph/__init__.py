"""The graph of a program: its steps and the values that they use."""

from pp_lang.graph.calibrated import Calibrated, find_calibrated
from pp_lang.graph.dump import dump_text
from pp_lang.graph.externs import externs_of
from pp_lang.graph.graph import Graph
from pp_lang.graph.nodes import (
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
    Region,
    RepeatNode,
    SampleNode,
    Until,
)
from pp_lang.graph.uses import names_in, names_of_node, names_of_region
from pp_lang.graph.verify import inputs_of_region, regions_of, verify

__all__ = [
    "BranchNode",
    "Calibrated",
    "CallNode",
    "ComputeNode",
    "ContextNode",
    "ExternNode",
    "GenerateNode",
    "Graph",
    "InputNode",
    "MapNode",
    "Node",
    "ReduceNode",
    "Region",
    "RepeatNode",
    "SampleNode",
    "Until",
    "dump_text",
    "externs_of",
    "find_calibrated",
    "inputs_of_region",
    "names_in",
    "names_of_node",
    "names_of_region",
    "regions_of",
    "verify",
]
