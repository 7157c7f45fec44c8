"""A region as stable text: for `pp graph`, goldens and bug reports."""

from typing import assert_never

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
)
from pp_lang.graph.uses import names_of_node
from pp_lang.graph.verify import regions_of
from pp_lang.semantics import (
    Limits,
    Options,
    OptionValue,
    TypedLiteral,
    plain,
    show_scalar,
)


def dump_text(region: Region) -> str:
    """Return one line for each node: what it is, its type, what it uses; regions indented below."""
    return "\n".join(_lines(region, 0))


def _lines(region: Region, depth: int) -> list[str]:
    lines = [] if depth else [region.place]
    pad = "  " * (depth + 1)
    for node in region.nodes:
        uses = sorted(names_of_node(node))
        tail = f"  <- {', '.join(uses)}" if uses else ""
        lines.append(f"{pad}{node.name}: {_words(node)} -> {plain(node.ty)}{tail}")
        lines += _inner_lines(node, depth + 1)
    return lines


def _inner_lines(node: Node, depth: int) -> list[str]:
    """Return the lines of the regions inside a node, each below its name where there are two."""
    regions = [region for region, _ in regions_of(node)]
    if len(regions) < 2:
        return [line for region in regions for line in _lines(region, depth)]
    names = ("then", "else") if isinstance(node, BranchNode) else ("until", "round")
    pad = "  " * (depth + 1)
    return [
        line
        for name, region in zip(names, regions, strict=True)
        if region.nodes
        for line in (f"{pad}{name}", *_lines(region, depth + 1))
    ]


def _words(node: Node) -> str:
    match node:
        case InputNode():
            return "input"
        case ComputeNode():
            return "compute"
        case ContextNode():
            return f"open {node.context}"
        case GenerateNode():
            return f"generate {node.template}{_options(node)}"
        case ExternNode():
            return f"extern {node.extern} = {node.target}{_facts(node)}"
        case MapNode():
            filtered = " (filtered)" if node.condition is not None else ""
            return f"map {node.variable}{filtered}{_ends(node)}"
        case SampleNode():
            return f"sample{_ends(node)}"
        case ReduceNode():
            return f"reduce by {node.mode}{_limits(node.limits)}"
        case RepeatNode():
            return f"repeat {node.variable}{_limits(node.limits)}"
        case CallNode():
            return f"call {node.program}"
        case BranchNode():
            return "branch"
        case _:
            assert_never(node)


def _ends(node: MapNode | SampleNode) -> str:
    """Return what may end the node before all its items have finished."""
    return _limits(node.limits) + (" until …" if node.until is not None else "")


def _limits(limits: Limits) -> str:
    shown = [
        _shown(name, one.value)
        if isinstance(one, TypedLiteral) and one.value is not None
        else f"{name}: computed"
        for name, one in limits.values
    ]
    return f" within{_braces(shown)}" if shown else ""


def _facts(node: ExternNode) -> str:
    facts: list[tuple[str, OptionValue]] = []
    if node.is_pure:
        facts.append(("pure", node.is_pure))
    if node.version:
        facts.append(("version", node.version))
    return _braces(_all_shown(Options(tuple(facts))))


def _options(node: GenerateNode) -> str:
    computed = dict(node.given)
    constant = Options(tuple(one for one in node.options.values if one[0] not in computed))
    return _braces([*_all_shown(constant), *(f"{name}: computed" for name in computed)])


def _all_shown(options: Options) -> list[str]:
    return [_shown(name, value) for name, value in options.values if value is not None]


def _shown(name: str, value: OptionValue) -> str:
    assert value is not None, "what is not set is not shown"
    shown = list(value) if isinstance(value, tuple) else show_scalar(value)
    return f"{name}: {shown}"


def _braces(shown: list[str]) -> str:
    return " {" + ", ".join(shown) + "}" if shown else ""
