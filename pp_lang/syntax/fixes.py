"""Fixes of mistakes of form that depend on the text around them."""

import re
from dataclasses import replace

from pp_lang.diagnostics import Diagnostic, Edit, Fix, Problem, insert_fix, replace_fix
from pp_lang.source import Span
from pp_lang.syntax import habits
from pp_lang.syntax.problems import (
    MissingBody,
    MissingElse,
    MissingMark,
    UnclosedString,
    UnexpectedText,
    UnknownDeclaration,
    UnknownEscape,
    UnknownOperator,
    Unmatched,
    UnnamedValue,
    WrongMark,
    WrongQuotes,
)

_Fixes = tuple[Fix, ...]

_INSERTED = (",", ":", "=", "as", "case", "->", "=>", "within")
"""What makes sense where it is put in, whatever follows."""
_FILTER = re.compile(r"\{\{\s*([\w.]+)\s*\|\s*([^\W\d]\w*)\s*\}\}")
_OFFER = re.compile(r"Did you mean `([a-z]+)`\?")


def diagnostic_of(problem: Problem, text: str) -> Diagnostic:
    """Return the message for a mistake in `text`, with the fixes that the text allows."""
    said = problem.diagnostic()
    match problem:
        case WrongMark("<", "[", span):
            fixes = _square_brackets(span, text)
        case UnknownOperator(found, span):
            fixes = _replace_operator(found, span, text)
        case _:
            fixes = said.fixes or _find_fixes(problem, text)
    return replace(said, fixes=fixes)


def _find_fixes(problem: Problem, text: str) -> _Fixes:
    match problem:
        case MissingMark(mark, span):
            return _insert_mark(mark, span, text)
        case MissingBody(span):
            return _triple_quotes(span, text)
        case WrongQuotes(_, span):
            return _straighten(span, text)
        case UnknownEscape(written, span):
            return replace_fix(span, "'" if written == "\\'" else f"\\{written}")
        case UnknownDeclaration(word, span):
            words = habits.DECLARATION_WORDS
            return replace_fix(span, words[word], is_safe=False) if word in words else ()
        case UnexpectedText():
            return _replace_text(problem, text)
        case UnnamedValue(span):
            return _return_it(span, text)
        case UnclosedString(span):
            return insert_fix(span.end, '"', is_safe=False)
        case MissingElse(span):
            at = len(text[: span.start].rstrip())
            return insert_fix(at, " else: none", is_safe=False)
        case Unmatched(_, span):
            return replace_fix(span, "", is_safe=False)
        case _:
            return ()


# Signs


def _insert_mark(mark: str, span: Span, text: str) -> _Fixes:
    if mark not in _INSERTED or text.startswith((")", "=", "until"), span.start):
        return ()
    return insert_fix(span.start, f"{mark} ") if span.start < len(text) else ()


def _square_brackets(span: Span, text: str) -> _Fixes:
    angles = re.compile(r"<([\w\s,]*)>").match(text, span.start)
    return replace_fix(Span(*angles.span()), f"[{angles[1]}]") if angles is not None else ()


def _replace_operator(found: str, span: Span, text: str) -> _Fixes:
    wanted = habits.OPERATOR_WORDS.get(found)
    if wanted is None:
        return ()
    if wanted in ("and", "or"):
        left = "" if text[span.start - 1 : span.start].isspace() else " "
        right = "" if text[span.end : span.end + 1].isspace() else " "
        wanted = f"{left}{wanted}{right}"
    return replace_fix(span, wanted)


def _remove_dashes(span: Span, text: str) -> _Fixes:
    """Remove the dashes at both ends of a hole or tag."""
    start = max(text.rfind("{{", 0, span.end), text.rfind("{%", 0, span.end))
    tag = re.compile(r"\{[{%](-?)(?:(?!-?[%}]\}).)*(-?)[%}]\}", re.DOTALL).match(text, start)
    dashes = [span] if tag is None else [Span(*tag.span(place)) for place in (1, 2)]
    edits = tuple(Edit(one, "") for one in dashes if one.start < one.end)
    return (Fix("Remove `-`", edits, is_safe=True),)


# Strings and bodies


def _triple_quotes(span: Span, text: str) -> _Fixes:
    string = re.compile(r'"([^"\\\n]+)"').match(text, span.start)
    if string is None:
        return ()
    edit = Edit(Span(*string.span()), f'"""{string[1]}"""')
    return (Fix('Write `"""…"""`', (edit,), is_safe=True),)


def _straighten(span: Span, text: str) -> _Fixes:
    """The same string in straight double quotes; a template string of JavaScript is none."""
    written = text[span.start : span.end]
    if len(written) < 2 or written[-1] not in "'’”“`" or "${" in written:
        return ()
    inside = re.sub(r'(?<!\\)"', r"\"", written[1:-1].replace("\\'", "'"))
    return (Fix('Write `"…"`', (Edit(span, f'"{inside}"'),), is_safe=True),)


# Words


def _replace_text(problem: UnexpectedText, text: str) -> _Fixes:
    span, found = problem.span, text[problem.span.start : problem.span.end]
    if found == "|":
        return _call_filter(span, text)
    if problem.help is None:
        return ()
    if found == "-" and not problem.expected:
        return _remove_dashes(span, text)
    if found == "," and not problem.expected:
        return replace_fix(span, "")
    if (offer := _OFFER.fullmatch(problem.help)) is not None:
        return replace_fix(span, offer[1])
    is_word = found.isidentifier() and not text[span.end : span.end + 1].strip()
    if is_word and problem.expected == ("a text in quotes",):
        return replace_fix(span, f'"{found}"')
    if found in habits.DROPPED:
        space = len(text[span.end :]) - len(text[span.end :].lstrip(" "))
        return replace_fix(Span(span.start, span.end + space), "")
    return ()


def _call_filter(span: Span, text: str) -> _Fixes:
    start = text.rfind("{{", 0, span.start)
    hole = _FILTER.match(text, start) if start >= 0 else None
    if hole is None:
        return ()
    call = f"{{{{ {hole[2]}({hole[1]}) }}}}"
    return replace_fix(Span(*hole.span()), call, is_safe=False)


def _return_it(span: Span, text: str) -> _Fixes:
    """The last value of a block, alone on its line, can only be meant as its result."""
    line_start = text.rfind("\n", 0, span.start) + 1
    is_alone = not text[line_start : span.start].strip()
    if is_alone and re.match(r"\s*\}", text[span.end :]) and "}" not in text[span.start : span.end]:
        return insert_fix(span.start, "return ")
    return ()
