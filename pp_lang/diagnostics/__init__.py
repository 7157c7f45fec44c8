"""Messages about programs: data, words, drawing."""

from pp_lang.diagnostics.diagnostic import Diagnostic, Label, Problem, Severity
from pp_lang.diagnostics.render import render_text
from pp_lang.diagnostics.suggest import did_you_mean, find_nearest
from pp_lang.diagnostics.to_json import to_json

__all__ = [
    "Diagnostic",
    "Label",
    "Problem",
    "Severity",
    "did_you_mean",
    "find_nearest",
    "render_text",
    "to_json",
]
