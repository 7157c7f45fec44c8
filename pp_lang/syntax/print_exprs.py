"""Expressions as they are printed: parentheses only where the tree would be another without."""

from functools import partial
from typing import assert_never

from pp_lang.source import Span
from pp_lang.syntax.comments import Written
from pp_lang.syntax.layout import (
    HARD_LINE,
    Align,
    Concat,
    Doc,
    Group,
    Line,
    Nest,
    Text,
    Verbatim,
    concat,
    group,
)
from pp_lang.syntax.nodes import (
    Arg,
    BinaryExpr,
    Binding,
    BlockExpr,
    CallExpr,
    Expr,
    FieldExpr,
    IfExpr,
    IndexExpr,
    LambdaExpr,
    ListExpr,
    LiteralExpr,
    MapExpr,
    MatchCase,
    MatchExpr,
    NameExpr,
    Option,
    RecordExpr,
    RecordField,
    ReduceExpr,
    RepeatExpr,
    SampleExpr,
    UnaryExpr,
)
from pp_lang.syntax.print_patterns import print_patterns
from pp_lang.syntax.print_rows import (
    Brackets,
    Item,
    Row,
    bracketed,
    comment_rows,
    rows_of,
    stacked,
    suffix,
)

_OPEN, _OR, _AND, _NOT, _COMPARISON, _SUM, _PRODUCT, _UNARY, _POSTFIX = range(9)
"""How strongly a form holds together; `_OPEN` reaches as far to the right as it can."""

_STRENGTHS = {
    "or": _OR, "and": _AND,
    "+": _SUM, "-": _SUM,
    "*": _PRODUCT, "/": _PRODUCT, "//": _PRODUCT, "%": _PRODUCT,
}  # fmt: skip
_CHOICE_WIDTH = 80
"""Two sides of a choice are easier to compare one above the other, so it breaks early."""


def print_expr(expr: Expr, written: Written, least: int = _OPEN) -> Doc:
    """Return an expression, in parentheses if it holds together less than `least`."""
    doc = _print_bare(expr, written)
    return concat("(", doc, ")") if _strength(expr) < least else doc


def print_options(options: tuple[Option, ...], within: Span, written: Written) -> Doc:
    """Return ` { name: value, … }`, or nothing where there are no options."""
    if not options:
        return Text("")
    items = [Item(one.span, partial(_print_option, one, written)) for one in options]
    return concat(" ", bracketed(written, items, within, Brackets("{", "}", " ")))


def print_list(expr: ListExpr, written: Written, *, is_broken: bool = False) -> Doc:
    """Return a list; `is_broken` gives each item a line of its own also where all fit on one."""
    items = [Item(one.span, partial(print_expr, one, written)) for one in expr.items]
    return bracketed(written, items, expr.span, Brackets("[", "]", is_broken=is_broken))


def print_block(block: BlockExpr, written: Written) -> Concat:
    """Return a block, each of its values on a line of its own."""
    rows: list[Row] = []
    start = block.span.start
    starts = [*(one.span.start for one in block.bindings), block.result.span.start]
    if block.doc is not None:
        doc = written.find_docstring(start)
        item = Item(doc, partial(Verbatim, written.verbatim(doc)))
        rows += rows_of(written, item, start, starts[0])
        start = doc.end
    for binding, end in zip(block.bindings, starts[1:], strict=True):
        item = Item(binding.span, partial(_print_binding, binding, written))
        rows += rows_of(written, item, start, end)
        start = binding.span.end
    keyword = written.find("return", start, block.result.span.start)
    result = Item(
        Span(keyword, block.result.span.end),
        lambda: concat("return ", print_expr(block.result, written)),
    )
    rows += rows_of(written, result, start, block.span.end)
    rows += comment_rows(written, written.take(block.result.span.end, block.span.end))
    return concat("{", Nest(concat(HARD_LINE, stacked(rows))), HARD_LINE, "}")


