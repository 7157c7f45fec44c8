"""The words of the language, and what an editor says about them."""

from pp_lang.semantics import BUILTINS, CALL_OPTIONS, MODEL_OPTIONS

DECLARATION_WORDS = ("context", "model", "program", "template", "type")
EXPRESSION_WORDS = (
    "and", "else", "false", "if", "in", "map", "none", "not", "or", "reduce", "return", "sample",
    "true", "with", "by",
)  # fmt: skip
HEAD_WORDS = ("within",)
TYPE_WORDS = ("bool", "float", "int", "list", "none", "text")
TAGS = ("for", "if", "else", "else if", "end", "system", "user", "assistant")


def describe_builtin(name: str) -> str | None:
    """Return the signature of a function of the language, or None."""
    builtin = BUILTINS.get(name)
    if builtin is None:
        return None
    required = len(builtin.parameters) - builtin.optional
    shown = [
        f"{parameter}{'?' if place >= required else ''}: {ty}"
        for place, (parameter, ty) in enumerate(builtin.parameters)
    ]
    return f"{name}({', '.join(shown)})"


def describe_option(name: str) -> str | None:
    """Return an option with the values that it takes, or None."""
    ty = CALL_OPTIONS.get(name) or MODEL_OPTIONS.get(name)
    return None if ty is None else f"{name}: {ty}"
