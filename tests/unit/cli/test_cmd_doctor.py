"""What `pp doctor` says about GPUs."""

from pp_lang.cli.cmd_doctor import gpu_findings
from pp_lang.engine import Gpu


def test_each_gpu_has_its_number_and_the_first_one_the_way_to_use_it() -> None:
    gpus = (Gpu("CUDA0", "NVIDIA A", 80 * 10**9, 79 * 10**9), Gpu("CUDA1", "B", 24 * 10**9, 10**9))
    first, second = gpu_findings(gpus, can_offload=True)
    assert first.text == (
        "0: CUDA0, NVIDIA A, 80.0 GB, 79.0 GB of it free; --set gpu_layers=-1 puts a model on it"
    )
    assert second.text == "1: CUDA1, B, 24.0 GB, 1.0 GB of it free"
    assert {first.status, second.status} == {"ok"}


def test_a_build_for_the_cpu_is_told_with_the_builds_that_there_are() -> None:
    (only,) = gpu_findings((), can_offload=False)
    assert only.status == "note"
    for build in ("CUDA", "METAL", "VULKAN"):
        assert f"-DGGML_{build}=on" in (only.advice or "")


def test_a_build_that_finds_no_gpu_is_a_note() -> None:
    (only,) = gpu_findings((), can_offload=True)
    assert only.status == "note"
    assert "finds none on this machine" in only.text