def _print_bare(expr: Expr, written: Written) -> Doc:
    match expr:
        case LiteralExpr(_, span):
            return Text(written.code(span.start, span.end))
        case NameExpr(name):
            return Text(name)
        case FieldExpr(base, name):
            return concat(print_expr(base, written, _POSTFIX), ".", name.text)
        case IndexExpr(base, index):
            bare = print_expr(base, written, _POSTFIX)
            return concat(bare, "[", print_expr(index, written), "]")
        case CallExpr():
            return _print_call(expr, written)
        case ListExpr():
            return print_list(expr, written)
        case RecordExpr(fields, span):
            rows = [Item(one.span, partial(_print_field, one, written)) for one in fields]
            return bracketed(written, rows, span, Brackets("{", "}", " "))
        case BlockExpr():
            return print_block(expr, written)
        case BinaryExpr():
            return _print_binary(expr, written)
        case UnaryExpr(op, operand):
            word = "not " if op == "not" else op
            return concat(word, print_expr(operand, written, _strength(expr)))
        case IfExpr():
            return _print_if(expr, written)
        case MatchExpr():
            return _print_match(expr, written)
        case MapExpr() | SampleExpr():
            return _print_many(expr, written)
        case RepeatExpr():
            return _print_repeat(expr, written)
        case ReduceExpr():
            return _print_reduce(expr, written)
        case LambdaExpr(params, body):
            names = ", ".join(one.text for one in params)
            head = f"{names} =>" if len(params) == 1 else f"({names}) =>"
            return _print_body(concat(head), body, written)
        case _:
            assert_never(expr)


def _strength(expr: Expr) -> int:
    match expr:
        case IfExpr() | MatchExpr() | LambdaExpr():
            return _OPEN
        case MapExpr() | SampleExpr() | RepeatExpr() | ReduceExpr():
            return _OPEN
        case BinaryExpr(op):
            return _STRENGTHS.get(op, _COMPARISON)
        case UnaryExpr(op):
            return _NOT if op == "not" else _UNARY
        case _:
            return _POSTFIX


def _print_call(call: CallExpr, written: Written) -> Concat:
    callee = print_expr(call.callee, written, _POSTFIX)
    start = call.callee.span.end
    args_end = call.options[0].span.start if call.options else call.span.end
    items = [Item(one.span, partial(_print_arg, one, written)) for one in call.args]
    args = bracketed(written, items, Span(start, args_end), Brackets("(", ")"))
    start = call.args[-1].span.end if call.args else start
    return concat(callee, args, print_options(call.options, Span(start, call.span.end), written))


def _print_arg(arg: Arg, written: Written) -> Doc:
    value = print_expr(arg.value, written)
    return value if arg.name is None else concat(arg.name.text, ": ", value)


def _print_option(option: Option, written: Written) -> Concat:
    return concat(option.name.text, ": ", print_expr(option.value, written))


def _print_field(field: RecordField, written: Written) -> Doc:
    if field.value.span == field.name.span:
        return Text(field.name.text)
    return concat(field.name.text, ": ", print_expr(field.value, written))


def _print_binding(binding: Binding, written: Written) -> Concat:
    return concat(binding.name.text, " = ", print_expr(binding.value, written))


def _print_binary(expr: BinaryExpr, written: Written) -> Group:
    """Return a chain of operators of one strength, which breaks before each of them."""
    strength = _strength(expr)
    chain = [expr]
    while (
        isinstance(left := chain[-1].left, BinaryExpr)
        and _strength(left) == strength != _COMPARISON
    ):
        chain.append(left)
    chain.reverse()
    # Comparisons do not chain, so both their sides hold together more than they do.
    least = strength + 1 if strength == _COMPARISON else strength
    first = print_expr(chain[0].left, written, least)
    rest = [
        concat(Line(" "), f"{one.op} ", print_expr(one.right, written, strength + 1))
        for one in chain
    ]
    return group(first, Nest(concat(*rest)))


def _print_if(expr: IfExpr, written: Written) -> Group:
    parts: list[Doc | str] = []
    word = "if "
    rest: Expr = expr
    while isinstance(rest, IfExpr):
        condition = print_expr(rest.condition, written, _OR)
        parts.append(_print_body(concat(word, condition, ":"), rest.then, written))
        start, end = rest.then.span.end, rest.otherwise.span.start
        parts += map(suffix, written.take_beside(start, end))
        for one in written.take(start, end):
            parts += [HARD_LINE, one.text]
        parts.append(Line(" "))
        word = "else if "
        rest = rest.otherwise
    parts.append(_print_body(concat("else:"), rest, written))
    return group(Align(concat(*parts)), width=_CHOICE_WIDTH)


