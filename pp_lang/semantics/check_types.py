"""Type expressions to types."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import assert_never

from pp_lang.diagnostics import Problem
from pp_lang.semantics.function_problems import BadTypeForFunction
from pp_lang.semantics.import_problems import UnknownMember, UnknownNamespace
from pp_lang.semantics.name_problems import DuplicateName, ReservedName, UnknownType
from pp_lang.semantics.other_languages import GENERIC_TYPES
from pp_lang.semantics.signatures import Signatures
from pp_lang.semantics.ty import (
    BOOL,
    NONE,
    TEXT,
    UNKNOWN,
    AnswerTy,
    DeclaredAt,
    FieldTy,
    FloatTy,
    FunctionTy,
    IntTy,
    ListTy,
    LiteralTy,
    RecordTy,
    TextTy,
    Ty,
    VariableTy,
    made_by_program,
    size_of,
    union_of,
)
from pp_lang.semantics.type_problems import BadTypeArgument, BadTypeForOutput, TypeTooLarge
from pp_lang.semantics.value_problems import Cycle
from pp_lang.syntax import (
    FieldDecl,
    FunctionType,
    Ident,
    ListType,
    LiteralType,
    NameType,
    OptionalType,
    RecordType,
    TemplateDecl,
    TypeArg,
    TypeDecl,
    TypeExpr,
    UnionType,
)

MOST_PARTS = 1_000
"""Parts of a type, those of its parts included: what a grammar and a person can still follow."""

MOST_LEVELS = 40
"""Declared types inside one another."""

BUILTIN_TYPES = ("bool", "float", "int", "list", "text")

_LIMITS = {
    "text": ("max_chars", "pattern"),
    "int": ("min", "max"),
    "float": ("min", "max"),
    "list": ("min_items", "max_items"),
    "bool": (),
}


class TypeChecker:
    """Turns type expressions into types; a declared type is worked out once, when first named."""

    def __init__(
        self,
        declared: Mapping[str, TypeDecl],
        templates: Mapping[str, TemplateDecl],
        signatures: Signatures,
        problems: list[Problem],
    ) -> None:
        self._declared = declared
        self._templates = templates
        self._signatures = signatures
        self._contexts = signatures.contexts
        self._namespaces = signatures.namespaces
        self._missing = signatures.missing
        self._problems = problems
        self._done: dict[str, Ty] = {}
        self._answers: dict[str, Ty] = {}
        self._open: list[str] = []
        self._cycles: set[tuple[str, ...]] = set()
        self._variables: frozenset[str] = frozenset()

    def declared_type(self, name: str) -> Ty:
        """Return the type that the file declares as `name`."""
        if name not in self._done:
            declaration = self._declared[name]
            self._open.append(name)
            ty = self.check(declaration.definition)
            self._open.pop()
            if isinstance(ty, RecordTy) and ty.name is None:
                ty = RecordTy(ty.fields, name)
            if size_of(ty, most=MOST_PARTS) > MOST_PARTS:
                self._problems.append(TypeTooLarge(name, declaration.name.span))
                ty = UNKNOWN
            self._done[name] = ty
        return self._done[name]

    def answer_type(self, name: str) -> Ty:
        """Return what calls of the template `name` give, which its name stands for as a type."""
        if name not in self._answers:
            self._answers[name] = UNKNOWN  # where its own answer speaks of it
            declaration = self._templates[name]
            output: Ty = TEXT
            if declaration.output is not None:
                output = self.check(declaration.output)
                if made_by_program(output):
                    self._problems.append(BadTypeForOutput(declaration.output.span, output))
                    output = UNKNOWN
            key = f"{self._signatures.prefix}{name}"
            ancestors = self._signatures.conversations.get(name, ())
            self._answers[name] = AnswerTy(output, key, ancestors)
        return self._answers[name]

    @contextmanager
    def variables(self, params: Sequence[Ident]) -> Iterator[None]:
        """Let the type parameters `params` stand for themselves while inside."""
        for one in params:
            if one.text in BUILTIN_TYPES:
                self._problems.append(ReservedName(one.text, one.span))
            elif one.text in self._declared:
                first = self._declared[one.text].name.span
                self._problems.append(DuplicateName(one.text, one.span, first))
        self._variables = frozenset(one.text for one in params)
        yield
        self._variables = frozenset()

    def parameter(self, expr: TypeExpr) -> Ty:
        """Return the type of a program's parameter, which alone may be a function."""
        if isinstance(expr, FunctionType):
            params = tuple(self.check(one) for one in expr.params)
            return FunctionTy(params, self.check(expr.result))
        return self.check(expr)

    def check(self, expr: TypeExpr) -> Ty:
        """Return the type that `expr` says; what is wrong becomes the unknown type."""
        match expr:
            case NameType():
                return self._named(expr)
            case ListType():
                return self._list(expr)
            case LiteralType(value):
                return NONE if value is None else LiteralTy(value)
            case UnionType(members):
                return union_of(list(map(self._member, members)))
            case OptionalType(inner):
                return union_of([self.check(inner), NONE])
            case RecordType(fields):
                return self._record(fields)
            case FunctionType(span=span):
                self._problems.append(BadTypeForFunction(span))
                return UNKNOWN
            case _:
                assert_never(expr)

    def _member(self, expr: TypeExpr) -> Ty:
        """Return the type of a part of a union, whose unknown name may be a text without quotes."""
        num_before = len(self._problems)
        ty = self.check(expr)
        for place in range(num_before, len(self._problems)):
            problem = self._problems[place]
            if isinstance(problem, UnknownType) and isinstance(expr, NameType):
                self._problems[place] = replace(problem, is_member=True)
        return ty

    def _named(self, expr: NameType) -> Ty:
        if len(expr.name.names) > 1:
            return self._imported(expr)
        name = expr.name.text
        if name in self._variables:
            self._refuse_limits(expr.name.last, expr.args)
            return VariableTy(name)
        if name in self._declared:
            if name in self._open:
                path = (*self._open[self._open.index(name) :], name)
                if path not in self._cycles:
                    self._problems.append(Cycle("Type", path, expr.span))
                self._cycles.add(path)
                return UNKNOWN
            if len(self._open) >= MOST_LEVELS:
                self._problems.append(TypeTooLarge(name, expr.span))
                return UNKNOWN
            self._refuse_limits(expr.name.last, expr.args)
            return self.declared_type(name)
        if name in self._contexts:
            self._refuse_limits(expr.name.last, expr.args)
            return self._contexts[name]
        if name in self._templates:
            self._refuse_limits(expr.name.last, expr.args)
            return self.answer_type(name)
        if name not in BUILTIN_TYPES:
            visible = (*BUILTIN_TYPES, *self._declared, *self._contexts, *sorted(self._variables))
            self._problems.append(UnknownType(name, expr.name.span, visible))
            return UNKNOWN
        if name == "list":
            reason = "the type of its items is missing"
            self._problems.append(
                BadTypeArgument(expr.name.span, reason, "Write it in brackets: `list[text]`.")
            )
            return UNKNOWN
        return self._scalar(expr)

    def _imported(self, expr: NameType) -> Ty:
        """Return the type or context that another module declares."""
        namespace, name = expr.name.names[0], expr.name.last
        module = self._namespaces.get(namespace.text)
        if namespace.text in self._missing:
            return UNKNOWN
        if module is None or len(expr.name.names) > 2:
            found = tuple(self._namespaces)
            self._problems.append(UnknownNamespace(namespace.text, namespace.span, found))
            return UNKNOWN
        self._refuse_limits(name, expr.args)
        ty = module.types.get(name.text) or module.contexts.get(name.text)
        called = module.callables.get(name.text)
        if ty is None and called is not None and called.kind == "template":
            ty = called.result
        if ty is None or name.text.startswith("_"):
            visible = tuple(sorted((*module.types, *module.contexts)))
            problem = UnknownMember(name.text, namespace.text, name.span, visible)
            self._problems.append(problem)
            return UNKNOWN
        return ty

    def _scalar(self, expr: NameType) -> Ty:
        limits = self._limits(expr.name.last, expr.args)
        match expr.name.text:
            case "text":
                return TextTy(self._count(limits, "max_chars", 1), self._pattern(limits))
            case "int":
                low, high = (self._whole(limits, name) for name in ("min", "max"))
                self._check_order(expr.args, low, high)
                return IntTy(low, high)
            case "float":
                low_f, high_f = (self._number(limits, name) for name in ("min", "max"))
                self._check_order(expr.args, low_f, high_f)
                return FloatTy(low_f, high_f)
            case _:
                return BOOL

    def _list(self, expr: ListType) -> Ty:
        element = self.check(expr.element)
        if expr.name.text != "list" and expr.name.text.lower() in GENERIC_TYPES:
            self._problems.append(
                UnknownType(expr.name.text, expr.name.span, ("list",), is_generic=True)
            )
            return UNKNOWN
        if expr.name.text != "list":
            self._problems.append(
                BadTypeArgument(
                    expr.name.span, "only `list` has a type of items", "Write `list[…]`."
                )
            )
            return UNKNOWN
        limits = self._limits(expr.name, expr.args)
        low, high = self._count(limits, "min_items", 0), self._count(limits, "max_items", 0)
        self._check_order(expr.args, low, high)
        return ListTy(element, low, high)

    def _record(self, fields: tuple[FieldDecl, ...]) -> Ty:
        seen: dict[str, FieldDecl] = {}
        for field in fields:
            earlier = seen.setdefault(field.name.text, field)
            if earlier is not field:
                self._problems.append(
                    DuplicateName(field.name.text, field.name.span, earlier.name.span)
                )
        return RecordTy(
            tuple(
                FieldTy(name, self.check(field.type), field.doc, self._place(field))
                for name, field in seen.items()
            )
        )

    def _place(self, field: FieldDecl) -> DeclaredAt:
        return DeclaredAt(self._signatures.file, field.name.span)

    def _refuse_limits(self, name: Ident, args: tuple[TypeArg, ...]) -> None:
        if args:
            reason = f"`{name.text}` takes no limits"
            self._problems.append(BadTypeArgument(args[0].span, reason))

    def _limits(self, name: Ident, args: tuple[TypeArg, ...]) -> dict[str, TypeArg]:
        known = _LIMITS[name.text]
        limits: dict[str, TypeArg] = {}
        for arg in args:
            if arg.name.text not in known:
                reason = f"`{name.text}` has no limit called `{arg.name.text}`"
                listed = ", ".join(f"`{one}`" for one in known)
                help_ = f"It has {listed}." if known else None
                self._problems.append(BadTypeArgument(arg.span, reason, help_))
            elif arg.name.text in limits:
                self._problems.append(BadTypeArgument(arg.span, "said twice"))
            else:
                limits[arg.name.text] = arg
        return limits

    def _count(self, limits: dict[str, TypeArg], name: str, least: int) -> int | None:
        value = self._whole(limits, name)
        if value is not None and value < least:
            self._problems.append(BadTypeArgument(limits[name].span, f"must be at least {least}"))
            return None
        return value

    def _whole(self, limits: dict[str, TypeArg], name: str) -> int | None:
        value = limits[name].value if name in limits else None
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self._refuse_value(limits, name, "a whole number")
        return None

    def _number(self, limits: dict[str, TypeArg], name: str) -> float | None:
        value = limits[name].value if name in limits else None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        self._refuse_value(limits, name, "a number")
        return None

    def _pattern(self, limits: dict[str, TypeArg]) -> str | None:
        value = limits["pattern"].value if "pattern" in limits else None
        if not isinstance(value, str):
            self._refuse_value(limits, "pattern", "a text")
            return None
        try:
            re.compile(value)
        except re.error as error:
            reason = f"not a regular expression: {error}"
            self._problems.append(BadTypeArgument(limits["pattern"].span, reason))
            return None
        return value

    def _refuse_value(self, limits: dict[str, TypeArg], name: str, wanted: str) -> None:
        if name in limits:
            self._problems.append(BadTypeArgument(limits[name].span, f"{wanted} is wanted"))

    def _check_order(
        self, args: tuple[TypeArg, ...], low: float | None, high: float | None
    ) -> None:
        if low is not None and high is not None and low > high:
            self._problems.append(
                BadTypeArgument(args[0].span | args[-1].span, "the lower bound is above the upper")
            )
