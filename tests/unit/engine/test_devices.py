"""Settings of devices against what a build offers, and as the library gets them."""

import ctypes
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pp_lang.engine import EngineConfig, Gpu, open_local_model
from pp_lang.engine.devices import Build, verify_devices
from pp_lang.errors import ModelError

CPU_ONLY = Build(can_offload=False, gpus=())
NO_GPU = Build(can_offload=True, gpus=())
ONE = Build(can_offload=True, gpus=(Gpu("CUDA0", "NVIDIA A", 80 * 10**9, 79 * 10**9),))
TWO = Build(can_offload=True, gpus=(*ONE.gpus, Gpu("CUDA1", "NVIDIA B", 24 * 10**9, 23 * 10**9)))

Device = tuple[int, str]
"""Of ggml's list: the kind and the name."""
CPU, CUDA0, CUDA1, IRIS = (0, "CPU"), (1, "CUDA0"), (1, "CUDA1"), (2, "Vulkan0")


class DeviceList:
    """Stands in for ggml's shared library on a machine with other devices."""

    def __init__(self, *devices: Device) -> None:
        self._devices = devices

    def __getattr__(self, name: str) -> "Call":
        return Call(getattr(self, f"_{name.removeprefix('ggml_backend_dev_')}"))

    def _count(self) -> int:
        return len(self._devices)

    def _get(self, index: int) -> int:
        return index + 1  # a handle that is not null

    def _type(self, device: int) -> int:
        return self._devices[device - 1][0]

    def _name(self, device: int) -> bytes:
        return self._devices[device - 1][1].encode()

    def _description(self, device: int) -> bytes:
        return b"a device"

    def _memory(self, _device: int, free: Any, total: Any) -> None:  # Any: pointers of ctypes
        free._obj.value, total._obj.value = 23, 24


class Call:
    """A function of a shared library, whose types can be declared."""

    def __init__(self, function: Callable[..., object]) -> None:
        self._function = function

    def __call__(self, *arguments: object) -> object:
        return self._function(*arguments)


@pytest.mark.parametrize(
    ("config", "build"),
    [
        (EngineConfig(), CPU_ONLY),
        (EngineConfig(kv_on_device=False), CPU_ONLY),
        (EngineConfig(gpu_layers=-1), ONE),
        (EngineConfig(gpu_layers=12, main_gpu=1, split_mode="none"), TWO),
        (EngineConfig(gpu_layers=-1, tensor_split=(3, 1), split_mode="row"), TWO),
        (EngineConfig(gpu_layers=-1, tensor_split=(1,)), TWO),
    ],
)
def test_settings_that_the_build_can_meet_are_taken(config: EngineConfig, build: Build) -> None:
    verify_devices(config, build)


@pytest.mark.parametrize(
    ("config", "build", "said", "way_out"),
    [
        (EngineConfig(gpu_layers=-1), CPU_ONLY, "runs on the CPU only", "-DGGML_CUDA=on"),
        (EngineConfig(gpu_layers=-1), CPU_ONLY, "runs on the CPU only", "-DGGML_METAL=on"),
        (EngineConfig(gpu_layers=1), CPU_ONLY, "runs on the CPU only", "-DGGML_VULKAN=on"),
        (EngineConfig(gpu_layers=-1), NO_GPU, "finds none on this machine", "pp doctor"),
        (EngineConfig(gpu_layers=-1, main_gpu=1), ONE, "`main_gpu` is 1", "from 0: CUDA0."),
        (
            EngineConfig(gpu_layers=-1, tensor_split=(1, 1, 1)),
            TWO,
            "3 shares for 2 GPUs",
            "each: CUDA0, CUDA1.",
        ),
        (EngineConfig(gpu_layers=-1, tensor_split=(0, 0)), TWO, "gives nothing", "[3, 1]"),
        (EngineConfig(main_gpu=1), TWO, "`main_gpu` says which GPU", "Set `gpu_layers`"),
        (EngineConfig(split_mode="row"), TWO, "`split_mode` says which GPU", "Set `gpu_layers`"),
        (EngineConfig(tensor_split=(1,)), CPU_ONLY, "`tensor_split` says", "Set `gpu_layers`"),
    ],
)
def test_settings_beyond_the_build_are_refused_with_the_way_out(
    config: EngineConfig, build: Build, said: str, way_out: str
) -> None:
    with pytest.raises(ModelError) as caught:
        verify_devices(config, build)
    assert said in caught.value.message
    assert way_out in (caught.value.hint or "")


