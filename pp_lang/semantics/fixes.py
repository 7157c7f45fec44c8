"""Messages about mistakes of meaning that depend on the text around them."""

import json
import re
from dataclasses import replace

from pp_lang.diagnostics import Diagnostic, Edit, Fix, Problem, find_sure, replace_fix
from pp_lang.semantics.import_problems import STD_MODULES, ImportNotFound
from pp_lang.semantics.name_problems import UnknownName
from pp_lang.semantics.type_problems import NeverEqual, WrongType
from pp_lang.source import Span

_COMMENT = re.compile(r"//[ \t]*\Z")
_OFFER = re.compile(r"Did you mean `(.*)`\?")
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')


def diagnostic_in(problem: Problem, text: str) -> Diagnostic:
    """Return the message for a mistake in `text`."""
    said = problem.diagnostic()
    match problem:
        case UnknownName(span=span):
            return _comment(said, span, text) or _import(said, span, text) or said
        case ImportNotFound(wanted, span):
            return replace(said, fixes=_right_module(said.help, wanted, span, text))
        case NeverEqual(span=span) | WrongType(span=span):
            return replace(said, fixes=said.fixes or _right_text(said.help, span, text))
        case _:
            return said


def _comment(said: Diagnostic, span: Span, text: str) -> Diagnostic | None:
    """A comment of another language, taken for a division by its first word."""
    comment = _COMMENT.search(text, text.rfind("\n", 0, span.start) + 1, span.start)
    if comment is None:
        return None
    fixes = replace_fix(Span(comment.start(), comment.start() + 2), "#")
    return replace(said, help="A comment begins with `#`.", fixes=fixes)


def _import(said: Diagnostic, span: Span, text: str) -> Diagnostic | None:
    """A module of the standard library that is used without its import."""
    name = text[span.start : span.end]
    if name not in STD_MODULES or not text.startswith(".", span.end):
        return None
    edit = Edit(Span(0, 0), f"import std.{name}\n\n")
    begins_so = not text.startswith('"""')
    fixes = (Fix(f"Import `std.{name}`", (edit,), is_safe=False),) if begins_so else ()
    return replace(said, help=f"Import it: `import std.{name}`.", fixes=fixes)


def _right_module(help_: str | None, wanted: str, span: Span, text: str) -> tuple[Fix, ...]:
    """Write the module that a misspelt last name of a dotted path is like."""
    offer = _OFFER.fullmatch(help_ or "")
    last = wanted.rpartition(".")[2]
    start = text.find(wanted, span.start, span.end) + len(wanted) - len(last)
    if offer is None or text[start : start + len(last)] != last or last == wanted:
        return ()
    is_safe = find_sure(last, [offer[1]])[1]
    return replace_fix(Span(start, start + len(last)), offer[1], is_safe=is_safe)


def _right_text(help_: str | None, span: Span, text: str) -> tuple[Fix, ...]:
    """Write the option that a misspelt text is like, if the text is in the span once."""
    offer = _OFFER.fullmatch(help_ or "")
    strings = list(_STRING.finditer(text, span.start, span.end))
    if offer is None or len(strings) != 1:
        return ()
    written = json.dumps(offer[1], ensure_ascii=False)
    is_safe = find_sure(strings[0][0].strip('"'), [offer[1]])[1]
    return replace_fix(Span(*strings[0].span()), written, is_safe=is_safe)
