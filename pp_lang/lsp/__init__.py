"""Editors: the language server behind `pp lsp`. It needs the extra `lsp`."""

from pp_lang.lsp.server import serve

__all__ = ["serve"]
