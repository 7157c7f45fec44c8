"""KV cells that the generations of one place need, and how many of them fit side by side."""

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
