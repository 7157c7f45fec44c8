"""Patterns of `match` as they are printed."""

from functools import partial
from typing import assert_never

from pp_lang.syntax.comments import Written
from pp_lang.syntax.layout import Doc, Line, Nest, Text, concat, group
from pp_lang.syntax.nodes import FieldPattern, LiteralPattern, NamePattern, Pattern, RecordPattern
from pp_lang.syntax.print_rows import Brackets, Item, bracketed
from pp_lang.syntax.print_types import print_literal


def print_patterns(patterns: tuple[Pattern, ...], written: Written) -> Doc:
    """Return `a | b | c`; a row that is too long breaks before each `|`."""
    first, *rest = [_print_pattern(one, written) for one in patterns]
    return group(first, Nest(concat(*(concat(Line(" "), "| ", one) for one in rest))))


def _print_pattern(pattern: Pattern, written: Written) -> Doc:
    match pattern:
        case LiteralPattern(_, span):
            return Text(print_literal(written, span.start, span.end))
        case NamePattern(name):
            return Text(name.text)
        case RecordPattern(fields, span):
            items = [Item(one.span, partial(_print_field, one, written)) for one in fields]
            return bracketed(written, items, span, Brackets("{", "}", " "))
        case _:
            assert_never(pattern)


def _print_field(field: FieldPattern, written: Written) -> Doc:
    if field.patterns[0].span == field.name.span:  # a name alone binds the field to it
        return Text(field.name.text)
    return concat(field.name.text, ": ", print_patterns(field.patterns, written))
