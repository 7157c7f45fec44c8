"""Types as they are printed."""

import re
from functools import partial
from typing import assert_never

from pp_lang.source import Span
from pp_lang.syntax.comments import Written
from pp_lang.syntax.layout import WIDTH, Concat, Doc, Group, Line, Nest, Text, concat, group
from pp_lang.syntax.nodes import (
    FieldDecl,
    FunctionType,
    ListType,
    LiteralType,
    NameType,
    OptionalType,
    RecordType,
    TypeArg,
    TypeExpr,
    UnionType,
)
from pp_lang.syntax.print_rows import Brackets, Item, bracketed, suffix

_MOST_FIELDS_ON_A_LINE = 3
_DECLARATION_WIDTH = 60
"""A declared record is looked up more than it is read, so it takes a line for each field early."""

_STRING_AT_END = re.compile(r'"(?:[^"\\\n]|\\.)*"\Z')


def print_type(type_: TypeExpr, written: Written) -> Doc:
    """Return a type as it is printed."""
    match type_:
        case NameType(name, args, span):
            return concat(name.text, _type_args(args, Span(name.span.end, span.end), written))
        case ListType(name, element, args, span):
            within = Span(element.span.end, span.end)
            inner = print_type(element, written)
            return concat(name.text, "[", inner, "]", _type_args(args, within, written))
        case LiteralType(_, span):
            return Text(print_literal(written, span.start, span.end))
        case UnionType():
            return _union(type_, written)
        case OptionalType(inner):
            return concat(_atom(inner, written), "?")
        case FunctionType():
            return _function(type_, written)
        case RecordType(fields):
            return _record(type_, written, is_broken=len(fields) > _MOST_FIELDS_ON_A_LINE)
        case _:
            assert_never(type_)


def print_declared_record(record: RecordType, written: Written) -> Doc:
    """Return the fields of `type Name { … }`: on one line only where they are few and short."""
    is_broken = len(record.fields) > _MOST_FIELDS_ON_A_LINE or any(
        field.doc is not None for field in record.fields
    )
    return _record(record, written, is_broken=is_broken, width=_DECLARATION_WIDTH)


def print_literal(written: Written, start: int, end: int) -> str:
    """Return a literal as written, its sign next to its number."""
    return re.sub(r"\A-\s+", "-", written.code(start, end))


def _atom(type_: TypeExpr, written: Written) -> Doc:
    doc = print_type(type_, written)
    is_open = isinstance(type_, UnionType | OptionalType | FunctionType)
    return concat("(", doc, ")") if is_open else doc


def _union(union: UnionType, written: Written) -> Group:
    parts: list[Doc] = []
    members = union.members
    for index, member in enumerate(members):
        is_open = isinstance(member, UnionType | FunctionType)
        doc = _atom(member, written) if is_open else print_type(member, written)
        # What stands beside the last member stands beside the whole.
        end = members[index + 1].span.start if index + 1 < len(members) else member.span.end
        beside = map(suffix, written.take_beside(member.span.end, end))
        parts.append(concat(Line(" "), "| ", doc, *beside) if index else concat(doc, *beside))
    return group(parts[0], Nest(concat(*parts[1:])))


def _function(function: FunctionType, written: Written) -> Concat:
    items = [Item(one.span, partial(print_type, one, written)) for one in function.params]
    within = Span(function.span.start, function.result.span.start)
    # The arrow keeps a parenthesis around the result apart from the one that ends the row.
    end = written.find_last("->", within.start, within.end)
    row = bracketed(written, items, Span(within.start, end), Brackets("(", ")"))
    return concat(row, " -> ", print_type(function.result, written))


def _record(record: RecordType, written: Written, *, is_broken: bool, width: int = WIDTH) -> Group:
    items = [Item(one.span, partial(_field, one, written)) for one in record.fields]
    look = Brackets("{", "}", " ", has_commas=False, width=width, is_broken=is_broken)
    return bracketed(written, items, record.span, look)


def _field(field: FieldDecl, written: Written) -> Concat:
    parts: list[Doc | str] = [field.name.text, ": ", print_type(field.type, written)]
    if field.doc is not None:
        doc = _STRING_AT_END.search(written.code(field.type.span.end, field.span.end))
        assert doc is not None
        parts += [" ", doc[0]]
    return concat(*parts)


def _type_args(args: tuple[TypeArg, ...], within: Span, written: Written) -> Doc:
    if not args:
        return Text("")
    items: list[Item] = []
    rest = list(args)
    while rest:
        arg = rest.pop(0)
        if arg.name.span == arg.span:  # a range is two arguments whose names nobody wrote
            high = rest.pop(0)
            items.append(Item(arg.span | high.span, partial(_range, arg, high, written)))
        else:
            items.append(Item(arg.span, partial(_named, arg, written)))
    return bracketed(written, items, within, Brackets("(", ")"))


def _range(low: TypeArg, high: TypeArg, written: Written) -> Text:
    ends = (print_literal(written, one.span.start, one.span.end) for one in (low, high))
    return Text("..".join(ends))


def _named(arg: TypeArg, written: Written) -> Text:
    colon = written.find(":", arg.name.span.end, arg.span.end)
    return Text(f"{arg.name.text}: {print_literal(written, colon + 1, arg.span.end)}")
