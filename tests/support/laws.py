"""What holds for every text, however broken."""

from pp_lang.compiler import check_source, compile_source
from pp_lang.diagnostics import Diagnostic, render_text, to_json
from pp_lang.errors import CompileError
from pp_lang.graph import dump_text, verify
from pp_lang.source import SourceFile
from pp_lang.syntax import parse
from tests.support.formatting import verify_formatted


def verify_text(text: str) -> None:
    """Parse, format, check and compile a text: it gives nothing but results or diagnostics."""
    source = SourceFile("any.pp", text)
    parsed = parse(source)
    assert parsed.module is not None or parsed.problems
    if not parsed.problems:
        verify_formatted(text)
    found = check_source(source)
    verify_drawn(source, found)
    compile_or_explain(text)


def compile_or_explain(text: str) -> bool:
    """Compile all of `text`, or draw its mistakes. Returns whether it compiled."""
    source = SourceFile("any.pp", text)
    try:
        compilation = compile_source(source)
        regions = [compilation.region(name) for name in compilation.module.runnable]
    except CompileError as error:
        mistakes = error.diagnostics
    else:
        for region in regions:
            verify(region)
            dump_text(region)
        return True
    spans = [one.label.span for one in mistakes]
    assert spans
    assert spans == sorted(spans)
    verify_drawn(source, mistakes)
    return False


def verify_drawn(source: SourceFile, diagnostics: tuple[Diagnostic, ...]) -> None:
    """Draw diagnostics, each of which has its place in the text."""
    for one in diagnostics:
        assert 0 <= one.label.span.start <= one.label.span.end <= len(source.text)
        assert render_text(one, source)
        assert to_json(one, source)
