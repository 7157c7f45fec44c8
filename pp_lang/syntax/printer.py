"""Source text in the one style of the language. Bodies and docstrings are copied as they are."""

import re
from functools import partial
from typing import assert_never

from pp_lang.errors import CompileError
from pp_lang.source import SourceFile, Span
from pp_lang.syntax.comments import Written
from pp_lang.syntax.layout import Concat, Doc, Verbatim, concat, render
from pp_lang.syntax.nodes import (
    ContextDecl,
    Declaration,
    Ident,
    ModelDecl,
    Module,
    ParamDecl,
    ProgramDecl,
    RecordType,
    TemplateDecl,
    TypeDecl,
    TypeExpr,
)
from pp_lang.syntax.parser import parse
from pp_lang.syntax.print_exprs import print_block, print_expr, print_options
from pp_lang.syntax.print_rows import (
    Brackets,
    Item,
    Row,
    bracketed,
    comment_rows,
    rows_of,
    stacked,
)
from pp_lang.syntax.print_types import print_declared_record, print_type

_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')


def format_source(source: SourceFile) -> str:
    """Return the text of `source` in the one style, with the line ends that it begins with.

    Raises `CompileError` where its form is wrong.
    """
    text = source.text.removeprefix("\ufeff")
    parsed = parse(source := SourceFile(source.name, text))
    if parsed.module is None:
        raise CompileError(source, tuple(one.diagnostic() for one in parsed.problems))
    bodies = [
        one.body.span
        for one in parsed.module.declarations
        if isinstance(one, ContextDecl | TemplateDecl)
    ]
    rows = _module_rows(parsed.module, Written(text, bodies), len(text))
    newline = "\r\n" if re.match(r"[^\n]*\r\n", text) else "\n"
    return render(stacked(rows), newline) + newline if rows else ""


def _module_rows(module: Module, written: Written, end: int) -> list[Row]:
    rows: list[Row] = []
    start = 0
    starts = [*(one.span.start for one in module.declarations), end]
    if module.doc is not None:
        doc = written.find_docstring(0)
        item = Item(doc, partial(Verbatim, written.verbatim(doc)))
        rows += rows_of(written, item, start, starts[0])
        start = doc.end
    for declaration, next_start in zip(module.declarations, starts[1:], strict=True):
        item = Item(declaration.span, partial(_print_declaration, declaration, written))
        first, *rest = rows_of(written, item, start, next_start)
        rows += [Row(first.doc, has_blank_above=True), *rest]
        start = declaration.span.end
    return rows + comment_rows(written, written.take(start, end))


def _print_declaration(declaration: Declaration, written: Written) -> Doc:
    match declaration:
        case TypeDecl(name, RecordType() as record):
            return concat(f"type {name.text} ", print_declared_record(record, written))
        case TypeDecl(name, definition):
            return concat(f"type {name.text} = ", print_type(definition, written))
        case ContextDecl():
            return concat("context ", _print_prompt(declaration, None, written))
        case TemplateDecl(output=output):
            return concat("template ", _print_prompt(declaration, output, written))
        case ProgramDecl():
            return _print_program(declaration, written)
        case ModelDecl():
            return _print_model(declaration, written)
        case _:
            assert_never(declaration)


def _print_prompt(
    declaration: ContextDecl | TemplateDecl, output: TypeExpr | None, written: Written
) -> Concat:
    body = declaration.body.span
    rest = [one.span.start for one in (declaration.parent, *declaration.options) if one is not None]
    head_end = min(rest, default=body.start)
    head = _print_head(declaration.name, declaration.params, output, head_end, written)
    start = output.span.end if output is not None else declaration.name.span.end
    parts: list[Doc | str] = [head]
    if declaration.parent is not None:
        parts.append(f" within {declaration.parent.text}")
        start = declaration.parent.span.end
    parts.append(print_options(declaration.options, Span(start, body.start), written))
    return concat(*parts, " ", Verbatim(written.verbatim(body)))


def _print_program(program: ProgramDecl, written: Written) -> Concat:
    end = program.block.span.start
    head = _print_head(program.name, program.params, program.output, end, written)
    return concat("program ", head, " ", print_block(program.block, written))


def _print_model(model: ModelDecl, written: Written) -> Concat:
    span = model.span
    location = _STRING.search(written.code(model.name.span.end, span.end))
    assert location is not None
    options = print_options(model.options, Span(model.name.span.end, span.end), written)
    return concat(f"model {model.name.text} = {location[0]}", options)


def _print_head(
    name: Ident, params: tuple[ParamDecl, ...], output: TypeExpr | None, end: int, written: Written
) -> Concat:
    items = [Item(one.span, partial(_print_param, one, written)) for one in params]
    within = Span(name.span.end, output.span.start if output is not None else end)
    parts: list[Doc | str] = [name.text, bracketed(written, items, within, Brackets("(", ")"))]
    if output is not None:
        parts += [" -> ", print_type(output, written)]
    return concat(*parts)


def _print_param(param: ParamDecl, written: Written) -> Concat:
    parts: list[Doc | str] = [param.name.text, ": ", print_type(param.type, written)]
    if param.default is not None:
        parts += [" = ", print_expr(param.default, written)]
    return concat(*parts)
