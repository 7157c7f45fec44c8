"""Lark's tree to the syntax tree: one method for each rule of the grammar, under the same name."""

from typing import Any, cast

from lark import Token, Tree

from pp_lang.syntax.nodes import Module
from pp_lang.syntax.to_ast.body_rules import BodyRules
from pp_lang.syntax.to_ast.declaration_rules import DeclarationRules
from pp_lang.syntax.to_ast.expr_rules import ExprRules
from pp_lang.syntax.to_ast.type_rules import TypeRules


class ToAst(DeclarationRules, TypeRules, ExprRules, BodyRules):
    """Builds the syntax tree and collects the mistakes that the grammar cannot see."""

    def build(self, tree: "Tree[Token]") -> Module:
        """Return the syntax tree of a whole file."""
        # Not lark's Transformer: that calls itself once a level, and takes twice the time.
        order: list[Tree[Token]] = []
        rest = [tree]
        while rest:
            node = rest.pop()
            order.append(node)
            rest += [child for child in node.children if type(child) is Tree]
        methods = {data: getattr(self, data) for data in {node.data for node in order}}
        built: dict[int, Any] = {}  # Any: the parts are of mixed kinds
        take = built.pop
        for node in reversed(order):
            children = [
                take(id(child)) if type(child) is Tree else child for child in node.children
            ]
            built[id(node)] = methods[node.data](node.meta, *children)
        return cast("Module", built[id(tree)])
