"""What an answer of a model says about itself beyond its value."""

from functools import reduce

from pp_lang.semantics.subtypes import join
from pp_lang.semantics.ty import (
    FLOAT,
    TEXT,
    AnswerTy,
    FieldTy,
    IntTy,
    ListTy,
    RecordTy,
    Ty,
    UnionTy,
    is_scored,
)

_SCORES: dict[str, Ty] = {
    "entropy": FLOAT,
    "log_likelihood": FLOAT,
    "logprob": FLOAT,
    "raw": TEXT,
    "tokens": IntTy(0),
}


def scores_of(ty: Ty) -> dict[str, Ty]:
    """Return what can be asked of every answer in `ty`, with its type; nothing of other types.

    A field of the answer's record goes before a score of the same name.
    """
    match ty:
        case AnswerTy(value, is_written=is_written):
            return _SCORES if is_written else {**_SCORES, **_choice_scores(value)}
        case UnionTy(members) if members:
            each = [scores_of(member) for member in members]
            shared = [name for name in each[0] if all(name in one for one in each)]
            return {name: reduce(join, [one[name] for one in each]) for name in shared}
        case _:
            return {}


def _choice_scores(value: Ty) -> dict[str, Ty]:
    if not is_scored(value):
        return {}
    option = RecordTy((FieldTy("value", value), FieldTy("probability", FLOAT)))
    return {"probability": FLOAT, "probabilities": ListTy(option)}
