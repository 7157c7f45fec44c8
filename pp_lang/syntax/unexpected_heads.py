"""Explanations of what Lark could not parse in the heads of declarations, and in tests."""

import re
from collections.abc import Callable

from pp_lang.diagnostics import Problem
from pp_lang.source import Span
from pp_lang.syntax import habits
from pp_lang.syntax.problems import (
    DECLARATIONS,
    TEST_LINES,
    MisplacedWord,
    MissingBody,
    MissingMark,
    MissingReturn,
    UnexpectedText,
    UnknownDeclaration,
    WrongMark,
)
from pp_lang.syntax.situation import Situation
from pp_lang.syntax.unexpected_tests import find_test_mistake
from pp_lang.syntax.words import name_expected, show_found

_NO_VALUE = "Values are made inside a program: `program main() { … }`."
_IMPORT = 'An import is written `import "voting.pp" as voting`, and a use of it `voting.name`.'
_MODULE = 'A file stands in quotes: `import "voting.pp"`; a module has dots: `import std.voting`.'
_CUT_SHORT = "The import above lacks its last name."
_MODEL = "A model's name or path stands in quotes."
_AFTER_TYPE = ('"""', "[", "{", "(", "within", "|", "?")
_ORDER = "The order is: parameters, `->` and a type, `within`, options, body."
_BESIDE = ("after", "continues", "continuing", "extends", "in", "inside", "on", "under", "with")


def _find_missing_body(here: Situation) -> Problem | None:
    if '"""' not in here.expected or here.opened or "type" in here.expected:
        return None
    if here.found == "":
        return MissingBody(here.previous_span)
    if here.found in DECLARATIONS and here.starts_line:
        return MissingBody(here.span)
    if here.found.startswith('"'):
        return MissingBody(here.span, 'A prompt stands between `"""` and `"""`.')
    if (problem := _explain_clause(here)) is not None:
        return problem
    if "->" in here.expected and not here.starts_line and here.following in _AFTER_TYPE:
        return MissingMark("->", here.span, "An answer's type follows `->`: `-> text`.")
    if here.starts_line and here.found not in ("{", "within", "->"):
        return MissingBody(here.span, 'A prompt begins with `"""`.')
    return None


def _explain_clause(here: Situation) -> Problem | None:
    """Explain a clause of a template's head that is written in another way or order."""
    is_late = here.found in ("->", "within") and here.found not in here.expected
    if is_late and not here.starts_line:
        return UnexpectedText(f"`{here.found}`", here.span, name_expected(here), _ORDER)
    if here.found == ":" and "->" in here.expected:
        return WrongMark(":", "->", here.span, "An answer's type follows `->`: `-> text`.")
    if "within" in here.expected and here.found in _BESIDE and here.following.isidentifier():
        help_ = f"What it goes on from is said with `within {here.following}`."
        return UnexpectedText(f"`{here.found}`", here.span, ("`within`",), help_)
    if here.found == "," and here.clause[-2:-1] == ("within",):
        help_ = "It is within one context; a context may itself be within another."
        return UnexpectedText("`,`", here.span, (), help_)
    if here.found == "(" and here.clause[-2:-1] == ("within",):
        help_ = "Name the context alone: its arguments are given where it is opened."
        return UnexpectedText("`(`", here.span, (), help_)
    if here.found == "(" and "{" in here.expected:
        help_ = "Options stand in braces: `{ max_tokens: 20 }`."
        return UnexpectedText("`(`", here.span, ("`{`",), help_)
    return None


def _find_import_mistake(here: Situation) -> Problem | None:
    if here.previous in DECLARATIONS and _is_cut_short(here):
        return UnexpectedText(f"`{here.previous}`", here.previous_span, ("a name",), _CUT_SHORT)
    if here.opened or here.clause[:1] != ("import",) or _begins_anew(here):
        return None
    found = show_found(here.found)
    if here.previous == "import" and here.found in ("{", "*", "("):
        return UnexpectedText(found, here.span, name_expected(here), _IMPORT)
    if here.found == "from":
        return UnexpectedText(found, here.span, (), _IMPORT)
    if here.found == ",":
        return UnexpectedText(found, here.span, (), "Write an `import` for each.")
    if here.found in (".", "/", ":", "-", "@"):
        return UnexpectedText(found, here.span, (), _MODULE)
    if here.previous == "as" and here.found.startswith('"'):
        help_ = f"Name it without quotes: `as {here.found.strip(chr(34))}`."
        return UnexpectedText(found, here.span, ("a name",), help_)
    if "as" in here.expected and here.is_value:
        return MissingMark("as", here.span, f"Write `as {here.found}`.")
    return None


