"""How a model was opened: what its speed, and the last bits of its answers, depend on."""

from dataclasses import dataclass

from pp_lang.engine.config import CacheType, Speculation


@dataclass(frozen=True, slots=True)
class Tuned:
    """What was found by `pp tune` before, and is used now."""

    tuning: str | None
    """Names the stored settings; None where only the layout is stored."""
    layout: str | None = None
    """The layout that the file was converted to; None for the file itself."""
    loss: float = 0.0
    """How far the converted file is from its source, in nats a token."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The settings of an opened model."""

    threads: int | None
    """None for a model that does not run here."""
    batch_tokens: int
    flash_attention: bool | None
    """None: llama.cpp's own choice."""
    cache_type: CacheType
    tuned: Tuned | None = None
    """None where nothing that is stored was used."""
    gpu_layers: int = 0
    """Layers on GPUs; -1 for all."""
    kv_on_device: bool = True
    """Whether the cells of those layers are there as well."""
    invariant_width: int | None = None
    """Generations side by side where answers depend on their own requests alone; None where that
    was not asked for."""
    speculate: Speculation = "off"
    """How answers are guessed ahead where that is worth it."""
