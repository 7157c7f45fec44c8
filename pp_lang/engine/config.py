"""Settings of a model that are fixed when it is opened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EngineConfig:
    """How a local model is opened."""

    cells: int | None = None
    """KV cells in all; None takes what the model was trained for, 8192 at most."""
    max_width: int = 16
    """Generations side by side. On a CPU wider batches get slower again, since all attend over all
    cells."""
    batch_tokens: int = 512
    """Rows of one decode call, at most."""
    threads: int | None = None
    """CPU threads; None takes the physical cores that this process may use."""
    gpu_layers: int = 0
    """Layers to put on the GPU; -1 for all."""
    main_gpu: int = 0
    tensor_split: tuple[float, ...] = ()
    flash_attention: bool | None = None
    """None leaves the choice to llama.cpp."""
