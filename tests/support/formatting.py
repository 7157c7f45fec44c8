"""What must hold for every text that is formatted."""

import re
from dataclasses import replace

from pp_lang.source import SourceFile
from pp_lang.syntax import Declaration, ImportDecl, format_source, parse


def formatted(text: str) -> str:
    """Return the text in the one style."""
    return format_source(SourceFile("test.pp", text))


def tree_of(text: str) -> str:
    """Return the syntax tree as text, without places; imports come first, as when formatted."""
    module = parse(SourceFile("test.pp", text)).module
    assert module is not None
    module = replace(module, declarations=tuple(sorted(module.declarations, key=_is_no_import)))
    return re.sub(r"Span\(start=\d+, end=\d+\)", "Span", repr(module))


def _is_no_import(declaration: Declaration) -> bool:
    return not isinstance(declaration, ImportDecl)


def verify_formatted(text: str) -> str:
    """Return `text` formatted; its tree is the same, and formatting again changes nothing."""
    got = formatted(text)
    assert tree_of(got) == tree_of(text)
    assert formatted(got) == got
    assert not re.search(r"[ \t]\r?\n", re.sub(r'"""[\s\S]*?"""', "_", got))
    return got
