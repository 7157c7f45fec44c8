"""The language server: `pp lsp`."""

from pp_lang.lsp.server import serve

__all__ = ["serve"]
