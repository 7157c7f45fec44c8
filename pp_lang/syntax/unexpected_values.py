"""Explanations of what Lark could not parse in matches, functions, loops and their limits."""

import re
from collections.abc import Callable

from pp_lang.diagnostics import Problem, did_you_mean
from pp_lang.source import Span
from pp_lang.syntax import habits
from pp_lang.syntax.problems import (
    MissingMark,
    QuotedName,
    UnexpectedText,
    UnknownOperator,
    WrongMark,
)
from pp_lang.syntax.situation import Situation
from pp_lang.syntax.words import name_expected, show_found

_CASE = "A case is written `case pattern: value`."
_PATTERN = "A pattern is a constant, a name, or fields in braces; compare with `if` behind the `:`."
_REST = "What is left over is `else: …`, without `case`, and comes last."
_FUNCTION = "A function is written `x => …`, and one of two parameters `(x, y) => …`."
_BARE_FUNCTION = "A function's parameters are names alone: `x => …`, `(x, y) => …`."
_FUNCTION_TYPE = "A function's type is written `(text) -> int`, without names."
_CLAUSES = "The order is: `repeat name = first up to n within { … } until condition: next`."
_OTHERWISE = ("default", "otherwise", "_")
_TYPE_GOES_ON = {"|", "?", "]", "[", "(", ".", "->"}
_COLON_BEFORE = ("map", "if", "sample", "match", "repeat")
_QUOTED = re.compile(r'"([^"\n]*)"')
_CALL_OF = re.compile(r"\b(\w+)\s*\([^()]*\)\s*\Z")


# Matches


def _find_match_mistake(here: Situation) -> Problem | None:
    if here.expected == {"{"} and here.clause[-2:-1] == ("match",) and here.found == "case":
        help_ = "The cases stand in braces: `match value: { case …: … }`."
        return MissingMark("{", here.span, help_)
    if here.opened != "{" or here.holder[-2:] != ("match", ":") or not here.found:
        return None
    if here.clause[:1] == ("case",) and ":" not in here.clause:
        return _explain_pattern(here)
    found = show_found(here.found)
    if here.found == "case" and here.following in (":", "="):
        after = here.source.text.index(here.following, here.span.end)
        span = Span(after, after + 1)
        return UnexpectedText(show_found(here.following), span, ("a pattern",), _REST)
    if here.found == "case" or (here.found == "else" and "case" in here.expected):
        return UnexpectedText(found, here.span, name_expected(here), _REST)
    if here.found in _OTHERWISE:
        return UnexpectedText(found, here.span, name_expected(here), _REST)
    if here.found == "," and "case" in here.expected:
        return UnexpectedText(found, here.span, (), "Nothing stands between cases; remove it.")
    if here.found == "}" and here.expected == {"case"}:
        return UnexpectedText(found, here.span, ("`case`",), _CASE)
    if here.found.isidentifier() and (offer := did_you_mean(here.found, ("case",))):
        return UnexpectedText(found, here.span, ("`case`",), offer)
    if "case" in here.expected and (here.is_value or here.found == "-"):
        return MissingMark("case", here.span, _CASE)
    return None


def _explain_pattern(here: Situation) -> Problem | None:
    if ":" in here.expected and here.found in ("=>", "->", "=", "then"):
        return WrongMark(here.found, ":", here.span, _CASE)
    if "|" in here.expected and here.found in (",", "or", "||"):
        help_ = "The patterns of a case are joined with `|`."
        return WrongMark(here.found, "|", here.span, help_)
    if here.found == "else":
        return UnexpectedText("`else`", here.span, ("a pattern",), _REST)
    if here.found == "if":
        help_ = "A case has no condition of its own: put an `if` behind its `:`."
        return UnexpectedText("`if`", here.span, ("`:`",), help_)
    if here.previous == "is" and here.is_value:
        help_ = f"A pattern is a value or a name: `case {here.found}: …`."
        return UnexpectedText("`is`", here.previous_span, (), help_)
    if here.is_value and ":" in here.expected and here.found not in ("(", "["):
        return MissingMark(":", here.span)
    return UnexpectedText(show_found(here.found), here.span, name_expected(here), _PATTERN)


# Functions


