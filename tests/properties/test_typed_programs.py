"""Whole programs without mistakes are formatted, checked and run; damaged ones are explained."""

from hypothesis import given, settings

from pp_lang.api import FileImporter
from pp_lang.compiler import check_source, compile_source
from pp_lang.diagnostics import Severity, render_text
from pp_lang.errors import InternalError, PPError
from pp_lang.evaluation import PydanticTypes
from pp_lang.source import SourceFile
from tests.support.formatting import verify_formatted
from tests.support.language_cases import run_main
from tests.support.laws import verify_text
from tests.support.typed_programs import damaged_programs, typed_programs

fewer = settings(max_examples=settings().max_examples // 2)
"""Whole programs are long."""


@fewer
@given(typed_programs())
def test_a_program_is_formatted_and_read_and_stays_what_it_is(text: str) -> None:
    verify_formatted(text)


@fewer
@given(typed_programs())
def test_a_program_has_no_errors(text: str) -> None:
    source = SourceFile("drawn.pp", text)
    found = check_source(source, FileImporter(None))
    errors = [one for one in found if one.severity is Severity.ERROR]
    assert not errors, "\n".join(render_text(one, source) for one in errors)


@fewer
@given(typed_programs())
def test_what_a_run_gives_is_of_the_type_that_was_checked(text: str) -> None:
    """A run may fail as the reference says. It gives no value of another type."""
    compilation = compile_source(SourceFile("drawn.pp", text), FileImporter(None))
    try:
        value = run_main(compilation)
    except InternalError:
        raise
    except PPError:
        return
    PydanticTypes().read(compilation.module.programs["main"].output, value)


@fewer
@given(damaged_programs())
def test_a_damaged_program_gives_diagnostics_and_nothing_else(text: str) -> None:
    verify_text(text)