def _print_match(expr: MatchExpr, written: Written) -> Concat:
    """Return a match, each of its cases on a line of its own."""
    end = expr.span.end
    items = [Item(one.span, partial(_print_case, one, written)) for one in expr.cases]
    head = concat("match ", print_expr(expr.subject, written, _OR), ": {")
    if (otherwise := expr.otherwise) is not None:
        keyword = written.find("else", expr.cases[-1].span.end, end)
        span = Span(keyword, otherwise.span.end)
        items.append(Item(span, lambda: _print_body(concat("else:"), otherwise, written)))
    rows: list[Row] = []
    start = expr.subject.span.end
    for item, next_start in zip(items, [*(one.span.start for one in items[1:]), end], strict=True):
        rows += rows_of(written, item, start, next_start)
        start = item.span.end
    rows += comment_rows(written, written.take(start, end))
    return concat(head, Nest(concat(HARD_LINE, stacked(rows))), HARD_LINE, "}")


def _print_case(case: MatchCase, written: Written) -> Doc:
    patterns = print_patterns(case.patterns, written)
    return _print_body(concat("case ", patterns, ":"), case.body, written)


def _print_many(expr: MapExpr | SampleExpr, written: Written) -> Doc:
    if isinstance(expr, SampleExpr):
        last = expr.count
        parts: list[Doc | str] = ["sample ", print_expr(last, written, _OR)]
    else:
        last = expr.source
        parts = ["map ", expr.variable.text, " in ", print_expr(last, written, _OR)]
        if expr.condition is not None:
            last = expr.condition
            parts += [" if ", print_expr(last, written, _OR)]
    limits = _print_limits(expr.limits, Span(last.span.end, expr.body.span.start), written)
    return _print_body(concat(*parts, limits, ":"), expr.body, written)


def _print_repeat(expr: RepeatExpr, written: Written) -> Doc:
    """Return a repeat; a head that is too long breaks before each of its clauses."""
    history = f" with {expr.history.text}" if expr.history is not None else ""
    first = concat(f"repeat {expr.variable.text}{history} = ", print_expr(expr.start, written))
    count = print_expr(expr.count, written, _OR)
    clauses = concat(Line(" "), "up to ", count)
    end = expr.until.span.start if expr.until is not None else expr.body.span.start
    within = Span(expr.count.span.end, end)
    if expr.limits:
        limits = print_options(expr.limits, within, written)
        clauses = concat(clauses, Line(" "), "within", limits)
    if expr.until is not None:
        clauses = concat(clauses, Line(" "), "until ", print_expr(expr.until, written, _OR))
    # The body is one step in, so the clauses of the head are two.
    return _print_body(concat(group(first, Nest(Nest(clauses)), ":")), expr.body, written)


def _print_limits(limits: tuple[Option, ...], within: Span, written: Written) -> Doc:
    return concat(" within", print_options(limits, within, written)) if limits else Text("")


def _print_body(head: Concat, body: Expr, written: Written) -> Doc:
    """Return `head body`; a body that does not fit goes below, unless it opens with a bracket."""
    if _opens_with_bracket(body):
        return concat(head, " ", print_expr(body, written))
    return group(head, Nest(concat(Line(" "), print_expr(body, written))))


def _opens_with_bracket(body: Expr) -> bool:
    while isinstance(body, MapExpr | SampleExpr | LambdaExpr):
        body = body.body
    return isinstance(body, BlockExpr | RecordExpr | ListExpr | MatchExpr)


def _print_reduce(expr: ReduceExpr, written: Written) -> Concat:
    source = print_expr(expr.source, written, _OR)
    start, end = expr.mode.span.end, expr.span.end
    limits_end = expr.options[0].span.start if expr.options else end
    limits = _print_limits(expr.limits, Span(start, limits_end), written)
    start = expr.limits[-1].span.end if expr.limits else start
    options = print_options(expr.options, Span(start, end), written)
    clauses = f" with {expr.callee.text} by {expr.mode.text}"
    return concat("reduce ", source, clauses, limits, options)
