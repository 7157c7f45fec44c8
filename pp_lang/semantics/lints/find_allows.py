"""Comments that allow what no message is called."""

import re
from collections.abc import Iterator

from pp_lang.diagnostics import find_nearest
from pp_lang.semantics.catalogue import CATALOGUE
from pp_lang.semantics.lints.allow import ALLOW
from pp_lang.semantics.lints.lints import UnknownCode
from pp_lang.source import SourceFile, Span
from pp_lang.syntax import CATALOGUE as OF_FORM
from pp_lang.syntax import ContextDecl, Module, TemplateDecl


def find_unknown_codes(module: Module, source: SourceFile) -> Iterator[UnknownCode]:
    """Yield the codes of `# pp: allow` that no message has."""
    if "pp:" not in source.text:
        return
    known = CATALOGUE.keys() | OF_FORM.keys()
    for code, span in _allowed(module, source):
        if code not in known:
            yield UnknownCode(code, span, find_nearest(code, known))


def _allowed(module: Module, source: SourceFile) -> Iterator[tuple[str, Span]]:
    bodies = [
        one.body.span for one in module.declarations if isinstance(one, ContextDecl | TemplateDecl)
    ]
    for number, start in enumerate(source.line_starts, start=1):
        match = ALLOW.search(source.line_text(number))
        if match is None or any(body.start <= start < body.end for body in bodies):
            continue  # in a prompt it is text like any other
        for code in re.finditer(r"[\w-]+", match[1]):
            at = start + match.start(1) + code.start()
            yield code[0], Span(at, at + len(code[0]))