def _find_function_mistake(here: Situation) -> Problem | None:
    if here.found in ("=>", "->") and ":" not in here.expected:
        return _explain_arrow(here)
    if here.expected == {"=>"}:
        return MissingMark("=>", here.span, _FUNCTION)
    if here.wants_value and here.found in ("|", "\\"):
        return UnexpectedText(show_found(here.found), here.span, ("a value",), _FUNCTION)
    if here.opened == "(" and _lists_names(here):
        is_type = "|" in here.expected
        if here.found == ":" and (is_type or "=>" in here.expected):
            help_ = _FUNCTION_TYPE if is_type else _BARE_FUNCTION
            return UnexpectedText("`:`", here.span, ("`,`", "`)`"), help_)
        if here.found == "=" and here.expected == {",", ")"}:
            return UnexpectedText("`=`", here.span, name_expected(here), _BARE_FUNCTION)
    return _find_foreign_block(here)


def _explain_arrow(here: Situation) -> Problem | None:
    if "|" in here.expected:
        if here.found == "=>":
            return WrongMark("=>", "->", here.span, _FUNCTION_TYPE)
        return UnexpectedText("`->`", here.span, (), _FUNCTION_TYPE)
    if here.found == "->":
        is_function = "=>" in here.expected or "or" in here.expected
        return WrongMark("->", "=>", here.span, _FUNCTION) if is_function else None
    before = here.source.text[: here.span.start].rstrip()
    one = re.search(r"\(\s*(\w+)\s*,?\s*\)\Z", before)
    if one is not None:
        help_ = f"One parameter stands without parentheses: `{one[1]} => …`."
        return UnexpectedText("`=>`", here.span, (), help_)
    return UnexpectedText("`=>`", here.span, name_expected(here), _FUNCTION)


def _lists_names(here: Situation) -> bool:
    return all(re.fullmatch(r"\w+|,", word) for word in here.clause)


def _find_foreign_block(here: Situation) -> Problem | None:
    """A word of another language with its block, taken for a call with options."""
    is_case = here.previous == "case" and here.expected == {":"}
    if here.opened != "{" or not (is_case or {"NAME", "}"} >= here.expected - {","}):
        return None
    call = _CALL_OF.search(here.source.text, 0, here.brackets[-1][1].start)
    if call is None or call[1] not in habits.PREFIXES:
        return None
    span = Span(call.start(1), call.end(1))
    return UnexpectedText(f"`{call[1]}`", span, (), habits.PREFIXES[call[1]])


def _find_block_for_options(here: Situation) -> Problem | None:
    """A block after a call, taken for the options of the call."""
    if _is_match_of_call(here):
        brace = here.brackets[-1][1]
        end = len(here.source.text[: brace.start].rstrip())
        help_ = "The cases stand behind a `:`: `match value: { case …: … }`."
        return MissingMark(":", brace, help_, end)
    if here.expected != {":"} or here.found not in ("}", "=", "(", ".", ","):
        return None
    head = next((one for one in here.holder if one in _COLON_BEFORE), None)
    if here.opened != "{" or head is None or here.holder[-1:] != (")",):
        return None
    help_ = f"What follows the head of a `{head}` stands behind a `:`."
    return MissingMark(":", here.brackets[-1][1], help_)


def _is_match_of_call(here: Situation) -> bool:
    """Return whether the braces behind `match f(x)`, which has no `:`, hold cases."""
    if here.opened != "{" or here.holder[-1:] != (")",) or "match" not in here.holder:
        return False
    head = here.holder[::-1][: here.holder[::-1].index("match")]
    is_case = here.previous == "case" and here.expected == {":"}
    return ":" not in head and (is_case or here.expected == {"NAME", "}"})


def _find_call_of_word(here: Situation) -> Problem | None:
    """`sample(8, …)`: a word of the language with arguments."""
    if here.found != "," or here.opened != "(" or ")" not in here.expected:
        return None
    word = here.holder[-1:] and here.holder[-1]
    if word not in habits.CALLS:
        return None
    return UnexpectedText("`,`", here.span, ("`)`",), habits.CALLS[word])


def _find_generic_type(here: Situation) -> Problem | None:
    """`Dict[str, int]`: a type of another language with several in brackets."""
    if here.found != "," or here.opened != "[" or here.expected - _TYPE_GOES_ON:
        return None
    word = here.holder[-1:] and here.holder[-1]
    help_ = habits.GENERICS.get(word.lower()) if word else None
    return UnexpectedText("`,`", here.span, ("`]`",), help_) if help_ else None


# Loops


