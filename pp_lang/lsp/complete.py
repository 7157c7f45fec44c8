"""What could be written at a place, told from the text in front of it."""

from collections.abc import Iterable, Iterator

from lsprotocol import types as lsp

from pp_lang.lsp.brackets import Kind
from pp_lang.lsp.chains import resolve
from pp_lang.lsp.cursor import Cursor, read_cursor
from pp_lang.lsp.import_paths import complete_import
from pp_lang.lsp.page import Page
from pp_lang.lsp.scan import Token, Where
from pp_lang.lsp.words import (
    ANSWERS,
    CASE_WORDS,
    EXPRESSION_WORDS,
    HEAD_WORDS,
    LIMITS,
    LIMITS_OF_MERGES,
    TAGS,
    TEST_WORDS,
    TYPE_LIMITS,
    TYPE_WORDS,
    describe_builtin,
    describe_option,
)
from pp_lang.semantics import (
    BUILTINS,
    CALL_OPTIONS,
    EXTERN_OPTIONS,
    MODEL_OPTIONS,
    REMAINING,
    Signature,
    Signatures,
)
from pp_lang.syntax import DECLARATIONS
from pp_lang.tools import Document, Member, MemberKind, Symbol, SymbolKind

TRIGGERS = (".", "{", "%", '"')

_Kind = lsp.CompletionItemKind
_Items = Iterator[lsp.CompletionItem]
_KINDS = {
    SymbolKind.TYPE: _Kind.Struct,
    SymbolKind.CONTEXT: _Kind.Module,
    SymbolKind.TEMPLATE: _Kind.Method,
    SymbolKind.PROGRAM: _Kind.Function,
    SymbolKind.EXTERN: _Kind.Function,
    SymbolKind.MODEL: _Kind.Constant,
    SymbolKind.NAMESPACE: _Kind.Module,
    SymbolKind.PARAMETER: _Kind.Variable,
    SymbolKind.VALUE: _Kind.Variable,
    SymbolKind.VARIABLE: _Kind.Variable,
    SymbolKind.FIELD: _Kind.Field,
}
_MEMBER_KINDS = {
    MemberKind.FIELD: _Kind.Field,
    MemberKind.SCORE: _Kind.Property,
    MemberKind.CALL: _Kind.Method,
}
_IN_TYPES = (SymbolKind.TYPE, SymbolKind.CONTEXT, SymbolKind.TEMPLATE, SymbolKind.NAMESPACE)
_CALLED = (
    SymbolKind.CONTEXT, SymbolKind.TEMPLATE, SymbolKind.PROGRAM, SymbolKind.EXTERN,
    SymbolKind.NAMESPACE,
)  # fmt: skip
_OPTIONS = {"extern": EXTERN_OPTIONS, "model": MODEL_OPTIONS}
"""Options of the declarations that have others than calls."""
_LIMITED = ("map", "reduce", "repeat", "sample")
_BEFORE_TYPE = ("->", "|", ":", "(", "[", "=")


def complete(page: Page, position: lsp.Position) -> list[lsp.CompletionItem]:
    """Return what fits at `position`; the editor picks by what is typed already."""
    offset = page.offset(position)
    cursor = read_cursor(page.document.text, offset)
    if cursor.keyword == "import" and not cursor.is_at_line_start:
        return [*complete_import(page, cursor, offset)]
    return [*_Offers(page.document, cursor, offset).items()]


