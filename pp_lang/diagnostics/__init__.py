"""Messages about programs: data, words, drawing."""

from pp_lang.diagnostics.catalogue import Entry, entry
from pp_lang.diagnostics.diagnostic import Diagnostic, Label, Problem, Severity
from pp_lang.diagnostics.fix import (
    Edit,
    Fix,
    apply_edits,
    insert_fix,
    rename_fix,
    replace_fix,
    word_fix,
)
from pp_lang.diagnostics.outside_text import one_line, said_by
from pp_lang.diagnostics.render import render_text
from pp_lang.diagnostics.suggest import did_you_mean, find_nearest, find_sure
from pp_lang.diagnostics.to_json import to_json
from pp_lang.diagnostics.to_sarif import to_sarif

__all__ = [
    "Diagnostic",
    "Edit",
    "Entry",
    "Fix",
    "Label",
    "Problem",
    "Severity",
    "apply_edits",
    "did_you_mean",
    "entry",
    "find_nearest",
    "find_sure",
    "insert_fix",
    "one_line",
    "rename_fix",
    "render_text",
    "replace_fix",
    "said_by",
    "to_json",
    "to_sarif",
    "word_fix",
]
