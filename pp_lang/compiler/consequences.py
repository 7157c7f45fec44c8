"""Leaves out the mistakes of meaning that another mistake may have caused: each is told once."""

from collections.abc import Iterable

from pp_lang.diagnostics import Diagnostic, Problem, Severity
from pp_lang.semantics import ImportNotFound, MissingCases, diagnostic_in
from pp_lang.syntax import Recovered

_OPEN_BELOW = (MissingCases.code,)
"""What is said at the head of something and may be wrong where a part below was not read."""


def own_mistakes(
    problems: Iterable[Problem], text: str, recovered: Recovered | None
) -> list[Diagnostic]:
    """Return the messages for mistakes of meaning, without those that others may have caused.

    `recovered` says what of the text could not be read, if anything could not.
    """
    problems = list(problems)
    found = [diagnostic_in(one, text) for one in problems]
    lacks_import = any(isinstance(one, ImportNotFound) for one in problems)
    if recovered is not None:
        lacks_import = lacks_import or recovered.lacks_import
        found = [one for one in found if not _is_consequence(one, recovered, text)]
    lacking = {one.wanted.rpartition(".")[2] for one in problems if isinstance(one, ImportNotFound)}
    found = [one for one in found if not _is_lacking(one, lacking, text)]
    if lacks_import:
        found = [one for one in found if not _may_be_namespace(one, text)]
    return found


def _is_lacking(one: Diagnostic, lacking: set[str], text: str) -> bool:
    """Return whether it says that a name is unknown that an import was to bring."""
    return (
        one.code.startswith("unknown-")
        and text[one.label.span.start : one.label.span.end] in lacking
    )


def _may_be_namespace(one: Diagnostic, text: str) -> bool:
    return one.code.startswith("unknown-") and text.startswith(".", one.label.span.end)


def _is_consequence(one: Diagnostic, recovered: Recovered, text: str) -> bool:
    span = one.label.span
    if one.severity is not Severity.ERROR or text[span.start : span.end] in recovered.missing:
        return True  # what seems unused may be used where nothing could be read
    if one.code in _OPEN_BELOW:
        below = [gap for gap in recovered.gaps if gap.start > span.end]
        return any("\n}" not in text[span.end : gap.start] for gap in below)
    return any(gap.start <= span.end and span.start <= gap.end for gap in recovered.gaps)