class _Offers:
    """What fits in one place of a document."""

    def __init__(self, document: Document, cursor: Cursor, offset: int) -> None:
        self._document = document
        self._cursor = cursor
        self._offset = offset
        self._before = cursor.before.text if cursor.before is not None else ""
        versions = (document.checked, document.last_readable)
        symbols = [symbol for one in versions for symbol in one.symbols]
        self._globals = {one.name: one for one in reversed(symbols) if one.owner is None}
        self._locals = {
            one.name: one
            for one in reversed(symbols)
            if one.owner == cursor.declaration and one.kind is not SymbolKind.FIELD
        }
        self._namespaces = {
            name: space for one in reversed(versions) for name, space in one.namespaces.items()
        }

    def items(self) -> _Items:
        match self._cursor.where:
            case Where.CODE:
                yield from self._in_code()
            case Where.HOLE | Where.TAG:
                yield from self._in_prompt()

    def _in_prompt(self) -> _Items:
        before = self._cursor.before
        if before is not None and before.kind == "tag":
            yield from _keywords(TAGS)
        elif self._before == ".":
            yield from self._members()
        else:
            yield from self._values(are_steps_allowed=False)

    def _in_code(self) -> _Items:
        cursor = self._cursor
        if self._before == ".":
            yield from self._members()
        elif cursor.keyword is None or self._is_at_start_of_file_line():
            yield from _keywords(DECLARATIONS)
        elif cursor.frame.kind is Kind.HEAD:
            yield from self._in_head()
        else:
            yield from self._in_brackets()

    def _is_at_start_of_file_line(self) -> bool:
        return self._cursor.is_at_line_start and self._cursor.frame.kind is Kind.HEAD

    def _in_head(self) -> _Items:
        if self._before == "within":
            is_template = self._cursor.keyword == "template"
            also = (SymbolKind.TEMPLATE,) if is_template else ()
            found = self._symbols(SymbolKind.CONTEXT, SymbolKind.NAMESPACE, *also)
            yield from (one for one in found if one.label != self._cursor.declaration)
        elif self._cursor.frame.is_type(self._cursor.keyword) and self._before in _BEFORE_TYPE:
            yield from self._types()
        else:
            yield from _keywords(HEAD_WORDS)

    def _in_brackets(self) -> _Items:
        frame = self._cursor.frame
        match frame.kind:
            case Kind.PARAMS | Kind.TYPE | Kind.RECORD_TYPE if frame.is_type(self._cursor.keyword):
                if self._before in _BEFORE_TYPE:
                    yield from self._types()
                elif frame.kind is Kind.PARAMS and self._cursor.keyword == "program":
                    yield from _keywords(("until",))
            case Kind.PARAMS if "until" in (token.text for token in frame.entry()):
                yield from self._until()
            case Kind.PARAMS if len(frame.entry()) < 3:
                return  # a new name
            case Kind.TYPE_LIMITS:
                yield from (_option(name, None) for name in TYPE_LIMITS)
            case Kind.OPTIONS | Kind.LIMITS:
                yield from self._options()
            case Kind.TEST:
                yield from self._values()
                yield from _keywords(TEST_WORDS)
            case Kind.CASES:
                yield from self._values()
                yield from _keywords(CASE_WORDS)
            case Kind.PATTERN | Kind.TYPE_PARAMS:
                return
            case Kind.CALL if self._before in ("(", ","):
                yield from self._arguments()
                yield from self._values()
            case _ if frame.has_options():
                yield from self._options()
            case _:
                yield from self._values()

    def _until(self) -> _Items:
        """What the condition of a list may use: all parameters, and how many items may come."""
        detail = "how many items may still come"
        yield lsp.CompletionItem(REMAINING, kind=_Kind.Variable, detail=detail)
        own = self._cursor.declaration or ""
        params = self._document.parameters_of(own)
        yield from (_item(one) for one in params if one.name not in self._cursor.names)
        yield from self._values(are_steps_allowed=False)

    def _options(self) -> _Items:
        frame = self._cursor.frame
        words = [token.text for token in frame.entry()]
        if words[-2:] in (["model", ":"], ["fallback", ":"]):
            yield from self._symbols(SymbolKind.MODEL)
        elif self._before not in ("{", ","):
            yield from self._values()
        elif frame.kind is Kind.LIMITS:
            yield from (_option(name, LIMITS[name]) for name in self._limits())
        else:
            yield from (_option(name, describe_option(name)) for name in self._known_options())

    def _limits(self) -> Iterable[str]:
        """The limits that the construct takes which is being limited."""
        words = [token.text for token in self._cursor.frames[-2].tokens]
        last = next((one for one in reversed(words) if one in _LIMITED), "")
        return LIMITS_OF_MERGES if last == "reduce" else LIMITS.keys() - {*LIMITS_OF_MERGES}

    def _known_options(self) -> list[str]:
        """The options of a declaration, or of the call in front of the braces."""
        cursor = self._cursor
        if len(cursor.frames) < 2 or cursor.frames[-2].heads(cursor.keyword):
            return sorted(_OPTIONS.get(cursor.keyword or "", CALL_OPTIONS))
        call = cursor.tokens[: cursor.opening]
        resolved = resolve(self._document, cursor, self._offset, _without_arguments(call))
        found = resolved.found if resolved is not None else None
        kind = found.kind if isinstance(found, Signature) else "template"
        if kind in ("context", "extern"):
            return []
        return sorted({*CALL_OPTIONS, *(ANSWERS if kind == "template" else ())})

    def _arguments(self) -> _Items:
        """The names of the parameters of the call whose arguments are being written."""
        for one in self._document.parameters_of(self._cursor.callee):
            yield lsp.CompletionItem(
                f"{one.name}:", kind=_Kind.Field, detail=one.detail, insert_text=f"{one.name}: "
            )

    def _members(self) -> _Items:
        """What can stand behind the dot; where that is not known, what lies within anything."""
        tokens = self._cursor.tokens[:-1]
        resolved = resolve(self._document, self._cursor, self._offset, tokens)
        if resolved is None:
            yield from (_item(one) for one in self._globals.values() if one.parent is not None)
        elif isinstance(resolved.found, Signatures):
            yield from map(_item, self._namespaces.get(tokens[-1].text, {}).values())
        elif resolved.found is not None and not isinstance(resolved.found, Signature):
            yield from map(_member, resolved.meaning.members_of(resolved.found))

    def _types(self) -> _Items:
        yield from self._symbols(*_IN_TYPES)
        yield from _keywords(TYPE_WORDS)

    def _values(self, *, are_steps_allowed: bool = True) -> _Items:
        for name in self._cursor.names:
            symbol = self._locals.get(name)
            yield _item(symbol) if symbol else lsp.CompletionItem(name, kind=_Kind.Variable)
        if are_steps_allowed:
            yield from self._symbols(*_CALLED)
        elif self._cursor.keyword == "template":
            yield lsp.CompletionItem(
                "format", kind=_Kind.Variable, detail="what to answer, in words"
            )
        for name in BUILTINS:
            yield lsp.CompletionItem(name, kind=_Kind.Function, detail=describe_builtin(name))
        yield from _keywords(EXPRESSION_WORDS)

    def _symbols(self, *kinds: SymbolKind) -> _Items:
        yield from (_item(one) for one in self._globals.values() if one.kind in kinds)


def _item(symbol: Symbol) -> lsp.CompletionItem:
    return lsp.CompletionItem(
        symbol.name, kind=_KINDS[symbol.kind], detail=symbol.detail, documentation=symbol.doc
    )


def _member(member: Member) -> lsp.CompletionItem:
    return lsp.CompletionItem(
        member.name,
        kind=_MEMBER_KINDS[member.kind],
        detail=member.detail,
        documentation=member.doc,
    )


def _without_arguments(call: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens of a call up to its arguments."""
    depth = 0
    for place in range(len(call) - 1, -1, -1):
        depth += (call[place].text == ")") - (call[place].text == "(")
        if not depth:
            return call[:place]
    return ()


def _option(name: str, detail: str | None) -> lsp.CompletionItem:
    return lsp.CompletionItem(name, kind=_Kind.Property, detail=detail, insert_text=f"{name}: ")


def _keywords(words: Iterable[str]) -> _Items:
    for word in words:
        yield lsp.CompletionItem(word, kind=_Kind.Keyword)
