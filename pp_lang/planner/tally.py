"""What a walk over the program adds up, by place."""

from dataclasses import dataclass, field

from pp_lang.planner.bounds import ONE, ZERO, Bounds, exactly, longest
from pp_lang.planner.plan import Unknown
from pp_lang.planner.shared_parts import MeasuredPrompt, SharedPart


@dataclass(frozen=True, slots=True)
class Times:
    """How often something happens."""

    count: Bounds
    scale: int = 1
    """Of how many alike this is the one that was looked at: more than 1 only in very long lists."""

    def of(self, count: Bounds) -> "Times":
        """Return how often something happens that happens `count` times in each of these."""
        return Times(self.count * count, self.scale)

    def scaled(self, share: int) -> "Times":
        """Return these times for an item that stands for `share` items."""
        return Times(self.count * exactly(share), self.scale * share)


@dataclass(slots=True)
class PlaceTally:
    """The generations of one place."""

    runs: Bounds = ZERO
    prompt: Bounds | None = None
    own: Bounds | None = None
    levels: list["PrefixTally"] = field(default_factory=list)
    """The shared parts of its prompts, outermost first."""


@dataclass(slots=True)
class PrefixTally:
    """The prefixes of one label below the same outer labels."""

    label: str
    tokens: Bounds
    instances: dict[bytes, tuple[Bounds, Bounds]] = field(default_factory=dict)
    """Size and number of each different one."""
    readers: Bounds = ZERO
    inner: dict[str, "PrefixTally"] = field(default_factory=dict)

    @property
    def openings(self) -> Bounds:
        """How many different ones there are."""
        return sum((count for _, count in self.instances.values()), ZERO)

    @property
    def tokens_to_prefill(self) -> Bounds:
        """Tokens of all different ones together."""
        return sum((size * count for size, count in self.instances.values()), ZERO)


class Tally:
    """The sums of one walk."""

    def __init__(self) -> None:
        self.runs: dict[str, Bounds] = {}
        self.items: dict[str, Bounds] = {}
        self.places: dict[str, PlaceTally] = {}
        self.prefixes: dict[str, PrefixTally] = {}
        self.without_sharing = ZERO
        self.own = ZERO
        self.unknowns: dict[tuple[str, str], Unknown] = {}
        self.problems: dict[str, None] = {}
        self.notes: dict[str, None] = {}
        self._opened: dict[bytes, Bounds] = {}

    def add_run(self, node: str, times: Times) -> None:
        """Count a run of a node."""
        self.runs[node] = self.runs.get(node, ZERO) + times.count

    def add_items(self, node: str, items: Bounds) -> None:
        """Count the items, samples or merges of a node."""
        self.items[node] = self.items.get(node, ZERO) + items

    def add_unknown(self, node: str, what: str, depends_on: frozenset[str]) -> None:
        """Note what only the run can tell."""
        key = (node, what)
        before = self.unknowns[key].depends_on if key in self.unknowns else ()
        self.unknowns[key] = Unknown(node, what, tuple(sorted({*before, *depends_on})))

    def add_problem(self, problem: str) -> None:
        """Note what is known to fail."""
        self.problems[problem] = None

    def open_prefix(self, digest: bytes, times: Times, *, is_known: bool) -> None:
        """Note that a context is opened: equal known ones are one, unknown ones may all differ."""
        before = self._opened.get(digest, ZERO)
        if is_known:
            low = times.scale if times.count.low else 0
            self._opened[digest] = longest(before, Bounds(low, times.scale))
        else:
            self._opened[digest] = before + times.count

    def add_generation(
        self, node: str, prompt: MeasuredPrompt, times: Times, *, has_context: bool, is_known: bool
    ) -> None:
        """Count a generation; sizes are exact where the context, or the whole prompt, is known."""
        place = self.places.setdefault(node, PlaceTally())
        place.runs += times.count
        level, count, place_levels = self.prefixes, ONE, []
        if not times.count.low:
            count = Bounds(0, 1)
        for part in prompt.shared:
            is_sized = is_known if part.kind == "whole" else has_context
            size = Bounds(part.tokens, part.tokens if is_sized else None)
            count = self._count(part, count, times, is_known=is_known)
            found = level.setdefault(part.label, PrefixTally(part.label, size))
            _add_instance(found, part.digest, size, count)
            found.readers += times.count
            place_levels.append(found)
            level = found.inner
        place.levels = place_levels
        own = Bounds(prompt.own_tokens, prompt.own_tokens if is_known else None)
        whole = Bounds(prompt.total_tokens, prompt.total_tokens if is_known else None)
        place.own = own if place.own is None else place.own | own
        place.prompt = whole if place.prompt is None else place.prompt | whole
        self.own += own * times.count
        self.without_sharing += whole * times.count

    def _count(self, part: SharedPart, outer: Bounds, times: Times, *, is_known: bool) -> Bounds:
        """Return how many prefixes there are like `part` below those that `outer` counts."""
        match part.kind:
            case "head":
                return outer
            case "context":
                opened = self._opened.get(part.digest, outer)
            case "whole":
                opened = Bounds(times.scale, times.scale if is_known else None)
        return opened if times.count.low else Bounds(0, opened.high)


def _add_instance(found: PrefixTally, digest: bytes, size: Bounds, count: Bounds) -> None:
    if digest in found.instances:
        count = longest(found.instances[digest][1], count)
    found.instances[digest] = (size, count)
    found.tokens = found.tokens | size
