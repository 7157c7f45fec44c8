"""`pp doctor`: whether this machine can run programs, and what to do where it cannot."""

import json
import os
import platform
import shutil
import sys
import textwrap
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Literal

import click

from pp_lang.api import TuningStore, open_language_model
from pp_lang.cli.console import ExitCode, out
from pp_lang.cli.models import find_named_model, models_folder
from pp_lang.engine import (
    GPU_BUILD_HINT,
    EngineConfig,
    Failed,
    Finished,
    GenerationRequest,
    Gpu,
    LanguageModel,
    Piece,
    Prompt,
    Turn,
)
from pp_lang.errors import PPError
from pp_lang.model_registry import EMBEDDED, INSTALL_EMBEDDED, find_model
from pp_lang.sampling_params import SamplingParams

_BUILD_HINT = (
    "Reinstall it from source: pip install --force-reinstall --no-binary llama-cpp-python "
    '"llama-cpp-python>=0.3.36,<0.3.37" (needs a C++ compiler)'
)
_SMOKE_TOKENS = 5
_MARGIN = " " * 22
_MARKS = {"ok": ("ok", "green"), "note": ("--", "yellow"), "failed": ("NO", "red")}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    name: str
    status: Literal["ok", "note", "failed"]
    """`note`: worth knowing, but programs run without it."""
    text: str
    advice: str | None = None


def doctor_command(*, as_json: bool) -> int:
    """Look at everything that a run needs; exit 1 where something is missing."""
    findings = []
    for finding in _examine():
        findings.append(finding)
        if not as_json:
            _print(finding)
    has_failed = any(finding.status == "failed" for finding in findings)
    if as_json:
        found = [asdict(finding) for finding in findings]
        out(json.dumps({"can_run": not has_failed, "findings": found}, indent=2))
    else:
        out("\n" + ("Something is missing: see above." if has_failed else "All is well."))
    return ExitCode.RUN_FAILED if has_failed else ExitCode.OK


def _examine() -> Iterator[Finding]:
    yield Finding("pp", "ok", _version("pp-lang") or "from a checkout, not installed")
    yield Finding("python", "ok", f"{platform.python_version()} ({sys.executable})")
    yield Finding("platform", "ok", f"{platform.system()} {platform.machine()}")
    yield from _llama()
    yield _library("llguidance", "typed answers need it")
    yield _memory()
    yield _embedded()
    yield from _own_models()
    yield from _tuning()
    yield _smoke()


def _print(finding: Finding) -> None:
    mark, colour = _MARKS[finding.status]
    first, *more = _wrapped(finding.text)
    out(f"{click.style(mark, fg=colour)}  {finding.name:<18}{first}")
    for line in more:
        out(f"{_MARGIN}{line}")
    for place, line in enumerate(_wrapped(finding.advice) if finding.advice else []):
        arrow = " " if place else click.style("→", fg="cyan")
        out(f"{_MARGIN}{arrow} {line}")


def _wrapped(text: str) -> list[str]:
    width = min(100, shutil.get_terminal_size().columns) - len(_MARGIN) - 2
    return textwrap.wrap(text, max(20, width), break_long_words=False, break_on_hyphens=False)


def _library(package: str, why: str) -> Finding:
    found = _version(package)
    if found is None:
        return Finding(package, "failed", f"not installed; {why}", f"pip install {package}")
    return Finding(package, "ok", found)


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _llama() -> Iterator[Finding]:
    if _version("llama-cpp-python") is None:
        yield Finding("llama-cpp-python", "failed", "not installed", "pip install pp-lang")
        return
    try:
        from pp_lang.engine import read_device_report

        report = read_device_report()
    except (ImportError, OSError, RuntimeError) as error:
        # What ctypes says when the shared library is missing or was built for another machine.
        yield Finding("llama-cpp-python", "failed", f"does not load: {error}", _BUILD_HINT)
        return
    yield Finding("llama-cpp-python", "ok", report.binding_version)
    yield Finding("cpu features", "ok", _features(report.system_info))
    yield Finding(
        "cpu cores", "ok", f"{report.physical_cores} physical usable, {os.cpu_count()} in all"
    )
    yield from gpu_findings(report.gpus, can_offload=report.can_offload_to_gpu)


def gpu_findings(gpus: tuple[Gpu, ...], *, can_offload: bool) -> Iterator[Finding]:
    """Yield what is known of the GPUs that the build of llama.cpp finds."""
    if not can_offload:
        text = "this build of llama-cpp-python runs on the CPU only"
        yield Finding("gpu", "note", text, f"For a GPU: {GPU_BUILD_HINT}.")
    elif not gpus:
        text = "this build is for one, and llama.cpp finds none on this machine"
        yield Finding("gpu", "note", text, "Look after its driver, if there is one.")
    for place, gpu in enumerate(gpus):
        size = f"{gpu.memory_bytes / 1e9:.1f} GB, {gpu.free_bytes / 1e9:.1f} GB of it free"
        way = "" if place else "; --set gpu_layers=-1 puts a model on it"
        yield Finding("gpu", "ok", f"{place}: {gpu.name}, {gpu.description}, {size}{way}")