def _is_cut_short(here: Situation) -> bool:
    """An import that lacks its last name, so that the next declaration's first word was taken."""
    before = here.source.text[: here.previous_span.start]
    return re.search(r"^import\b[^\n]*(?:\bas|\.)\s*\n\s*\Z", before, re.MULTILINE) is not None


def _begins_anew(here: Situation) -> bool:
    return here.starts_line or not here.found


def _find_extern_mistake(here: Situation) -> Problem | None:
    if here.opened or here.clause[:1] != ("extern",):
        return None
    if "->" in here.expected:
        help_ = "Say what it gives: `-> text`."
        if here.found == ":":
            return WrongMark(":", "->", here.span, help_)
        return MissingMark("->", here.span, help_)
    if "=" in here.expected and here.found:
        help_ = 'Say which function of Python it is: `= "module:function"`.'
        return MissingMark("=", here.span, help_)
    if here.expected == {"STRING"} and here.found:
        help_ = 'Name the function of Python in quotes: `"module:function"`.'
        return UnexpectedText(show_found(here.found), here.span, ("a text in quotes",), help_)
    return None


def _find_model_mistake(here: Situation) -> Problem | None:
    if here.opened or here.clause[:1] != ("model",) or here.expected != {"STRING"}:
        return None
    if not re.match(r"\w", here.found) or here.starts_line:
        return None
    return UnexpectedText(show_found(here.found), here.span, ("a text in quotes",), _MODEL)


def _find_program_mistake(here: Situation) -> Problem | None:
    """A block taken for options, and options taken for a block: both stand in braces."""
    if not here.opened and here.clause[:1] == ("program",):
        if here.found == "within":
            help_ = "A program takes a context as a parameter: `office: desk`."
            return UnexpectedText("`within`", here.span, name_expected(here), help_)
        if here.expected == {"{"} and here.previous == "}":
            return MissingReturn(here.previous_span)
        return _find_missing_block(here)
    if here.opened != "{" or here.holder[:1] != ("program",):
        return None
    if here.found == "}" and here.following == "{" and "return" in here.expected:
        equals = here.find_in_clause("=")
        help_ = "An option is written `name: value`."
        return WrongMark("=", ":", equals, help_) if equals is not None else None
    colon = here.find_in_clause(":")
    first = here.clause[0] if here.clause else ""
    if first in habits.STATEMENTS and colon is not None and here.clause[1:2] == (":",):
        at = here.find_in_clause(first)
        if at is not None and here.found in ("=", "return", "(", "}"):
            return UnexpectedText(f"`{first}`", at, (), habits.STATEMENTS[first])
    is_binding = here.found == "return" or (here.starts_line and here.following in ("=", ":"))
    if is_binding and colon is not None and {",", "}"} <= here.expected:
        return WrongMark(":", "=", colon, "A value is named with `=`: `name = …`.")
    return None


def _find_block_of_template(here: Situation) -> Problem | None:
    """A block in place of a prompt, taken for options."""
    if here.opened != "{" or here.holder[:1] not in (("template",), ("context",)):
        return None
    if here.found != "return" and not (here.found == "=" and here.starts_line):
        return None
    help_ = 'It has a prompt in place of a block: `""" … """`. Values are made in a `program`.'
    return UnexpectedText(show_found(here.found), here.span, ("an option", "`}`"), help_)


def _find_missing_block(here: Situation) -> Problem | None:
    if "{" not in here.expected or not here.found:
        return None
    help_ = "The values of a program stand in braces: `{ return … }`."
    ends_line = here.span.end == here.line_end
    if here.found == ":" and "->" in here.expected and not ends_line:
        return WrongMark(":", "->", here.span, "What a program gives follows `->`: `-> text`.")
    if here.found == '"""':
        help_ = "A `program` is made of values; a prompt is a `template`."
    if here.found in DECLARATIONS:
        return MissingMark("{", here.span, help_)
    return UnexpectedText(show_found(here.found), here.span, ("`{`",), help_)