def test_the_library_gets_what_is_set() -> None:
    lib = pytest.importorskip("llama_cpp")
    from pp_lang.engine.llama_devices import fill_context_params, fill_model_params

    config = EngineConfig(
        gpu_layers=20, main_gpu=1, split_mode="row", tensor_split=(3, 1), kv_on_device=False
    )
    params = lib.llama_model_default_params()
    fill_model_params(params, config)
    assert (params.n_gpu_layers, params.main_gpu) == (20, 1)
    assert params.split_mode == lib.LLAMA_SPLIT_MODE_ROW
    shares = ctypes.cast(params.tensor_split, ctypes.POINTER(ctypes.c_float))
    assert shares[: lib.llama_max_devices()] == [3.0, 1.0] + [0.0] * (lib.llama_max_devices() - 2)
    context = lib.llama_context_default_params()
    fill_context_params(context, config)
    assert not context.offload_kqv


def test_what_is_not_set_stays_as_the_library_has_it() -> None:
    lib = pytest.importorskip("llama_cpp")
    from pp_lang.engine.llama_devices import fill_context_params, fill_model_params

    usual = lib.llama_model_default_params()
    params = lib.llama_model_default_params()
    fill_model_params(params, EngineConfig(gpu_layers=-1))
    assert params.n_gpu_layers == -1
    assert (params.split_mode, params.main_gpu) == (usual.split_mode, usual.main_gpu)
    assert not params.tensor_split
    context = lib.llama_context_default_params()
    fill_context_params(context, EngineConfig())
    assert context.offload_kqv


def test_opening_a_model_hands_the_parameters_to_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lib = pytest.importorskip("llama_cpp")
    from pp_lang.engine import llama_devices

    taken: list[tuple[int, int, int, list[float]]] = []

    def load(_path: bytes, params: object) -> None:
        # The library's end of the call: it reads the parameters, and here no model comes of them.
        assert isinstance(params, lib.llama_model_params)
        taken.append(
            (params.n_gpu_layers, params.main_gpu, params.split_mode, params.tensor_split[:2])
        )

    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF")
    monkeypatch.setattr(lib, "llama_model_load_from_file", load)
    monkeypatch.setattr(lib, "llama_supports_gpu_offload", lambda: True)
    monkeypatch.setattr(llama_devices, "libggml", DeviceList(CPU, CUDA0, CUDA1))
    config = EngineConfig(gpu_layers=-1, main_gpu=1, split_mode="layer", tensor_split=(1, 2))
    with pytest.raises(ModelError, match="cannot be loaded"):
        open_local_model(path, config)
    assert taken == [(-1, 1, lib.LLAMA_SPLIT_MODE_LAYER, [1.0, 2.0])]


@pytest.mark.parametrize(
    ("devices", "names"),
    [
        ((CPU,), []),
        ((CUDA0, CUDA1, IRIS, CPU), ["CUDA0", "CUDA1"]),
        ((IRIS, CPU), ["Vulkan0"]),
    ],
)
def test_integrated_gpus_count_only_where_there_is_no_other(
    devices: tuple[Device, ...], names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("llama_cpp")
    from pp_lang.engine import llama_devices

    monkeypatch.setattr(llama_devices, "libggml", DeviceList(*devices))
    gpus = llama_devices.read_build().gpus
    assert [gpu.name for gpu in gpus] == names
    assert all((gpu.memory_bytes, gpu.free_bytes) == (24, 23) for gpu in gpus)


def test_the_installed_build_says_what_it_finds() -> None:
    pytest.importorskip("llama_cpp")
    from pp_lang.engine.llama_devices import read_build

    build = read_build()
    assert build.can_offload or not build.gpus
    assert all(gpu.name and gpu.memory_bytes >= gpu.free_bytes for gpu in build.gpus)
