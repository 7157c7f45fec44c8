"""What holds for every text, however broken."""

from pp_lang.compiler import check_source, compile_source
from pp_lang.diagnostics import render_text, to_json
from pp_lang.errors import CompileError
from pp_lang.graph import dump_text, verify
from pp_lang.source import SourceFile
from pp_lang.syntax import parse
from tests.support.formatting import verify_formatted


def verify_text(text: str) -> None:
    """Parse, format, check and compile a text: it gives nothing but results or diagnostics."""
    source = SourceFile("any.pp", text)
    parsed = parse(source)
    assert (parsed.module is not None) or parsed.problems
    if parsed.module is not None and not parsed.problems:
        verify_formatted(text)
    for one in check_source(source):
        assert 0 <= one.label.span.start <= one.label.span.end <= len(text)
        assert render_text(one, source)
        assert to_json(one, source)
    try:
        compilation = compile_source(source)
        regions = [compilation.region(name) for name in compilation.module.runnable]
    except CompileError:
        return
    for region in regions:
        verify(region)
        dump_text(region)
