"""A syntax tree to a typed module: declarations first, then bodies, callees before callers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from pp_lang.diagnostics import Problem, Severity
from pp_lang.semantics.check_blocks import order_by_need
from pp_lang.semantics.check_bodies import BodyChecker
from pp_lang.semantics.check_calibration import check_calibration
from pp_lang.semantics.check_exprs import ExprChecker
from pp_lang.semantics.check_externs import check_extern, refuse_contexts
from pp_lang.semantics.check_limits import check_until
from pp_lang.semantics.check_options import check_options
from pp_lang.semantics.check_parents import ParentChecker
from pp_lang.semantics.check_tests import check_tests
from pp_lang.semantics.check_types import BUILTIN_TYPES, TypeChecker
from pp_lang.semantics.free_names import called_names
from pp_lang.semantics.limit_problems import MisplacedUntil
from pp_lang.semantics.name_problems import DuplicateName, ReservedName
from pp_lang.semantics.option_table import CALL_OPTIONS, MODEL_OPTIONS
from pp_lang.semantics.prelude import BUILTINS
from pp_lang.semantics.scope import Scope
from pp_lang.semantics.signatures import CallableKind, Signature, Signatures
from pp_lang.semantics.trace import Trace
from pp_lang.semantics.ty import (
    UNKNOWN,
    FunctionTy,
    Ty,
    plain,
)
from pp_lang.semantics.typed_nodes import (
    CheckedContext,
    CheckedExtern,
    CheckedModel,
    CheckedModule,
    CheckedProgram,
    CheckedTemplate,
    Options,
    Parameter,
    TypedPart,
)
from pp_lang.semantics.value_problems import Cycle, EmptyBody
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import (
    ContextDecl,
    Declaration,
    ExternDecl,
    Ident,
    ImportDecl,
    ModelDecl,
    Module,
    Option,
    ParamDecl,
    Path,
    ProgramDecl,
    TemplateDecl,
    TestDecl,
    TypeDecl,
)

Named = TypeDecl | ContextDecl | TemplateDecl | ProgramDecl | ExternDecl
D = TypeVar("D", bound=Named)
K = TypeVar("K", CheckedContext, CheckedTemplate, CheckedProgram, CheckedExtern, CheckedModel)


@dataclass(frozen=True, slots=True)
class Imported:
    """A module as those who import it see it."""

    module: CheckedModule
    signatures: Signatures


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking gives: a module unless a problem is an error. Problems are in source order."""

    module: CheckedModule | None
    problems: tuple[Problem, ...]
    imported: Imported
    """What those who import the module get; of use where nothing is an error."""
    trace: Trace
    """Types and definitions by place, for editors."""


def check(
    module: Module,
    source: SourceFile,
    namespaces: Mapping[str, Imported] | None = None,
    prefix: str = "",
    missing: frozenset[str] = frozenset(),
) -> Checked:
    """Bind every name and give every expression its type. Never raises for what the file says.

    `namespaces` are the imported modules by the names of their imports; `prefix` makes the names of
    this module's declarations unlike those of all others. `missing` are names of imports that
    failed and of declarations that could not be read: what uses them is not wrong itself.
    """
    checker = _ModuleChecker(module, source.name, namespaces or {}, prefix, missing)
    checked = checker.check(source)
    problems = sorted(
        dict.fromkeys(checker.problems), key=lambda problem: problem.diagnostic().label.span
    )
    has_errors = any(one.diagnostic().severity is Severity.ERROR for one in problems)
    imported = Imported(checked, checker.signatures)
    result = None if has_errors else checked
    return Checked(result, tuple(problems), imported, checker.trace)