def _find_head_mistake(here: Situation) -> Problem | None:
    """What stands in place of the parentheses after a name."""
    if here.opened or here.previous in ("", ")") or len(here.clause) != 2:
        return None
    if here.found in ("[", "<"):
        if "[" in here.expected:
            return WrongMark(here.found, "[", here.span, f"Write `{here.previous}[T](…)`.")
        help_ = "Only programs have type parameters."
        return UnexpectedText(show_found(here.found), here.span, name_expected(here), help_)
    if "(" in here.expected:
        if here.found == "-":
            help_ = f"A name has no `-`: write `{here.previous}_{here.following}`."
            return UnexpectedText("`-`", here.span, ("`(`",), help_)
        if here.previous in ("async", "def", "fn", "func", "function"):
            help_ = f"`{here.clause[0]}` says it all: leave `{here.previous}` out."
            return UnexpectedText(f"`{here.previous}`", here.previous_span, ("a name",), help_)
        help_ = f"Parameters stand in parentheses, also where there are none: `{here.previous}()`."
        return UnexpectedText(show_found(here.found), here.span, ("`(`",), help_)
    return None


def _find_missing_type(here: Situation) -> Problem | None:
    """`(formal = false)`: a parameter with a default and no type."""
    heads = (("template",), ("context",), ("program",), ("extern",))
    is_head = here.holder[:1] in heads and "->" not in here.holder
    if here.found != "=" or here.expected != {":"} or not is_head:
        return None
    if not re.match(r"[\"\d\[-]|(?:true|false|none)\b", here.following):
        return None  # a type behind the wrong sign
    help_ = f"Say its type: `{here.previous}: text = …`."
    return MissingMark(":", here.span, help_) if here.opened == "(" else None


def _find_unknown_declaration(here: Situation) -> Problem | None:
    if "type" not in here.expected or here.opened:
        return None
    if here.found == "{":
        help_ = "Options stand before the body."
        if here.previous == "}":
            help_ = "Options stand before the block."
        return UnexpectedText("`{`", here.span, name_expected(here), help_)
    if not re.match(r"[^\W\d]", here.found):
        return None
    if here.found in TEST_LINES:
        return MisplacedWord(here.found, "outside a test", here.span, habits.TEST_LINES)
    if here.found == "from":
        return UnknownDeclaration("from", here.span, _explain_from(here))
    if here.found in habits.DECLARATIONS:
        return UnknownDeclaration(here.found, here.span, habits.DECLARATIONS[here.found])
    advice = _NO_VALUE if here.following in ("=", "(") else None
    return UnknownDeclaration(here.found, here.span, advice)


def _explain_from(here: Situation) -> str:
    line = here.source.text[here.span.start : here.line_end]
    written = re.fullmatch(r"from\s+(\w+(?:\.\w+)+)\s+import\s+(\w+)", line.rstrip())
    if written is None:
        return habits.DECLARATIONS["from"]
    module = written[1]
    return f"Write `import {module}`, and use it as `{module.rpartition('.')[2]}.{written[2]}`."


def _find_misplaced_word(here: Situation) -> Problem | None:
    """A line of a test, a case or a declaration among the values of a block."""
    if here.opened != "{":
        return None
    if {"NAME", "return"} <= here.expected:
        return _explain_misplaced(here.found, here.span)
    if "=" not in here.expected or not here.is_value:
        return None
    # The word was taken for the name of a value.
    word, span = here.previous, here.previous_span
    is_head = word == "import" or here.following in ("(", "=", "{", "[")
    if word in DECLARATIONS and is_head:
        help_ = "Declarations stand side by side in a file, none inside another."
        return MisplacedWord(word, "inside a block", span, help_)
    return _explain_misplaced(word, span)


def _explain_misplaced(word: str, span: Span) -> Problem | None:
    if word in TEST_LINES:
        return MisplacedWord(word, "outside a test", span, habits.TEST_LINES)
    if word == "case":
        help_ = "Choose among values with `match value: { case …: … }`."
        return MisplacedWord(word, "outside a match", span, help_)
    return None


HEADS: tuple[Callable[[Situation], Problem | None], ...] = (
    _find_missing_body,
    _find_import_mistake,
    _find_extern_mistake,
    _find_model_mistake,
    _find_head_mistake,
    _find_unknown_declaration,
)
"""From the most telling to the least."""

INSIDES: tuple[Callable[[Situation], Problem | None], ...] = (
    _find_missing_type,
    _find_program_mistake,
    _find_block_of_template,
    find_test_mistake,
    _find_misplaced_word,
)
"""Those that an open brace would hide if it were really missing its end."""
