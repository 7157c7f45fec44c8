"""Lark's tree to the syntax tree; each part of the grammar has a module with its rules."""

from pp_lang.syntax.to_ast.build import ToAst

__all__ = ["ToAst"]
