"""What the layout of records means for a run, in the words of a plan."""

import json
from collections.abc import Callable

from pp_lang.engine import Piece, Prompt, PromptSize, Turn
from pp_lang.evaluation import Value, write_compact
from pp_lang.graph import Region
from pp_lang.planner.node_words import generations_in
from pp_lang.planner.record_layout import RecordLayouts
from pp_lang.planner.sketch import stand_in
from pp_lang.semantics import (
    CheckedModule,
    ListTy,
    NoneTy,
    Options,
    RecordTy,
    Ty,
    UnionTy,
    plain,
)


def record_notes(
    region: Region,
    over: Options,
    module: CheckedModule,
    layouts: RecordLayouts,
    count: Callable[[Prompt], PromptSize] | None,
) -> list[str]:
    """Return which answers in `region` lose the names of their fields, and which keep them although
    they are let go; `over` lies above all options of the program."""
    notes = []
    for node in generations_in(region):
        layout = layouts.of(node.template, over.over(node.options))
        if layout.is_compact:
            saved = _saved_tokens(plain(node.ty), module, count) if count else None
            fewer = f", about {saved:,} tokens fewer" if saved else ""
            notes.append(f"{node.id}: records are written without names{fewer} in each answer")
        elif layout.why_keyed is not None:
            notes.append(f"{node.id}: records are written with names, as {layout.why_keyed}")
    return notes


def _saved_tokens(ty: Ty, module: CheckedModule, count: Callable[[Prompt], PromptSize]) -> int:
    """Return how many tokens the names take in an answer whose lists have one item."""
    value = _short(ty, module)
    keyed = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _size(keyed, count) - _size(write_compact(ty, value), count)


def _size(text: str, count: Callable[[Prompt], PromptSize]) -> int:
    return count(Prompt((Turn("user", (Piece(text, is_trusted=False),)),))).total


def _short(ty: Ty, module: CheckedModule) -> Value:
    match ty:
        case RecordTy(fields):
            return {field.name: _short(field.ty, module) for field in fields}
        case ListTy(element, low):
            return [_short(element, module)] * max(1, low or 0)
        case UnionTy(members) if any(isinstance(one, RecordTy | ListTy) for one in members):
            return _short(next(one for one in members if not isinstance(one, NoneTy)), module)
        case _:
            return stand_in(ty, module)
