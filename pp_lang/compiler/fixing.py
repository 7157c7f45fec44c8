"""Safe fixes made in a text, over and over until none is left. Pure: no files."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pp_lang.diagnostics import Diagnostic, Edit, Fix, Severity, apply_edits
from pp_lang.semantics import ImportNotFound
from pp_lang.source import SourceFile
from pp_lang.syntax import parse

_MOST_ROUNDS = 50

Check = Callable[[SourceFile], tuple[Diagnostic, ...]]


@dataclass(frozen=True, slots=True)
class AppliedFix:
    """A fix that was made, and the diagnostic that it answers."""

    diagnostic: Diagnostic
    fix: Fix
    before: SourceFile
    """The text that their places count in."""


@dataclass(frozen=True, slots=True)
class FixedSource:
    """A text after its fixes, and what there still is to say about it."""

    source: SourceFile
    applied: tuple[AppliedFix, ...]
    diagnostics: tuple[Diagnostic, ...]


def fix_source(source: SourceFile, check: Check) -> FixedSource:
    """Make every safe fix that brings no error of its own, until nothing changes."""
    applied: list[AppliedFix] = []
    found = check(source)
    for _ in range(_MOST_ROUNDS):
        step = _fix_once(source, found, check)
        if step is None:
            break
        made, source, found = step
        applied += made
    return FixedSource(source, tuple(applied), found)


def _fix_once(
    source: SourceFile, found: tuple[Diagnostic, ...], check: Check
) -> tuple[list[AppliedFix], SourceFile, tuple[Diagnostic, ...]] | None:
    """Make all the fixes of one check together, or the first that goes alone."""
    chosen = _choose(source, found)
    for group in [chosen, *([one] for one in chosen if len(chosen) > 1)]:
        edits = [edit for one in group for edit in one.fix.edits]
        if not edits:
            continue
        after = SourceFile(source.name, apply_edits(source.text, edits))
        said = check(after)
        if _is_better(source, found, after, said):
            return group, after, said
    return None


def _choose(source: SourceFile, found: tuple[Diagnostic, ...]) -> list[AppliedFix]:
    """Return the safe fixes that do not overlap: of errors, or of warnings if there is no error."""
    is_broken = any(one.severity is Severity.ERROR for one in found)
    taken: list[Edit] = []
    chosen: list[AppliedFix] = []
    for one in found:
        # A value may look unused only because its use is misspelt: errors come first.
        if one.source is not None or (is_broken and one.severity is not Severity.ERROR):
            continue
        fix = next((fix for fix in one.fixes if fix.is_safe), None)
        if fix is not None and not _overlap(fix.edits, taken):
            taken += fix.edits
            chosen.append(AppliedFix(one, fix, source))
    return chosen


def _overlap(edits: Iterable[Edit], taken: list[Edit]) -> bool:
    return any(
        edit.span.start <= other.span.end and other.span.start <= edit.span.end
        for edit in edits
        for other in taken
    )


def _is_better(
    before: SourceFile,
    found: tuple[Diagnostic, ...],
    after: SourceFile,
    said: tuple[Diagnostic, ...],
) -> bool:
    """Return whether errors of form or of imports went away, or others did and none came."""
    if after.text == before.text:
        return False
    form_before = len(parse(before).problems) + _num_lost(found)
    form_after = len(parse(after).problems) + _num_lost(said)
    if form_before != form_after:
        return form_after < form_before  # what they hid may show now
    errors_before, errors_after = _errors(found), _errors(said)
    is_less = errors_after.total() < errors_before.total() or len(said) < len(found)
    return is_less and not errors_after - errors_before


def _num_lost(found: tuple[Diagnostic, ...]) -> int:
    return sum(one.code == ImportNotFound.code for one in found)


def _errors(found: tuple[Diagnostic, ...]) -> Counter[tuple[str, str]]:
    return Counter((one.code, one.title) for one in found if one.severity is Severity.ERROR)
