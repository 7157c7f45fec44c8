"""Tests as they are printed: a line for each of their lines and for each row of their cases."""

from functools import partial
from typing import assert_never

from pp_lang.syntax.comments import Written
from pp_lang.syntax.layout import HARD_LINE, Concat, Doc, Nest, concat
from pp_lang.syntax.nodes import (
    BinaryExpr,
    CallExpr,
    CasesLine,
    ExpectLine,
    Expr,
    FieldExpr,
    GivenLine,
    IndexExpr,
    LambdaExpr,
    ListExpr,
    NameExpr,
    ScriptedLine,
    TestDecl,
    TestLine,
)
from pp_lang.syntax.print_exprs import print_expr, print_list
from pp_lang.syntax.print_rows import Item, Row, comment_rows, rows_of, stacked


def print_test(test: TestDecl, written: Written) -> Concat:
    """Return `test "name" { … }`."""
    rows: list[Row] = []
    start = test.name.span.end
    ends = [*(one.span.start for one in test.lines[1:]), test.span.end]
    for line, end in zip(test.lines, ends, strict=False):
        item = Item(line.span, partial(_print_line, line, written))
        rows += rows_of(written, item, start, end)
        start = line.span.end
    rows += comment_rows(written, written.take(start, test.span.end))
    head = concat("test ", written.verbatim(test.name.span))
    if not rows:
        return concat(head, " {}")
    return concat(head, " {", Nest(concat(HARD_LINE, stacked(rows))), HARD_LINE, "}")


def _print_line(line: TestLine, written: Written) -> Doc:
    match line:
        case ScriptedLine(template, answers):
            return concat(f"answers {template.text}: ", print_expr(answers, written))
        case CasesLine(rows, name):
            return concat("cases ", _print_cases(rows, written), f" as {name.text}")
        case GivenLine(value, name):
            return concat("given ", print_expr(value, written), f" as {name.text}")
        case ExpectLine(condition, is_soft):
            word = "expect soft " if is_soft else "expect "
            doc = print_expr(condition, written)
            # Without parentheses the name would say how much is expected.
            is_name = not is_soft and _begins_with_name(condition, "soft")
            return concat(word, "(", doc, ")") if is_name else concat(word, doc)
        case _:
            assert_never(line)


def _print_cases(rows: Expr, written: Written) -> Doc:
    if isinstance(rows, ListExpr):
        return print_list(rows, written, is_broken=len(rows.items) > 1)
    return print_expr(rows, written)


def _begins_with_name(expr: Expr, name: str) -> bool:
    while True:
        match expr:
            case NameExpr(text):
                return text == name
            case BinaryExpr(left=first) | CallExpr(callee=first):
                expr = first
            case FieldExpr(base=first) | IndexExpr(base=first):
                expr = first
            case LambdaExpr(params):
                return len(params) == 1 and params[0].text == name
            case _:
                return False
