"""Names whose meaning depends on types: fields of records, and what is called on values."""

from collections.abc import Mapping

from pp_lang.semantics import Trace
from pp_lang.source import Span
from pp_lang.tools.symbols import Symbol, SymbolKind, Use

Places = Mapping[str, Mapping[Span, Symbol]]
"""What files define, by the names of the files and by the place in them."""


def with_typed_uses(
    uses: tuple[Use, ...], trace: Trace, file: str, places: Places
) -> tuple[Use, ...]:
    """Return all uses in order: those that the tree tells, and those that types tell."""
    own = {use.symbol.span: use.symbol for use in uses if use.span == use.symbol.span}
    told = {use.span: use for use in uses}
    found: list[Use] = []
    for span, place in trace.targets.items():
        home = own if place.file == file else places.get(place.file, {})
        symbol = home.get(place.span)
        if symbol is None:
            continue
        if symbol.kind is SymbolKind.FIELD:
            found.append(Use(span, symbol, is_shorthand=span in told))
        else:
            told[span] = Use(span, symbol)  # by its type, not by its name alone
    return tuple(sorted((*told.values(), *found), key=_order))


def _order(use: Use) -> tuple[Span, bool]:
    """Sort by place; where a name stands for a field and a value at once, the value comes last."""
    return use.span, use.symbol.kind is not SymbolKind.FIELD
