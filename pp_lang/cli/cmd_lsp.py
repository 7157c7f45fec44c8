"""`pp lsp`: the language server, for editors to start."""

from importlib.util import find_spec

from pp_lang.cli.console import ExitCode
from pp_lang.errors import InputError

INSTALL = 'pip install "pp-lang[lsp]"'


def lsp_command() -> int:
    """Serve one editor over stdio until it ends the session."""
    if find_spec("pygls") is None:
        raise InputError(
            "`pp lsp` needs the package pygls, which is not installed",
            hint=f"Install it with: {INSTALL}",
        )
    from pp_lang.lsp import serve

    serve()
    return ExitCode.OK
