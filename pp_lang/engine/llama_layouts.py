"""Copies of model files in other quantisations, by llama.cpp's own converter."""

import ctypes
from pathlib import Path

import llama_cpp as lib

from pp_lang.engine.llama_backend import last_log, start_library
from pp_lang.errors import ModelError

LAYOUTS = {
    "Q8_0": lib.LLAMA_FTYPE_MOSTLY_Q8_0,
    "Q6_K": lib.LLAMA_FTYPE_MOSTLY_Q6_K,
    "Q5_K_M": lib.LLAMA_FTYPE_MOSTLY_Q5_K_M,
    "Q5_0": lib.LLAMA_FTYPE_MOSTLY_Q5_0,
    "Q4_K_M": lib.LLAMA_FTYPE_MOSTLY_Q4_K_M,
    "IQ4_NL": lib.LLAMA_FTYPE_MOSTLY_IQ4_NL,
    "Q4_0": lib.LLAMA_FTYPE_MOSTLY_Q4_0,
    "F16": lib.LLAMA_FTYPE_MOSTLY_F16,
    "BF16": lib.LLAMA_FTYPE_MOSTLY_BF16,
}
"""Those that need nothing but the file: the others want a matrix of importances."""


def convert_layout(source: Path, target: Path, layout: str, threads: int) -> None:
    """Write the model at `source` to `target` in another layout. Raises `ModelError`.

    What is there already is replaced; half a file may stay where it fails.
    """
    start_library()
    params = lib.llama_model_quantize_default_params()
    params.ftype = LAYOUTS[layout]
    params.allow_requantize = True
    params.nthread = threads
    code = lib.llama_model_quantize(
        str(source).encode(), str(target).encode(), ctypes.byref(params)
    )
    if code != 0:
        raise ModelError(f"{source}: cannot be converted to {layout}{last_log()}")
