"""Declarations and parameters that nothing uses."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from pp_lang.semantics.lints.find_braces import braces_in
from pp_lang.semantics.lints.lints import UnusedDeclaration
from pp_lang.semantics.lints.names_read import names_read
from pp_lang.source import SourceFile
from pp_lang.syntax import (
    ContextDecl,
    Declaration,
    ExternDecl,
    Ident,
    ImportDecl,
    ModelDecl,
    Module,
    ProgramDecl,
    TemplateDecl,
    TypeDecl,
)

_KINDS: dict[type, str] = {
    ContextDecl: "context",
    ExternDecl: "function",
    ImportDecl: "import",
    ModelDecl: "model",
    TemplateDecl: "template",
    TypeDecl: "type",
}


def find_unused(module: Module, _source: SourceFile) -> Iterator[UnusedDeclaration]:
    """Yield each declaration that no other uses, and each parameter that its body does not.

    A file without `main` is there for others: all its declarations count as used, but for imports,
    which stay inside it. So does every program, which can be run by its name.
    """
    names = [names_read(one) for one in module.declarations]
    uses = Counter(name for each in names for name in each)
    has_main = any(
        isinstance(one, ProgramDecl) and one.name.text == "main" for one in module.declarations
    )
    for declaration, own in zip(module.declarations, names, strict=True):
        kind = _KINDS.get(type(declaration))
        name = _ident_of(declaration).text
        num_others = uses[name] - (name in own)
        is_exempt = name == "main" or name.startswith("_")
        is_inside = has_main or isinstance(declaration, ImportDecl)
        if is_inside and kind and not is_exempt and not num_others:
            yield UnusedDeclaration(kind, name, _ident_of(declaration).span, declaration.span)
        yield from _parameters(declaration, own)


def _ident_of(declaration: Declaration) -> Ident:
    """Return the name of a declaration; of an import, the one that it is used by."""
    if not isinstance(declaration, ImportDecl):
        return declaration.name
    if declaration.alias is not None:
        return declaration.alias
    if declaration.path is not None:
        return declaration.path.last
    assert declaration.file is not None, "an import has a file or a path"
    return Ident(PurePosixPath(declaration.file).stem, declaration.span)


def _parameters(declaration: Declaration, read: set[str]) -> Iterator[UnusedDeclaration]:
    if not isinstance(declaration, ContextDecl | TemplateDecl | ProgramDecl):
        return
    if isinstance(declaration, ContextDecl | TemplateDecl):
        read = read | {one.name for one in braces_in(declaration)}  # meant to be shown
    for one in declaration.params:
        name = one.name.text
        if name not in read and not name.startswith("_"):
            yield UnusedDeclaration("parameter", name, one.name.span, None)
