"""Bodies of contexts and templates, from the rules of the grammar."""

from typing import cast

from lark import Token
from lark.tree import Meta

from pp_lang.syntax.nodes import (
    Body,
    Expr,
    ForPart,
    HolePart,
    Ident,
    IfArm,
    IfPart,
    Part,
    Role,
    RolePart,
    TagPart,
    TextPart,
)
from pp_lang.syntax.problems import MisplacedElse
from pp_lang.syntax.to_ast.leaves import Leaves, ident_of, span_of


class BodyRules(Leaves):
    """The rules of bodies."""

    def body(self, meta: Meta, *parts: Part | Token) -> Body:
        return Body(tuple(part for part in parts if not isinstance(part, Token)), span_of(meta))

    def text(self, meta: Meta, token: Token) -> TextPart:
        # The same prompt whatever line ends the editor writes.
        return TextPart(token.replace("\r\n", "\n"), span_of(meta))

    def comment(self, meta: Meta, _token: Token) -> TagPart:
        return TagPart(span_of(meta))

    def hole(self, meta: Meta, value: Expr) -> HolePart:
        return HolePart(value, span_of(meta))

    def role_part(self, meta: Meta, role: Token) -> RolePart:
        return RolePart(cast("Role", str(role)), span_of(meta))

    def for_part(self, meta: Meta, opening: tuple[TagPart, Ident, Expr], *rest: Part) -> ForPart:
        *parts, closing = rest
        tag, variable, source = opening
        return ForPart(variable, source, tag, tuple(parts), cast("TagPart", closing), span_of(meta))

    def for_tag(self, meta: Meta, name: Token, source: Expr) -> tuple[TagPart, Ident, Expr]:
        return TagPart(span_of(meta)), ident_of(name), source

    def if_part(self, meta: Meta, *items: "Part | _ArmTag") -> IfPart:
        *rest, closing = items
        arms: list[tuple[_ArmTag, list[Part]]] = []
        for item in rest:
            if isinstance(item, _ArmTag):
                if arms and arms[-1][0].condition is None:
                    self.problems.append(MisplacedElse(item.tag.span, arms[-1][0].tag.span))
                arms.append((item, []))
            else:
                arms[-1][1].append(item)
        return IfPart(
            tuple(IfArm(arm.tag, arm.condition, tuple(parts)) for arm, parts in arms),
            cast("TagPart", closing),
            span_of(meta),
        )

    def if_tag(self, meta: Meta, condition: Expr) -> "_ArmTag":
        return _ArmTag(TagPart(span_of(meta)), condition)

    def else_if_tag(self, meta: Meta, condition: Expr) -> "_ArmTag":
        return _ArmTag(TagPart(span_of(meta)), condition)

    def else_tag(self, meta: Meta) -> "_ArmTag":
        return _ArmTag(TagPart(span_of(meta)), None)

    def end_tag(self, meta: Meta) -> TagPart:
        return TagPart(span_of(meta))


class _ArmTag:
    """The tag that opens an arm of an if, until its parts are known."""

    def __init__(self, tag: TagPart, condition: Expr | None) -> None:
        self.tag = tag
        self.condition = condition
