"""Orders the values of a block: what is needed comes first, whatever the order in the text."""

from pp_lang.diagnostics import Problem
from pp_lang.semantics.free_names import free_names
from pp_lang.semantics.problems import Cycle
from pp_lang.syntax import Binding, BlockExpr


def order_bindings(
    block: BlockExpr, problems: list[Problem]
) -> tuple[tuple[Binding, ...], frozenset[str]]:
    """Return the bindings in an order of need, text order among equals, and the names in cycles.

    Depth first in the order of the text, so the same block gives the same order. One problem for
    each cycle.
    """
    by_name: dict[str, Binding] = {}
    for binding in block.bindings:
        by_name.setdefault(binding.name.text, binding)
    place = {name: number for number, name in enumerate(by_name)}
    needs = {
        name: sorted(free_names(binding.value) & place.keys(), key=place.__getitem__)
        for name, binding in by_name.items()
    }
    ordered: list[Binding] = []
    done: set[str] = set()
    in_cycles: set[str] = set()
    for root in by_name:
        _visit(root, by_name, needs, ordered, done, in_cycles, problems)
    repeated = [binding for binding in block.bindings if by_name[binding.name.text] is not binding]
    return (*ordered, *repeated), frozenset(in_cycles)


def _visit(
    root: str,
    by_name: dict[str, Binding],
    needs: dict[str, list[str]],
    ordered: list[Binding],
    done: set[str],
    in_cycles: set[str],
    problems: list[Problem],
) -> None:
    """Visit with a stack of our own: a chain of ten thousand values must not exhaust Python's."""
    path: list[tuple[str, int]] = [(root, 0)] if root not in done else []
    on_path = {root} if path else set()
    while path:
        name, place = path.pop()
        if place == len(needs[name]):
            ordered.append(by_name[name])
            done.add(name)
            on_path.discard(name)
            continue
        path.append((name, place + 1))
        needed = needs[name][place]
        if needed in on_path:
            names = [one for one, _ in path]
            cycle = (*names[names.index(needed) :], needed)
            if not in_cycles & set(cycle):
                problems.append(Cycle("Value", cycle, by_name[cycle[0]].name.span))
            in_cycles |= set(cycle)
        elif needed not in done:
            path.append((needed, 0))
            on_path.add(needed)
