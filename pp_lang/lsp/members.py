"""What can stand behind a dot, as far as the definition of what is before it tells."""

import re
from collections.abc import Iterator

from pp_lang.syntax import RecordType, TypeDecl
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
    called = _CALL.search(symbol.detail)
    known = {one.name: one for one in checked.symbols if one.owner is None}
    target = known.get(called[1]) if called is not None else None
    if target is not None and target.kind is SymbolKind.TEMPLATE:
        yield from ANSWER_MEMBERS.items()
    elif target is not None and target.kind is SymbolKind.CONTEXT:
        yield from _nested(known, target)
    else:
        named = _TYPE.search(symbol.detail)
        home = known.get(named[1]) if named is not None else None
        if home is not None and home.kind is SymbolKind.CONTEXT:
            yield from _nested(known, home)
        elif home is not None:
            yield from _fields(checked, home)
        else:
            yield from _inside(known, {*known})


def _nested(known: dict[str, Symbol], context: Symbol) -> Iterator[tuple[str, str]]:
    """Yield what can be called on a value of `context`: what lies within it or those around it."""
    around: set[str] = set()
    one: Symbol | None = context
    while one is not None and one.name not in around:
        around.add(one.name)
        one = known.get(one.parent or "")
    return _inside(known, around)


def _inside(known: dict[str, Symbol], contexts: set[str]) -> Iterator[tuple[str, str]]:
    return ((one.name, one.detail) for one in known.values() if one.parent in contexts)


def _fields(checked: Checked, home: Symbol) -> Iterator[tuple[str, str]]:
    module = checked.tree.readable
    for one in module.declarations if module is not None else ():
        if isinstance(one, TypeDecl) and one.name.span == home.span:
            record = one.definition
            fields = record.fields if isinstance(record, RecordType) else ()
            yield from ((field.name.text, field.doc or "field") for field in fields)
