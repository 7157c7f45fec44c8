"""What a test says a template answers: values of its type, some with what a model would know."""

from pp_lang.semantics.check_exprs import ExprChecker
from pp_lang.semantics.option_problems import UnknownOption
from pp_lang.semantics.scope import Scope
from pp_lang.semantics.ty import FLOAT, INT, ListTy, RecordTy, Ty
from pp_lang.semantics.typed_nodes import ScriptedAnswers, TypedExpr, TypedList, TypedRecord
from pp_lang.syntax import Expr, ListExpr, RecordExpr

ANSWER = "answer"
SCORES: dict[str, Ty] = {
    "logprob": FLOAT,
    "entropy": FLOAT,
    "tokens": INT,
    "probabilities": ListTy(FLOAT),
}
"""What may be said of an answer beside its value."""


def check_answers(
    exprs: ExprChecker, template: str, answers: Expr, result: Ty, scope: Scope
) -> ScriptedAnswers:
    """Return the answers of a template whose type is `result`."""
    scored = frozenset(
        index
        for index, item in enumerate(answers.items if isinstance(answers, ListExpr) else ())
        if isinstance(item, RecordExpr) and _is_scored(item, result)
    )
    if not isinstance(answers, ListExpr) or not scored:
        typed = exprs.check(answers, ListTy(result), scope)
        return ScriptedAnswers(template, typed, scored)
    items = tuple(
        _scored(exprs, item, result, scope) if index in scored else exprs.check(item, result, scope)
        for index, item in enumerate(answers.items)
    )
    return ScriptedAnswers(template, TypedList(items, ListTy(result), answers.span), scored)


def _is_scored(item: RecordExpr, result: Ty) -> bool:
    """Return whether a record is an answer with scores, rather than an answer that is a record."""
    names = {one.name.text for one in item.fields}
    own = {one.name for one in result.fields} if isinstance(result, RecordTy) else set()
    return ANSWER in names and (ANSWER not in own or bool(names & SCORES.keys() - own))


def _scored(exprs: ExprChecker, item: Expr, result: Ty, scope: Scope) -> TypedExpr:
    assert isinstance(item, RecordExpr), "only records are scored"
    typed = exprs.infer(item, scope)
    wanted: dict[str, Ty] = {ANSWER: result, **SCORES}
    for field in item.fields:
        name = field.name
        if name.text not in wanted:
            exprs.problems.append(UnknownOption(name.text, name.span, tuple(wanted)))
    for key, value in typed.fields if isinstance(typed, TypedRecord) else ():
        if key in wanted:
            exprs.require(value, wanted[key])
    return typed
