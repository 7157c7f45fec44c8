"""The language server: `pp lsp`."""