def _find_repeat_mistake(here: Situation) -> Problem | None:
    if "repeat" not in here.clause or not here.found:
        return None
    found = show_found(here.found)
    if "up to" in here.expected:
        help_ = f"Say how often at most. {_CLAUSES}"
        if here.found == "up":
            return UnexpectedText(found, here.span, ("`up to`",), help_)
        return MissingMark("up to", here.span, help_)
    if here.previous == "repeat" and here.expected == {"NAME"}:
        help_ = f"{_CLAUSES} Independent tries are a `sample`."
        return UnexpectedText(found, here.span, ("a name",), help_)
    if here.expected == {"=", "with"}:
        help_ = f"Say what it begins with. {_CLAUSES}"
        return UnexpectedText(found, here.span, name_expected(here), help_)
    if here.found == "while" and ":" in here.expected:
        help_ = "Say when it ends: `until condition`."
        return UnexpectedText("`while`", here.span, ("`until`", "`:`"), help_)
    if here.found == "until" and here.following == ":":
        after = here.source.text.index(":", here.span.end)
        span = Span(after, after + 1)
        return UnexpectedText("`:`", span, ("a condition",), "Say when it ends.")
    if here.found in ("within", "with", "up", "until") and {":", "or"} <= here.expected:
        return UnexpectedText(found, here.span, ("`:`",), _CLAUSES)
    return None


def _find_limits_mistake(here: Situation) -> Problem | None:
    if here.previous == "within" and here.expected == {"{"}:
        help_ = "Limits stand in braces: `within { deadline: 60 }`."
        return UnexpectedText(show_found(here.found), here.span, ("`{`",), help_)
    if here.found == "within" and {"map", "sample", "repeat"} & set(here.clause):
        help_ = "Limits stand before the `:`: `sample 8 within { deadline: 60 }: …`."
        return UnexpectedText("`within`", here.span, (), help_)
    is_limits = here.found == "{" and "within" in here.expected
    if is_limits and re.compile(r"\{\s*\w+\s*:[^{}]*\}\s*:").match(
        here.source.text, here.span.start
    ):
        return MissingMark("within", here.span, "Write `within { … }`.")
    return None


def _find_reduce_mistake(here: Situation) -> Problem | None:
    if "reduce" not in here.clause:
        return None
    order = "Write `reduce items with merge by tree`."
    if here.previous == "by" and here.found.startswith('"'):
        return UnexpectedText(show_found(here.found), here.span, ("a name",), order)
    if here.found == "by" and "with" in here.expected:
        return UnexpectedText("`by`", here.span, ("`with`",), order)
    if here.previous == "with" and here.expected == {"NAME"}:
        help_ = f"Name a template or a program. {order}"
        return UnexpectedText(show_found(here.found), here.span, ("a name",), help_)
    return None


# Signs of other languages


def _find_quoted_name(here: Situation) -> Problem | None:
    """`{ "mood": "happy" }`, `f("mood": x)`: a name as JSON writes it."""
    text, at = here.source.text, here.span
    if here.opened == "{" and "NAME" in here.expected and here.following == ":":
        quoted = _QUOTED.match(text, at.start)
    elif here.opened == "(" and here.found == ":":
        begin = text.rfind("\n", 0, at.start) + 1
        quoted = re.compile(_QUOTED.pattern + r"\s*\Z").search(text, begin, at.start)
    else:
        return None
    return QuotedName(quoted[1], Span(*quoted.span(1))) if quoted else None


def _find_foreign_sign(here: Situation) -> Problem | None:
    if here.found in ("=>", "->") and ":" in here.expected:
        help_ = "A field is written `name: value`." if "}" in here.expected else "Write `:` here."
        return WrongMark(here.found, ":", here.span, help_)
    if here.found == ":" and here.following.startswith(":"):
        span = Span(here.span.start, here.span.end + 1)
        return UnknownOperator("::", span, habits.OPERATORS["::"])
    if here.found == "|" and "or" in here.expected:
        is_pipe = here.source.text[here.span.end : here.span.end + 1] == ">"
        word = "|>" if is_pipe else "|"
        span = Span(here.span.start, here.span.start + len(word))
        return UnknownOperator(word, span, habits.OPERATORS[word])
    if here.found == ".." and here.wants_value:
        return UnexpectedText("`..`", here.span, ("a value",), habits.FOUND[".."])
    if here.previous == "." and here.found in ("map", "reduce", "sample"):
        span = here.previous_span | here.span
        return UnexpectedText(f"`.{here.found}`", span, (), habits.METHODS[here.found])
    return None


VALUES: tuple[Callable[[Situation], Problem | None], ...] = (
    _find_match_mistake,
    _find_function_mistake,
    _find_block_for_options,
    _find_call_of_word,
    _find_generic_type,
    _find_repeat_mistake,
    _find_limits_mistake,
    _find_reduce_mistake,
    _find_foreign_sign,
    _find_quoted_name,
)
"""From the most telling to the least."""
