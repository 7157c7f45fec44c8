"""`pp lsp`: the language server."""

from pp_lang.cli.console import ExitCode
from pp_lang.errors import InputError


def lsp_command() -> int:
    """Serve until the editor says `exit`. Raises `InputError` where the extra is not installed."""
    try:
        from pp_lang.lsp import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise InputError(
            "The language server needs pygls", hint='Install it: pip install "pp-lang[lsp]".'
        ) from error
    serve()
    return ExitCode.OK
