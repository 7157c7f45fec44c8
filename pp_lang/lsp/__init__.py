"""Editors: the language server."""
