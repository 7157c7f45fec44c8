"""Orders definitions by need: what is needed comes first, whatever the order in the text."""

from collections.abc import Mapping, Sequence

from pp_lang.diagnostics import Problem
from pp_lang.semantics.free_names import free_names
from pp_lang.semantics.value_problems import Cycle
from pp_lang.syntax import Binding, BlockExpr


def order_bindings(
    block: BlockExpr, problems: list[Problem]
) -> tuple[tuple[Binding, ...], frozenset[str]]:
    """Return the bindings in an order of need, text order among equals, and the names in cycles."""
    by_name: dict[str, Binding] = {}
    for binding in block.bindings:
        by_name.setdefault(binding.name.text, binding)
    place = {name: number for number, name in enumerate(by_name)}
    needs = {
        name: sorted(free_names(binding.value) & place.keys(), key=place.__getitem__)
        for name, binding in by_name.items()
    }
    ordered, cycles = order_by_need(needs)
    problems += [Cycle("Value", cycle, by_name[cycle[0]].name.span) for cycle in cycles]
    repeated = [binding for binding in block.bindings if by_name[binding.name.text] is not binding]
    in_cycles = frozenset(name for cycle in cycles for name in cycle)
    return (*(by_name[name] for name in ordered), *repeated), in_cycles


def order_by_need(
    needs: Mapping[str, Sequence[str]],
) -> tuple[list[str], list[tuple[str, ...]]]:
    """Return the names, each after those it needs, and each cycle, its first name again at its end.

    Depth first in the given order, so the same needs give the same order; of cycles that share a
    name, the first. With a stack of our own: a chain of ten thousand must not exhaust Python's.
    """
    ordered: list[str] = []
    cycles: list[tuple[str, ...]] = []
    done: set[str] = set()
    in_cycles: set[str] = set()
    for root in needs:
        path = {root: iter(needs[root])} if root not in done else {}
        while path:
            name = next(reversed(path))
            needed = next(path[name], None)
            if needed is None:
                del path[name]
                ordered.append(name)
                done.add(name)
            elif needed in path:
                names = list(path)
                cycle = (*names[names.index(needed) :], needed)
                if not in_cycles & set(cycle):
                    cycles.append(cycle)
                in_cycles |= set(cycle)
            elif needed not in done:
                path[needed] = iter(needs[needed])
    return ordered, cycles
