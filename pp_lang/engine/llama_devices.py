"""The devices of the installed build of llama.cpp, and what the library is told about them."""

import ctypes

import llama_cpp as lib
from llama_cpp._ggml import libggml

from pp_lang.engine.config import EngineConfig, SplitMode
from pp_lang.engine.devices import Build, Gpu

SPLIT_MODES: dict[SplitMode, int] = {
    "none": lib.LLAMA_SPLIT_MODE_NONE,
    "layer": lib.LLAMA_SPLIT_MODE_LAYER,
    "row": lib.LLAMA_SPLIT_MODE_ROW,
}
_GPU, _INTEGRATED_GPU = 1, 2  # of ggml's `enum ggml_backend_dev_type`


def read_build() -> Build:
    """Return what the installed build offers on this machine."""
    return Build(bool(lib.llama_supports_gpu_offload()), _find_gpus())


def fill_model_params(params: lib.llama_model_params, config: EngineConfig) -> None:
    """Say in `params` which devices hold the model's layers."""
    params.n_gpu_layers = config.gpu_layers
    params.main_gpu = config.main_gpu
    if config.split_mode is not None:
        params.split_mode = SPLIT_MODES[config.split_mode]
    if config.tensor_split:
        # Shares that are left out are 0: the library reads one for every device there may be.
        split = (ctypes.c_float * lib.llama_max_devices())(*config.tensor_split)
        params.tensor_split = split


def fill_context_params(params: lib.llama_context_params, config: EngineConfig) -> None:
    """Say in `params` where the cells are kept."""
    params.offload_kqv = config.kv_on_device


def _find_gpus() -> tuple[Gpu, ...]:
    """Return the GPUs as llama.cpp takes them: integrated ones only where there is no other."""
    devices = [_device(index) for index in range(_call("dev_count", ctypes.c_size_t)())]
    own = [gpu for kind, gpu in devices if kind == _GPU]
    return tuple(own or [gpu for kind, gpu in devices if kind == _INTEGRATED_GPU])


def _device(index: int) -> tuple[int, Gpu]:
    device = _call("dev_get", ctypes.c_void_p, ctypes.c_size_t)(index)
    kind = int(_call("dev_type", ctypes.c_int, ctypes.c_void_p)(device))
    free, total = ctypes.c_size_t(), ctypes.c_size_t()
    size = ctypes.POINTER(ctypes.c_size_t)
    _call("dev_memory", None, ctypes.c_void_p, size, size)(
        device, ctypes.byref(free), ctypes.byref(total)
    )
    name, description = (
        (_call(f"dev_{what}", ctypes.c_char_p, ctypes.c_void_p)(device) or b"").decode(
            "utf-8", "replace"
        )
        for what in ("name", "description")
    )
    return kind, Gpu(name, description, total.value, free.value)


def _call(name: str, result: type | None, *arguments: type) -> "ctypes._NamedFuncPointer":
    """Return a function of ggml's list of devices, which the binding loads but does not declare."""
    call = getattr(libggml, f"ggml_backend_{name}")
    call.restype, call.argtypes = result, list(arguments)
    return call  # type: ignore[no-any-return]  # ctypes finds functions by name
