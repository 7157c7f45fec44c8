"""Source text in the one style of the language. Bodies and docstrings are copied as they are."""

import re
from dataclasses import replace
from functools import partial
from typing import assert_never

from pp_lang.errors import CompileError
from pp_lang.source import SourceFile, Span
from pp_lang.syntax.comments import Written
from pp_lang.syntax.layout import Concat, Doc, Text, Tight, Verbatim, concat, render
from pp_lang.syntax.nodes import (
    ContextDecl,
    Declaration,
    ExternDecl,
    Ident,
    ImportDecl,
    ModelDecl,
    Module,
    Option,
    ParamDecl,
    ProgramDecl,
    RecordType,
    TemplateDecl,
    TestDecl,
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
from pp_lang.syntax.print_tests import print_test
from pp_lang.syntax.print_types import print_declared_record, print_type

_TYPE_PARAMS_WIDTH = 60
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')


def print_source(source: SourceFile) -> str:
    """Return the text of `source` in the one style, with the line ends of its first line.

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
    written = Written(text, bodies)
    rows = _module_rows(parsed.module, written, len(text))
    return render(stacked(rows), written.newline) + written.newline if rows else ""


def _module_rows(module: Module, written: Written, end: int) -> list[Row]:
    """Return the rows of a file: what heads it, its imports, all else in the order written."""
    page = _Sections()
    start = 0
    starts = [*(one.span.start for one in module.declarations), end]
    if module.doc is not None:
        doc = written.find_docstring(0)
        item = Item(doc, partial(Verbatim, written.verbatim(doc)))
        page.head += rows_of(written, item, start, starts[0])
        start = doc.end
    for declaration, next_start in zip(module.declarations, starts[1:], strict=True):
        item = Item(declaration.span, partial(_print_declaration, declaration, written))
        page.add(declaration, rows_of(written, item, start, next_start))
        start = declaration.span.end
    tail = comment_rows(written, written.take(start, end))
    return [*page.head, *page.imports, *page.rest, *tail]


class _Sections:
    """The rows of a file, sorted: imports come first, with the comments right above them."""

    def __init__(self) -> None:
        self.head: list[Row] = []
        self.imports: list[Row] = []
        self.rest: list[Row] = []

    def add(self, declaration: Declaration, rows: list[Row]) -> None:
        """Add a declaration with the comments above it."""
        rows[0] = replace(rows[0], has_blank_above=True)
        own = max(index for index, row in enumerate(rows) if row.has_blank_above)
        if not self.imports and not self.rest:
            self.head += rows[:own]  # of the file as a whole
            rows = rows[own:]
        if not isinstance(declaration, ImportDecl):
            self.rest += rows
        elif self.rest:
            self.rest += rows[:own]
            self._add_import(rows[own:])
        else:
            self._add_import(rows)

    def _add_import(self, rows: list[Row]) -> None:
        first = len(self.imports)
        self.imports += [replace(row, has_blank_above=False) for row in rows]
        if not first:
            self.imports[0] = replace(self.imports[0], has_blank_above=True)


def _print_declaration(declaration: Declaration, written: Written) -> Doc:
    match declaration:
        case ImportDecl():
            return _print_import(declaration, written)
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
        case ExternDecl():
            return _print_extern(declaration, written)
        case ModelDecl(name, options=options, span=span):
            place = Span(name.span.end, span.end)
            return concat(f"model {name.text}", _print_place(options, place, written))
        case TestDecl():
            return print_test(declaration, written)
        case _:
            assert_never(declaration)


def _print_import(declaration: ImportDecl, written: Written) -> Concat:
    if declaration.path is not None:
        what = declaration.path.text
    else:
        what = _string_in(declaration.span, written)
    alias = f" as {declaration.alias.text}" if declaration.alias is not None else ""
    return concat(f"import {what}{alias}")


def _print_prompt(
    declaration: ContextDecl | TemplateDecl, output: TypeExpr | None, written: Written
) -> Concat:
    name, body = declaration.name, declaration.body.span
    rest = [one.span.start for one in (declaration.parent, *declaration.options) if one is not None]
    within = Span(name.span.end, min(rest, default=body.start))
    row = _print_params(declaration.params, output, within, written)
    start = output.span.end if output is not None else name.span.end
    parts: list[Doc | str] = [name.text, row]
    if declaration.parent is not None:
        parts.append(f" within {declaration.parent.text}")
        start = declaration.parent.span.end
    parts.append(print_options(declaration.options, Span(start, body.start), written))
    return concat(*parts, " ", Verbatim(written.verbatim(body)))


def _print_program(program: ProgramDecl, written: Written) -> Concat:
    start, end = program.name.span.end, program.block.span.start
    types: Doc = Text("")
    if program.type_params:
        closing = written.find("]", program.type_params[-1].span.end, end) + 1
        types = _print_type_params(program.type_params, Span(start, closing), written)
        start = closing
    head_end = program.options[0].span.start if program.options else end
    row = _print_params(program.params, program.output, Span(start, head_end), written)
    start = program.output.span.end if program.output is not None else start
    options = print_options(program.options, Span(start, end), written)
    block = print_block(program.block, written)
    return concat("program ", program.name.text, types, row, options, " ", block)


def _print_type_params(names: tuple[Ident, ...], within: Span, written: Written) -> Doc:
    listed = ", ".join(one.text for one in names)
    if len(listed) <= _TYPE_PARAMS_WIDTH and not written.has_comment(within):
        return Text(f"[{listed}]")  # what is too long for the line then breaks after it
    items = [Item(one.span, partial(Text, one.text)) for one in names]
    return bracketed(written, items, within, Brackets("[", "]"))


def _print_extern(extern: ExternDecl, written: Written) -> Concat:
    name, span = extern.name, extern.span
    within = Span(name.span.end, extern.output.span.start)
    row = _print_params(extern.params, extern.output, within, written)
    place = _print_place(extern.options, Span(extern.output.span.end, span.end), written)
    return concat("extern ", name.text, row, place)


def _print_place(options: tuple[Option, ...], within: Span, written: Written) -> Concat:
    """Return ` = "where" { options }`; the text in quotes is the first one in `within`."""
    return concat(f" = {_string_in(within, written)}", print_options(options, within, written))


def _string_in(span: Span, written: Written) -> str:
    found = _STRING.search(written.code(span.start, span.end))
    assert found is not None
    return found[0]


def _print_params(
    params: tuple[ParamDecl, ...], output: TypeExpr | None, within: Span, written: Written
) -> Concat:
    """Return `(parameters) -> output`."""
    items = [Item(one.span, partial(_print_param, one, written)) for one in params]
    end = output.span.start if output is not None else within.end
    row = bracketed(written, items, Span(within.start, end), Brackets("(", ")"))
    if output is None:
        return concat(row)
    return concat(row, Tight(concat(" -> ", print_type(output, written))))


def _print_param(param: ParamDecl, written: Written) -> Concat:
    parts: list[Doc | str] = [param.name.text, ": ", print_type(param.type, written)]
    if param.default is not None:
        parts += [" = ", print_expr(param.default, written)]
    if param.until is not None:
        parts += [" until ", print_expr(param.until, written)]
    return concat(*parts)
