"""The generations of a program whose answers are calibrated, and by what."""

from collections.abc import Iterator
from dataclasses import dataclass

from pp_lang.graph.nodes import GenerateNode, MapNode, Region
from pp_lang.graph.verify import regions_of
from pp_lang.semantics import Options, closed_options


@dataclass(frozen=True, slots=True)
class Calibrated:
    """A generation out of a closed set that is calibrated."""

    node: GenerateNode
    how: str
    """`prior` or `batch`."""
    map: MapNode | None
    """The innermost map around it, whose items are a batch; None outside any."""


def find_calibrated(region: Region, over: Options) -> Iterator[Calibrated]:
    """Yield the calibrated generations of `region`; `over` lies above all options of a program."""
    yield from _find(region, over, None)


def _find(region: Region, over: Options, around: MapNode | None) -> Iterator[Calibrated]:
    for node in region.nodes:
        if isinstance(node, GenerateNode):
            how = over.over(node.options).get("calibrate")
            if isinstance(how, str) and how != "none" and closed_options(node.ty) is not None:
                yield Calibrated(node, how, around)
        inner_map = node if isinstance(node, MapNode) else around
        for inner, _ in regions_of(node):
            yield from _find(inner, over, inner_map)
