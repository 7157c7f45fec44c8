"""Callees: what a name stands for where it is called, alone or on another value."""

from typing import TypeGuard

from pp_lang.diagnostics import Problem
from pp_lang.semantics.answer_problems import NeedsAnswer
from pp_lang.semantics.answers import scores_of
from pp_lang.semantics.call_problems import (
    NeedsContext,
    NotCallable,
    NotInContext,
)
from pp_lang.semantics.exprs import Exprs
from pp_lang.semantics.import_problems import UnknownMember
from pp_lang.semantics.other_languages import FUNCTION_WORDS, FUNCTIONS
from pp_lang.semantics.prelude import BUILTINS
from pp_lang.semantics.scope import Scope
from pp_lang.semantics.signatures import Signature, Signatures
from pp_lang.semantics.ty import (
    AnswerTy,
    ContextTy,
    Ty,
)
from pp_lang.source import Span
from pp_lang.syntax import (
    Expr,
    Ident,
    NameExpr,
)


class CalleeFinder:
    """Finds what the names of callees stand for; says why there is nothing."""

    def __init__(self, exprs: Exprs) -> None:
        self._exprs = exprs

    def namespace(self, base: Expr, scope: Scope) -> Signatures | None:
        """Return the imported module that `base` names, if it does."""
        if not isinstance(base, NameExpr) or scope.peek(base.name) is not None:
            return None
        return self._exprs.signatures.namespaces.get(base.name)

    def exported(self, module: Signatures, namespace: str, name: Ident) -> Signature | None:
        """Return what a module exports as `name`, reporting what it does not."""
        signature = module.callables.get(name.text)
        if signature is None or name.text.startswith("_"):
            problem = UnknownMember(name.text, namespace, name.span, module.exported())
            self._report(problem)
            return None
        return signature

    def has_members(self, ty: Ty) -> TypeGuard[ContextTy | AnswerTy]:
        """Return whether something may be called on a value of type `ty`."""
        if isinstance(ty, AnswerTy):
            return bool(self._exprs.signatures.members_of(ty))
        return isinstance(ty, ContextTy)

    def member(self, parent: ContextTy | AnswerTy, name: Ident) -> Signature | None:
        """Return what may be called as `name` on a value of type `parent`; report what may not."""
        members = self._exprs.signatures.members_of(parent)
        if name.text not in members:
            if self._is_homeless(name.text):
                return None
            within = parent.name if isinstance(parent, ContextTy) else parent.template
            self._report(NotInContext(name.text, within, name.span, tuple(members)))
            return None
        return members[name.text]

    def needs_parent(self, signature: Signature, span: Span) -> Problem:
        """Return the message for a call outside what `signature` is within."""
        assert signature.parent is not None, "asked of what is within something"
        parent = signature.parent.rpartition(".")[2]
        if self._continues(signature):
            return NeedsAnswer(signature.name, parent, span)
        return NeedsContext(signature.name, parent, span)

    def not_on(self, ty: Ty, name: Ident) -> Problem:
        """Return the message for a call on a value that has no members."""
        declared = self._exprs.signatures.callables.get(name.text)
        if declared is not None and self._continues(declared):
            return self.needs_parent(declared, name.span)
        return no_method(name, ty)

    def _continues(self, signature: Signature) -> bool:
        """Return whether calls of `signature` continue an answer."""
        return signature.parent is not None and signature.home.is_template(signature.parent)

    def _is_homeless(self, name: str) -> bool:
        """Return whether `name` is within a context that does not exist, which is said there."""
        declared = self._exprs.signatures.callables.get(name)
        if declared is None or declared.parent is None:
            return False
        return not declared.home.is_known(declared.parent)

    def _report(self, problem: Problem) -> None:
        self._exprs.problems.append(problem)


def no_method(name: Ident, ty: Ty) -> Problem:
    """Return the message for a call on a value that nothing is called on."""
    known = FUNCTION_WORDS.get(name.text, name.text)
    help_ = FUNCTIONS.get(name.text)
    if known in BUILTINS:
        help_ = f"Functions stand before their values: `{known}(…)`."
    elif name.text in scores_of(ty):
        help_ = f"It is a value: write `.{name.text}` without parentheses."
    return NotCallable(name.span, f"asked of `{ty}`, which is no context", help_)
