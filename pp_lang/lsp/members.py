"""What can stand behind a dot, as far as the definition of what is before it tells."""

import re
from collections.abc import Iterator

from pp_lang.syntax import ContextDecl, Module, RecordType, TemplateDecl, TypeDecl
from pp_lang.tools import Checked, Symbol, SymbolKind

ANSWER_MEMBERS = {
    "again": "continues the conversation",
    "entropy": "mean uncertainty of its tokens, in bits",
    "logprob": "mean log-probability of its tokens, in nats",
    "probability": "of the option that was chosen",
    "raw": "the exact text of the model",
    "tokens": "how many tokens it has",
}
_CALL = re.compile(r"=\s*(?:[\w.]+\.)?(\w+)\s*\(")
_TYPE = re.compile(r":\s*(\w+)\s*(?:=|$)")


def members_of(checked: Checked, symbol: Symbol) -> Iterator[tuple[str, str]]:
    """Yield the members of a value and what each of them is."""
    module = checked.tree.readable
    if module is None:
        return
    called = _CALL.search(symbol.detail)
    kinds = {one.name: one.kind for one in checked.symbols if one.owner is None}
    kind = kinds.get(called[1]) if called is not None else None
    if called is not None and kind is SymbolKind.TEMPLATE:
        yield from ANSWER_MEMBERS.items()
    elif called is not None and kind is SymbolKind.CONTEXT:
        yield from _nested(module, called[1])
    else:
        named = _TYPE.search(symbol.detail)
        fields = [*_fields(module, named[1])] if named is not None else []
        yield from fields or _all_nested(module)


def _nested(module: Module, context: str) -> Iterator[tuple[str, str]]:
    """Yield the contexts and templates that can be called on a value of `context`."""
    parents = {
        one.name.text: one.parent.text
        for one in module.declarations
        if isinstance(one, ContextDecl | TemplateDecl) and one.parent is not None
    }
    for name, nearest in parents.items():
        around: list[str] = []
        parent: str | None = nearest
        while parent is not None and parent not in around:
            around.append(parent)
            parent = parents.get(parent)
        if context in around:
            yield name, f"within {nearest}"


def _all_nested(module: Module) -> Iterator[tuple[str, str]]:
    for one in module.declarations:
        if isinstance(one, ContextDecl | TemplateDecl) and one.parent is not None:
            yield one.name.text, f"within {one.parent.text}"


def _fields(module: Module, name: str) -> Iterator[tuple[str, str]]:
    for one in module.declarations:
        if isinstance(one, TypeDecl) and one.name.text == name:
            if isinstance(one.definition, RecordType):
                yield from (
                    (field.name.text, field.doc or "field") for field in one.definition.fields
                )
        elif isinstance(one, ContextDecl) and one.name.text == name:
            yield from _nested(module, name)