def _features(system_info: str) -> str:
    """Return the names of what llama.cpp says is there: `CPU : AVX2 = 1 | F16C = 1 | ...`."""
    parts = [part.rpartition(":")[2].strip() for part in system_info.split("|")]
    return " ".join(part.removesuffix(" = 1") for part in parts if part.endswith(" = 1"))


def _memory() -> Finding:
    size, free = _physical_memory()
    if size is None:
        return Finding("memory", "note", "this platform does not tell")
    text = f"{size / 1e9:.1f} GB" + (f", {free / 1e9:.1f} GB of it free" if free else "")
    if size < 1e9:
        return Finding("memory", "note", text, "Less than 1 GB is tight even for small models.")
    return Finding("memory", "ok", text)


def _physical_memory() -> tuple[int | None, int | None]:
    """Return the bytes of memory there are and those free; None where that is not told."""
    if sys.platform == "win32":
        import ctypes

        sizes = (ctypes.c_ulonglong * 8)()
        # MEMORYSTATUSEX: two 32-bit fields (its own size, the load), then total and free.
        sizes[0] = ctypes.sizeof(sizes)
        is_read = ctypes.WinDLL("kernel32").GlobalMemoryStatusEx(ctypes.byref(sizes))
        return (sizes[1], sizes[2]) if is_read else (None, None)
    try:
        page = os.sysconf("SC_PAGE_SIZE")
        size = page * os.sysconf("SC_PHYS_PAGES")
        return size, page * os.sysconf("SC_AVPHYS_PAGES") if sys.platform == "linux" else None
    except (OSError, ValueError):
        return None, None


def _embedded() -> Finding:
    try:
        path = find_model(EMBEDDED).path
    except PPError:
        return Finding("embedded model", "failed", f"{EMBEDDED} is not installed", INSTALL_EMBEDDED)
    assert path is not None
    return Finding("embedded model", "ok", f"{path.name}, {path.stat().st_size / 1e6:.0f} MB")


def _own_models() -> Iterator[Finding]:
    folder = models_folder()
    if folder is not None and not folder.is_dir():
        yield Finding(
            "own models", "note", f"PP_MODELS names {folder}, which is not there", "Create it."
        )


def _tuning() -> Iterator[Finding]:
    try:
        path = find_model(EMBEDDED).path
        assert path is not None
        choice = TuningStore().choose(path, EngineConfig(), exact=False)
    except (PPError, ImportError, OSError, RuntimeError):
        return  # told by the lines above
    if choice.tuned is None:
        text = f"{EMBEDDED} is not tuned for this machine"
        yield Finding("tuning", "note", text, "`pp tune` finds its fastest settings in a minute.")
        return
    config = choice.config
    text = f"{EMBEDDED}: {config.width} side by side, batches of {config.batch_rows:,}"
    copy = f", a copy in {choice.tuned.layout}" if choice.tuned.layout else ""
    yield Finding("tuning", "ok", f"{text}{copy} (`pp tune --show`)")


def _smoke() -> Finding:
    """Let the embedded model write a few words: only that proves that all works."""
    try:
        location = find_named_model(None)
    except PPError:
        return Finding("generation", "failed", "needs the embedded model")
    try:
        began = time.perf_counter()
        model = open_language_model(location, EngineConfig(cells=256))
        opened = time.perf_counter()
        try:
            text, reason = _generate(model)
        finally:
            model.close()
        ended = time.perf_counter()
    except (PPError, ImportError, OSError, RuntimeError) as error:
        return Finding("generation", "failed", f"does not work: {error}", _BUILD_HINT)
    if text is None:
        return Finding("generation", "failed", f"does not work: {reason}", _BUILD_HINT)
    seconds = f"opened in {opened - began:.1f} s, {_SMOKE_TOKENS} tokens in {ended - opened:.2f} s"
    return Finding("generation", "ok", seconds)


def _generate(model: LanguageModel) -> tuple[str | None, str]:
    prompt = Prompt((Turn("user", (Piece("Say hello.", is_trusted=True),)),))
    model.submit(GenerationRequest(prompt, sampling=SamplingParams(max_tokens=_SMOKE_TOKENS)))
    while model.has_work:
        for event in model.step():
            if isinstance(event, Finished):
                return event.result.text, event.result.reason
            if isinstance(event, Failed):
                return None, event.message
    return None, "the model gave no answer"