class _ModuleChecker:
    def __init__(
        self,
        module: Module,
        file: str,
        namespaces: Mapping[str, Imported],
        prefix: str,
        missing: frozenset[str],
    ) -> None:
        self._namespaces = namespaces
        self.problems: list[Problem] = []
        self._doc = module.doc
        self._named: dict[str, Named] = {}
        self._models: dict[str, ModelDecl] = {}
        self._tests = [one for one in module.declarations if isinstance(one, TestDecl)]
        for declaration in module.declarations:
            self._declare(declaration)
        self._signatures = self.signatures = Signatures(
            models={n: d.name.span for n, d in self._models.items()},
            namespaces={name: one.signatures for name, one in namespaces.items()},
            prefix=prefix,
            missing=missing,
            file=file,
        )
        self._parents = ParentChecker(
            self._all(ContextDecl), self._all(TemplateDecl), self._signatures, self.problems
        )
        self._exprs = ExprChecker(self._signatures, self.problems)
        self._bodies = BodyChecker(self._exprs)
        self.trace = self._exprs.trace
        self._checked: dict[str, CheckedProgram] = {}
        """The programs known so far by key, those of imported modules first."""
        for one in namespaces.values():
            self._checked |= {**one.module.library, **one.module.programs}

    def check(self, source: SourceFile) -> CheckedModule:
        self._parents.declare_contexts()
        self._parents.declare_conversations()
        templates = self._all(TemplateDecl)
        types = TypeChecker(self._all(TypeDecl), templates, self._signatures, self.problems)
        for name in self._all(TypeDecl):
            self._signatures.types[name] = types.declared_type(name)
        # A default may name what is declared below it, to be told that it calls no model.
        for declaration in sorted(self._named.values(), key=_has_default):
            if not isinstance(declaration, TypeDecl):
                self._sign(declaration, types)
        programs = {one.name.text: self._program(one) for one in self._ordered_programs()}
        own = CheckedModule(
            source,
            self._doc,
            self._signatures.types,
            _by_key(self._context(one) for one in self._all(ContextDecl).values()),
            _by_key(self._template(one) for one in self._all(TemplateDecl).values()),
            _by_key(programs[name] for name in self._all(ProgramDecl)),
            _by_key(self._model(one) for one in self._models.values()),
            tests=check_tests(self._exprs, self._tests),
            externs=_by_key(self._extern(one) for one in self._all(ExternDecl).values()),
        )
        linked = _linked(own, [one.module for one in self._namespaces.values()])
        if _may_calibrate(linked):
            self.problems += check_calibration(linked, own)
        return linked

    def _key(self, name: str) -> str:
        return self._signatures.key(name)

    def _declare(self, declaration: Declaration) -> None:
        if isinstance(declaration, ImportDecl | TestDecl):
            return
        name = declaration.name
        space = self._named
        if isinstance(declaration, ModelDecl):
            earlier = self._models.setdefault(name.text, declaration)
        else:
            reserved = BUILTIN_TYPES if isinstance(declaration, TypeDecl) else tuple(BUILTINS)
            if name.text in reserved or name.text == "format":
                self.problems.append(ReservedName(name.text, name.span))
            earlier_any = space.setdefault(name.text, declaration)
            if earlier_any is not declaration:
                self._twice(name, earlier_any.name)
            return
        if earlier is not declaration:
            self._twice(name, earlier.name)

    def _twice(self, name: Ident, earlier: Ident) -> None:
        self.problems.append(DuplicateName(name.text, name.span, earlier.span))

    def _all(self, kind: type[D]) -> dict[str, D]:
        return {name: one for name, one in self._named.items() if isinstance(one, kind)}

    # Signatures

    def _sign(self, declaration: Named, types: TypeChecker) -> None:
        name = declaration.name.text
        parent: Path | None = None
        kind: CallableKind
        match declaration:
            case ContextDecl():
                kind, parent = "context", declaration.parent
                parameters = self._parameters(declaration.params, types)
                result: Ty = self._signatures.contexts[name]
            case TemplateDecl():
                kind, parent = "template", declaration.parent
                parameters = self._parameters(declaration.params, types)
                result = types.answer_type(name)
            case ProgramDecl():
                kind = "program"
                with types.variables(declaration.type_params):
                    parameters = self._parameters(declaration.params, types, may_be_function=True)
                    result = types.check(declaration.output) if declaration.output else UNKNOWN
            case ExternDecl():
                kind = "extern"
                parameters = self._parameters(declaration.params, types)
                output = types.check(declaration.output)
                result = refuse_contexts(declaration, parameters, output, self.problems)
            case _:
                return
        self._signatures.callables[name] = Signature(
            name,
            kind,
            parameters,
            self._parents.parent_key(parent) or (parent.text if parent is not None else None),
            result,
            declaration.name.span,
            self._key(name),
            self._signatures,
        )

    def _parameters(
        self,
        params: tuple[ParamDecl, ...],
        types: TypeChecker,
        *,
        may_be_function: bool = False,
    ) -> tuple[Parameter, ...]:
        seen: dict[str, Span] = {}
        parameters: list[Parameter] = []
        for param in params:
            name = param.name
            if name.text in seen:
                self.problems.append(DuplicateName(name.text, name.span, seen[name.text]))
                continue
            seen[name.text] = name.span
            if param.until is not None and not may_be_function:
                self.problems.append(MisplacedUntil(param.until.span, None))
            ty = types.parameter(param.type) if may_be_function else types.check(param.type)
            if isinstance(ty, FunctionTy):
                parameters.append(Parameter(name.text, ty, None, name.span, param.default))
                continue
            default = None
            if param.default is not None:
                default = self._exprs.default(param.default, ty)
            parameters.append(Parameter(name.text, ty, default, name.span))
        return tuple(parameters)

    def _scope(self, name: str, scope: Scope) -> Scope:
        for one in self._signatures.callables[name].parameters:
            self._exprs.define(Ident(one.name, one.span), one.ty, scope)
        return scope

    # Bodies

    def _context(self, declaration: ContextDecl) -> CheckedContext:
        name = declaration.name.text
        return CheckedContext(
            self._key(name),
            self._signatures.callables[name].parameters,
            self._signatures.callables[name].parent,
            self._options(declaration.options),
            self._body(declaration, format_of=None),
            declaration.name.span,
        )

    def _template(self, declaration: TemplateDecl) -> CheckedTemplate:
        name = declaration.name.text
        output = plain(self._signatures.callables[name].result)
        return CheckedTemplate(
            self._key(name),
            self._signatures.callables[name].parameters,
            output,
            self._signatures.callables[name].parent,
            self._options(declaration.options),
            self._body(declaration, format_of=output),
            declaration.name.span,
        )

    def _options(self, options: tuple[Option, ...]) -> Options:
        return check_options(options, CALL_OPTIONS, self._signatures, self.problems)

    def _body(
        self, declaration: ContextDecl | TemplateDecl, format_of: Ty | None
    ) -> tuple[TypedPart, ...]:
        around = self._signatures.parameters_around(declaration.name.text)
        scope = Scope(format_of, only_values_in="a prompt", around=around)
        scope = self._scope(declaration.name.text, scope)
        parts = self._bodies.check(declaration.body, scope)
        if not parts:
            self.problems.append(EmptyBody(declaration.name.text, declaration.body.span))
        return parts

    def _program(self, declaration: ProgramDecl) -> CheckedProgram:
        name = declaration.name.text
        signature = self._signatures.callables[name]
        for one in signature.parameters:
            if isinstance(one.ty, FunctionTy) and one.default_function is not None:
                self._exprs.function(one.default_function, one.ty, Scope())
        parameters = check_until(
            self._exprs, declaration.params, signature.parameters, self._checked
        )
        body = self._exprs.block(declaration.block, self._scope(name, Scope()))
        output = signature.result if declaration.output else body.ty
        if declaration.output:
            self._exprs.require(body.result, output)
        self._signatures.callables[name] = replace(signature, parameters=parameters, result=output)
        checked = CheckedProgram(
            self._key(name),
            parameters,
            output,
            declaration.block.doc,
            self._options(declaration.options),
            body,
            declaration.name.span,
        )
        self._checked[checked.name] = checked
        return checked

    def _ordered_programs(self) -> list[ProgramDecl]:
        """Return the programs, those that are called before those that call them."""
        programs = self._all(ProgramDecl)
        needs = {name: sorted(_called_by(one) & programs.keys()) for name, one in programs.items()}
        ordered, cycles = order_by_need(needs)
        for cycle in cycles:
            self.problems.append(Cycle("Program", cycle, programs[cycle[0]].name.span))
        return [programs[name] for name in ordered]

    def _extern(self, declaration: ExternDecl) -> CheckedExtern:
        signature = self._signatures.callables[declaration.name.text]
        return check_extern(declaration, signature, self._signatures, self.problems)

    def _model(self, declaration: ModelDecl) -> CheckedModel:
        return CheckedModel(
            self._key(declaration.name.text),
            declaration.location,
            check_options(declaration.options, MODEL_OPTIONS, self._signatures, self.problems),
            declaration.name.span,
        )


def _called_by(declaration: ProgramDecl) -> frozenset[str]:
    conditions = (one.until for one in declaration.params if one.until is not None)
    return called_names(declaration.block).union(*map(called_names, conditions))


def _may_calibrate(module: CheckedModule) -> bool:
    """Return whether anything can be calibrated; most files need no search for how."""
    if "calibrate" in module.source.text:
        return True
    options = [one.options for one in module.templates.values()]
    options += [one.options for one in module.contexts.values()]
    return any(one.get("calibrate") for one in options)


def _by_key(declarations: Iterable[K]) -> dict[str, K]:
    return {one.name: one for one in declarations}


def _linked(own: CheckedModule, imported: list[CheckedModule]) -> CheckedModule:
    """Return the module with what it can reach in those that it imports, under their keys."""
    for one in imported:
        own = replace(
            own,
            contexts={**one.contexts, **own.contexts},
            templates={**one.templates, **own.templates},
            models={**one.models, **own.models},
            externs={**one.externs, **own.externs},
            library={**own.library, **one.library, **one.programs},
        )
    return own


def _has_default(declaration: Named) -> bool:
    params = () if isinstance(declaration, TypeDecl) else declaration.params
    return any(param.default is not None for param in params)
