"""KV cells that the generations of one place need, and how many of them fit side by side."""

from collections.abc import Iterable

from pp_lang.planner.bounds import Bounds
from pp_lang.planner.tally import PlaceTally


def widest(place: PlaceTally, reserved: int, cells: int, max_width: int) -> int:
    """Return how many generations of `place` fit into `cells` together; 0: not even one."""
    runs = place.runs.high
    width = max_width if runs is None else min(max_width, max(1, runs))
    while width and cells_at(place, reserved, width) > cells:
        width -= 1
    return width


def cells_at(place: PlaceTally, reserved: int, width: int) -> int:
    """Return the cells of `width` generations: prefixes alive, their own parts, their answers.

    Counts what is known: a prompt whose length the run decides counts with its known part.
    """
    own = place.own.high if place.own and place.own.high is not None else _low(place)
    prefixes = sum(
        _largest(level.instances.values()) * _alive(len(level.instances), place, width)
        for level in place.levels
    )
    return prefixes + width * (own + reserved)


def most_cells(
    prefixes: Bounds, branches: Iterable[tuple[PlaceTally, int]], cells: int, max_width: int
) -> int:
    """Return the cells that a run never exceeds, `cells` at most.

    All prefixes may be alive at once, and beside them the largest generations of any places, as
    many as may run: `branches` has the places, each with the most cells of an answer there.
    """
    if prefixes.high is None:
        return cells
    sizes: list[int] = []
    for place, answer in branches:
        if place.runs.high == 0:
            continue
        if place.own is None or place.own.high is None:
            return cells
        count = max_width if place.runs.high is None else min(max_width, place.runs.high)
        sizes += [place.own.high + answer] * count
    return min(cells, prefixes.high + sum(sorted(sizes)[-max_width:]))


def _low(place: PlaceTally) -> int:
    return place.own.low if place.own else 0


def _largest(instances: object) -> int:
    return max((size.low for size, _ in instances), default=0)  # type: ignore[attr-defined]


def _alive(num_different: int, place: PlaceTally, width: int) -> int:
    """Return how many different prefixes of one level `width` neighbours in order use, at most."""
    if num_different <= 1:
        return num_different
    uses = place.runs.high or place.runs.low or num_different
    return min(num_different, width, -(-width * num_different // max(1, uses)) + 1)
