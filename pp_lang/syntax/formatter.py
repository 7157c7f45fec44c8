"""The door to the printer, which is loaded when something is printed: checking needs none of it."""

from pp_lang.source import SourceFile


def format_source(source: SourceFile) -> str:
    """Return the text of `source` in the one style, with the line ends of its first line.

    Raises `CompileError` where its form is wrong.
    """
    from pp_lang.syntax.printer import print_source

    return print_source(source)
