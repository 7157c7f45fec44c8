"""Settings of a model that are fixed when it is opened."""

from dataclasses import dataclass, fields, replace
from typing import Literal, TypeAlias

from pp_lang.engine.step_costs import StepCosts

DEFAULT_WIDTH = 16
DEFAULT_BATCH_TOKENS = 512

CacheType: TypeAlias = Literal["f16", "q8_0"]
Speculation: TypeAlias = Literal["off", "lookup"]
SplitMode: TypeAlias = Literal["none", "layer", "row"]


@dataclass(frozen=True, slots=True)
class EngineConfig:
    """How a local model is opened; None leaves a setting to a stored tuning or to its default."""

    cells: int | None = None
    """KV cells in all; None takes what the model was trained for, 8192 at most."""
    max_width: int | None = None
    """Generations side by side, 16 by default. On a CPU wider batches get slower again, since all
    attend over all cells."""
    batch_tokens: int | None = None
    """Rows of one decode call, at most; 512 by default."""
    threads: int | None = None
    """CPU threads; None takes the physical cores that this process may use."""
    gpu_layers: int = 0
    """Layers to put on the GPU; -1 for all."""
    main_gpu: int = 0
    """Which GPU holds the layers where they are not split, counted from 0."""
    split_mode: SplitMode | None = None
    """How several GPUs share a model: not at all, whole layers to each, or rows of each layer; None
    leaves the choice to llama.cpp."""
    tensor_split: tuple[float, ...] = ()
    """The share of each GPU; empty leaves it to llama.cpp, which goes by their free memory."""
    kv_on_device: bool = True
    """Whether the cells of layers on a GPU are kept there as well."""
    flash_attention: bool | None = None
    """None leaves the choice to llama.cpp."""
    cache_type: CacheType | None = None
    """How keys and values are kept: `f16` by default; `q8_0` takes about half the memory, wants
    flash attention, and changes answers a little."""
    speculate: Speculation | None = None
    """Whether answers are guessed ahead from text that they repeat, where few are written at once;
    None does so only where it was measured what that costs."""
    step_costs: StepCosts | None = None
    """What steps cost by their rows, measured on this machine."""
    batch_invariant: bool = False
    """Whether the bytes of an answer may depend on nothing but its own request. Slower: it takes
    one generation at a time unless `invariant_width` says more."""
    invariant_width: int | None = None
    """Generations side by side that were found, under these very settings, not to change each
    other's bits; None: not measured."""

    @property
    def width(self) -> int:
        """Generations side by side."""
        if self.batch_invariant:
            return min(self.invariant_width or 1, self.max_width or DEFAULT_WIDTH)
        return self.max_width or DEFAULT_WIDTH

    @property
    def is_solo(self) -> bool:
        """Whether a generation has the model's memory to itself."""
        return self.batch_invariant and self.width == 1

    @property
    def batch_rows(self) -> int:
        """Rows of one decode call, at most."""
        return self.batch_tokens or DEFAULT_BATCH_TOKENS

    @property
    def drafting_costs(self) -> StepCosts | None:
        """The costs by which drafts are judged; None where there shall be none.

        Drafts make batches wider, which may change the last bits of an answer.
        """
        if self.batch_invariant:
            return None
        if self.speculate == "lookup":
            return self.step_costs or StepCosts()
        return self.step_costs if self.speculate is None else None

    def filled_from(self, other: "EngineConfig") -> "EngineConfig":
        """Return these settings, with those of `other` where nothing is set here."""
        missing = [each.name for each in fields(self) if getattr(self, each.name) is None]
        return replace(self, **{name: getattr(other, name) for name in missing})
