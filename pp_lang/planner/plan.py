"""What is known about a run before its first token, as plain data."""

from dataclasses import dataclass

from pp_lang.engine import Opening
from pp_lang.planner.bounds import Bounds


@dataclass(frozen=True, slots=True)
class PlannedModel:
    """The facts about the model that the plan rests on."""

    name: str
    cells: int
    context: int
    """The longest prompt and answer together, in tokens."""
    max_width: int
    cell_bytes: int
    can_share_prefix: bool
    opening: Opening | None = None
    """The settings it was opened with; None for a model that only pretends."""


@dataclass(frozen=True, slots=True)
class PlannedGeneration:
    """The generations of one place in the program, added up."""

    template: str
    answer: str
    """The type of the answer."""
    is_scored: bool
    """True for a closed set: its members are scored, nothing is decoded."""
    is_compact: bool
    """True where records are written without the names of their fields."""
    prompt_tokens: Bounds | None
    """Length of one whole prompt, from the shortest to the longest; None where no model counts."""
    own_tokens: Bounds | None
    """The part of one prompt that no other shares."""
    answer_tokens: int
    """The most tokens that one answer may have."""
    reserved_cells: int
    """Cells set aside for it when it begins."""
    width: int | None
    """How many fit side by side into the model; 0: not even one. None where no model counts."""


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One node of the program's graph."""

    id: str
    name: str
    kind: str
    detail: str
    """What it does, in a few words."""
    uses: tuple[str, ...]
    """Names of the steps and inputs of the same body that it uses."""
    runs: Bounds
    """How often it runs in all."""
    items: Bounds | None
    """Items of a map or sample, merges of a reduce, over all its runs; None for other kinds."""
    generation: PlannedGeneration | None
    steps: tuple["PlannedStep", ...]
    """The nodes inside its items, merges or branches."""


@dataclass(frozen=True, slots=True)
class PlannedPrefix:
    """A prefix that generations share: a context, or the head of a template within it."""

    place: str
    """`desk`, `head of triage`."""
    tokens: Bounds
    """Tokens of one, without what stands before it; the range spans different openings."""
    openings: Bounds
    """How many different ones there are."""
    readers: Bounds
    """Generations that share them."""
    prefixes: tuple["PlannedPrefix", ...]


@dataclass(frozen=True, slots=True)
class PlannedTokens:
    """Tokens of the whole run."""

    to_prefill: Bounds
    """Prompt tokens to compute, every shared prefix once."""
    without_sharing: Bounds
    """What they would be if each generation read its whole prompt."""
    saved: Bounds
    to_decode: int | None
    """At most this many answer tokens; None where the number of generations has no bound."""


@dataclass(frozen=True, slots=True)
class PlannedMemory:
    """KV cells at the place that needs most, and in the whole run."""

    place: str
    width: int
    """Generations side by side."""
    cells: int
    """Its prefixes, and for each generation its own part and its answer."""
    bytes: int
    most_cells: int
    """What a run never exceeds, whatever runs side by side and however long answers get."""


@dataclass(frozen=True, slots=True)
class ChainLink:
    """Generations that come one after the other at one place."""

    id: str
    times: Bounds


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that only the run can tell."""

    id: str
    what: str
    depends_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole plan."""

    program: str
    file: str
    model: PlannedModel | None
    """None where the plan was made without a model, so without token counts."""
    inputs: tuple[tuple[str, str], ...]
    """Each input and what is known of it: `12 items`, `not given`."""
    steps: tuple[PlannedStep, ...]
    prefixes: tuple[PlannedPrefix, ...]
    tokens: PlannedTokens | None
    memory: PlannedMemory | None
    generations: Bounds
    critical_path: tuple[ChainLink, ...]
    unknowns: tuple[Unknown, ...]
    problems: tuple[str, ...]
    """What is already known to fail."""
    notes: tuple[str, ...]

    @property
    def chain_length(self) -> Bounds:
        """Generations on the critical path."""
        return sum((link.times for link in self.critical_path), Bounds(0, 0))
