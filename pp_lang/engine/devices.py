"""What a build of llama.cpp offers, and whether the settings of a model ask for no more. Pure."""

from dataclasses import dataclass

from pp_lang.engine.config import EngineConfig
from pp_lang.errors import ModelError

GPU_BUILD_HINT = (
    "Reinstall llama-cpp-python built for it: CMAKE_ARGS=-DGGML_CUDA=on (NVIDIA), -DGGML_METAL=on "
    "(Apple) or -DGGML_VULKAN=on (others), then pip install --force-reinstall --no-cache-dir "
    '--no-binary llama-cpp-python "llama-cpp-python>=0.3.36,<0.3.37"'
)


@dataclass(frozen=True, slots=True)
class Gpu:
    """A device that layers can be put on."""

    name: str
    """What llama.cpp calls it: `CUDA0`."""
    description: str
    memory_bytes: int
    free_bytes: int


@dataclass(frozen=True, slots=True)
class Build:
    """What the installed build offers."""

    can_offload: bool
    """Whether it was built for any GPU."""
    gpus: tuple[Gpu, ...]
    """Those that it finds on this machine, in the order of `main_gpu` and `tensor_split`."""


def verify_devices(config: EngineConfig, build: Build) -> None:
    """Raise `ModelError` where the settings name what the build does not have."""
    if not config.gpu_layers:
        _verify_unused(config)
        return
    if not build.can_offload:
        raise ModelError(
            "`gpu_layers` needs a GPU, and this build of llama-cpp-python runs on the CPU only",
            hint=f"Leave `gpu_layers` out. For a GPU: {GPU_BUILD_HINT}.",
        )
    if not build.gpus:
        raise ModelError(
            "`gpu_layers` needs a GPU, and llama.cpp finds none on this machine",
            hint="Leave `gpu_layers` out, or look after the GPU's driver; `pp doctor` shows what "
            "is found.",
        )
    found = ", ".join(gpu.name for gpu in build.gpus)
    if config.main_gpu >= len(build.gpus):
        raise ModelError(
            f"`main_gpu` is {config.main_gpu}, and there is no such GPU",
            hint=f"They are counted from 0: {found}.",
        )
    if len(config.tensor_split) > len(build.gpus):
        raise ModelError(
            f"`tensor_split` has {len(config.tensor_split)} shares for {_gpus(len(build.gpus))}",
            hint=f"Give one share to each: {found}.",
        )
    if config.tensor_split and not any(config.tensor_split):
        raise ModelError(
            "`tensor_split` gives nothing to any GPU",
            hint="Give shares such as [3, 1], or leave it out.",
        )


def _verify_unused(config: EngineConfig) -> None:
    """Refuse what would have no effect: whoever sets it believes that a GPU is used."""
    set_ = {
        "main_gpu": config.main_gpu != 0,
        "split_mode": config.split_mode is not None,
        "tensor_split": bool(config.tensor_split),
    }
    for name, is_set in set_.items():
        if is_set:
            raise ModelError(
                f"`{name}` says which GPU holds layers, and no layers are put on one",
                hint=f"Set `gpu_layers` as well, -1 for all, or leave `{name}` out.",
            )


def _gpus(count: int) -> str:
    return f"{count} GPU" if count == 1 else f"{count} GPUs"
