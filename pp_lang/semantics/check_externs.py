"""Declarations of Python functions: their form only. Nothing is imported to check a program."""

from pp_lang.diagnostics import Problem
from pp_lang.semantics.check_options import check_options
from pp_lang.semantics.extern_problems import TARGET, BadExternTarget, BadTypeForExtern
from pp_lang.semantics.option_table import EXTERN_OPTIONS
from pp_lang.semantics.signatures import Signature, Signatures
from pp_lang.semantics.ty import UNKNOWN, Ty, made_by_program
from pp_lang.semantics.typed_nodes import CheckedExtern, Parameter
from pp_lang.syntax import ExternDecl, TypeExpr


def check_extern(
    declaration: ExternDecl,
    signature: Signature,
    signatures: Signatures,
    problems: list[Problem],
) -> CheckedExtern:
    """Return the function as the program knows it, reporting a target of the wrong form."""
    if not TARGET.fullmatch(declaration.target):
        problems.append(BadExternTarget(declaration.target, declaration.target_span))
    return CheckedExtern(
        signature.key,
        signature.parameters,
        signature.result,
        declaration.target,
        check_options(declaration.options, EXTERN_OPTIONS, signatures, problems),
        declaration.name.span,
    )


def refuse_contexts(
    declaration: ExternDecl,
    parameters: tuple[Parameter, ...],
    output: Ty,
    problems: list[Problem],
) -> Ty:
    """Report each type that only exists inside a program; return the output, unknown if it does."""
    written = {one.name.span: one.type for one in declaration.params}
    places: list[tuple[TypeExpr, Ty]] = [(written[one.span], one.ty) for one in parameters]
    for place, ty in (*places, (declaration.output, output)):
        if made_by_program(ty):
            problems.append(BadTypeForExtern(place.span, ty))
    return UNKNOWN if made_by_program(output) else output
