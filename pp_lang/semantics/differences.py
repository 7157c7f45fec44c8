"""Says in a few words why a value does not fit, where its type alone does not show it."""

from pp_lang.diagnostics import did_you_mean
from pp_lang.semantics.subtypes import is_assignable
from pp_lang.semantics.ty import (
    FloatTy,
    IntTy,
    ListTy,
    LiteralTy,
    RecordTy,
    TextTy,
    Ty,
    UnionTy,
    closed_options,
    plain,
    without_none,
)


def explain_difference(given: Ty, wanted: Ty) -> str | None:
    """Return one sentence about why `given` is no `wanted`, or None where it is plain to see."""
    given, wanted = without_none(plain(given)), without_none(plain(wanted))
    if isinstance(given, RecordTy) and isinstance(wanted, RecordTy):
        return _explain_records(given, wanted)
    if isinstance(given, ListTy) and isinstance(wanted, ListTy):
        return explain_difference(given.element, wanted.element)
    options = closed_options(wanted)
    if isinstance(given, LiteralTy) and isinstance(given.value, str) and options:
        return did_you_mean(given.value, [one for one in options if isinstance(one, str)])
    if isinstance(given, IntTy | FloatTy) and isinstance(wanted, IntTy | FloatTy):
        return _explain_numbers(given, wanted)
    return None


def _explain_numbers(given: IntTy | FloatTy, wanted: IntTy | FloatTy) -> str | None:
    if isinstance(given, FloatTy) and isinstance(wanted, IntTy):
        return "Write `round(…)`, and `round(default(…, 0))` of what may be none."
    kept = "…"
    if wanted.minimum is not None and (given.minimum is None or given.minimum < wanted.minimum):
        kept = f"max([{wanted.minimum}, {kept}])"
    if wanted.maximum is not None and (given.maximum is None or given.maximum > wanted.maximum):
        kept = f"min([{wanted.maximum}, {kept}])"
    return f"`{kept}` lies within these bounds, and so does a parameter `n: {wanted}`."


def explain_condition(given: Ty) -> str | None:
    """Return what to write where a value that is no bool stands as a condition."""
    given = plain(given)
    if without_none(given) != given:
        return "Ask about it: `x != none`."
    match given:
        case TextTy():
            return 'Ask about it: `x != ""`.'
        case ListTy():
            return "Ask about it: `len(x) > 0`."
        case IntTy():
            return "Ask about it: `x != 0`."
        case _:
            return None


def explain_no_list(given: Ty, user: str) -> str | None:
    """Return how to make a list of what is none."""
    given = plain(given)
    if isinstance(given, TextTy | LiteralTy) and is_assignable(given, TextTy()):
        return "Make a list of it: `lines(x)`, or `split(x, …)`."
    if isinstance(given, IntTy):
        return "Count up to it: `range(x)`."
    if isinstance(given, RecordTy) and user == "[ ]":
        return "Fields are read with a dot: `x.name`."
    if isinstance(given, UnionTy):
        return "Every member of the union must be a list."
    return None


def _explain_records(given: RecordTy, wanted: RecordTy) -> str | None:
    names = {field.name for field in given.fields}
    missing = [f"`{field.name}`" for field in wanted.fields if field.name not in names]
    if missing:
        return f"It has no {', '.join(missing)}."
    for field in given.fields:
        other = wanted.find(field.name)
        if other is None:
            return f"`{wanted}` has no field `{field.name}`."
        if not is_assignable(field.ty, other.ty):
            return f"`{field.name}` is `{field.ty}`, but `{other.ty}` is wanted."
    return None
