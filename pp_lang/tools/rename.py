"""New names for symbols, where the program stays the same."""

from collections import Counter
from dataclasses import dataclass

from pp_lang.compiler import Importer
from pp_lang.errors import InputError
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import parse
from pp_lang.tools.front import Checked, check
from pp_lang.tools.shapes import shapes_of
from pp_lang.tools.symbols import Symbol, SymbolKind, Use


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Text to be put in the place of what stands in a span."""

    span: Span
    text: str


def rename(
    checked: Checked, symbol: Symbol, name: str, importer: Importer | None = None
) -> tuple[TextEdit, ...]:
    """Return the edits that call `symbol` by another name, in order.

    Raises `InputError` where `name` is no name, where it stands for something else already, or
    where mistakes of form keep some uses from being seen.
    """
    if symbol.file is not None:
        raise InputError(
            f"`{symbol.name}` is defined in {symbol.file}", hint="Rename it in that file."
        )
    if not _is_name(name):
        raise InputError(f"`{name}` cannot be a name")
    if checked.tree.module is None:
        raise InputError(
            "Nothing can be renamed in a file that does not parse",
            hint=f"First put right: {checked.diagnostics[0].title}.",
        )
    edits = tuple(edit_of(use, name) for use in checked.uses if use.symbol == symbol)
    _verify(checked, symbol, name, edits, importer)
    return edits


def edit_of(use: Use, name: str) -> TextEdit:
    """Return the edit that gives what is used another name; nothing else keeps that name."""
    old = use.symbol.name
    if not use.is_shorthand:
        return TextEdit(use.span, name)
    is_field = use.symbol.kind is SymbolKind.FIELD
    return TextEdit(use.span, f"{name}: {old}" if is_field else f"{old}: {name}")


def apply_edits(text: str, edits: tuple[TextEdit, ...]) -> str:
    """Return `text` with all the edits made; they may not overlap."""
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _verify(
    checked: Checked,
    symbol: Symbol,
    name: str,
    edits: tuple[TextEdit, ...],
    importer: Importer | None,
) -> None:
    """Refuse what adds a mistake or changes what another name means: names hide nothing."""
    source = checked.tree.source
    after = check(apply_edits(source.text, edits), source.name, importer)
    codes = Counter(one.code for one in after.diagnostics)
    added = codes - Counter(one.code for one in checked.diagnostics)
    is_same = _bindings(checked) == _bindings(after)
    if symbol.kind is SymbolKind.FIELD:
        is_same = is_same and shapes_of(checked) == shapes_of(after)
    if added or not is_same:
        reason = next((one.title for one in after.diagnostics if one.code in added), None)
        raise InputError(
            f"`{symbol.name}` cannot be called `{name}`: {reason or 'it would mean another thing'}"
        )


def _bindings(checked: Checked) -> list[int]:
    """Return for each use the number of its definition among all uses, or its place elsewhere."""
    numbers = {use.span: number for number, use in enumerate(checked.uses)}
    return [
        numbers[use.symbol.span] if use.symbol.file is None else -1 - use.symbol.span.start
        for use in checked.uses
    ]


def _is_name(text: str) -> bool:
    if not text.isidentifier():
        return False
    probe = SourceFile("", f"program probe() {{ {text} = 1 return {text} }}")
    return parse(probe).module is not None
