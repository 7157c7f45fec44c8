"""What a plan says of nodes that may end before all their items have."""

from typing import TypeGuard

from pp_lang.graph import MapNode, Node, SampleNode
from pp_lang.planner.bounds import Bounds
from pp_lang.planner.sketch import Sketch


def can_end_early(node: Node) -> TypeGuard[MapNode | SampleNode]:
    """Return whether a limit or a condition may stop items of the node."""
    if not isinstance(node, MapNode | SampleNode):
        return False
    return bool(node.limits.values) or node.until is not None


def shortened(node: MapNode | SampleNode, whole: Sketch) -> Sketch:
    """Return the sketch of the node's list, of which any number of items may be left out."""
    if not can_end_early(node):
        return whole
    return Sketch([], whole.depends_on | {node.id}, Bounds(0, whole.length.high))
