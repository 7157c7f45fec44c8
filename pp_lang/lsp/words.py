"""The words of the language, and what an editor says about them."""

from pp_lang.semantics import BUILTINS, CALL_OPTIONS, EXTERN_OPTIONS, MODEL_OPTIONS
from pp_lang.tools import Form

EXPRESSION_WORDS = (
    "and", "by", "else", "false", "if", "in", "map", "match", "none", "not", "or", "reduce",
    "repeat", "return", "sample", "true", "until", "up to", "with", "within",
)  # fmt: skip
HEAD_WORDS = ("as", "within")
CASE_WORDS = ("case",)
TEST_WORDS = ("answers", "as", "cases", "expect", "expect soft", "given")
TYPE_WORDS = ("bool", "false", "float", "int", "list", "none", "text", "true")
TYPE_LIMITS = ("max", "max_chars", "max_items", "min", "min_items", "pattern")
LIMITS = {
    "budget": "budget: answer tokens, after which what has finished counts",
    "deadline": "deadline: seconds, after which what has finished counts",
    "tokens": "tokens: of the prompt of each merge, at most (reduce by tree)",
}
LIMITS_OF_MERGES = ("tokens",)
ANSWERS = {
    "answer": "answer: what is scored instead of written, of the type of the template",
    "begin": "begin: text, how the answer begins",
}
"""Options of a template's call only."""
TAGS = ("assistant", "else", "else if", "end", "for", "if", "system", "user")


def describe_builtin(name: str) -> str | None:
    """Return the signature of a function of the language, or None."""
    form = form_of_builtin(name)
    return None if form is None else form.label


def form_of_builtin(name: str) -> Form | None:
    """Return how a function of the language is called, or None."""
    builtin = BUILTINS.get(name)
    if builtin is None:
        return None
    required = len(builtin.parameters) - builtin.optional
    shown = tuple(
        f"{parameter}{'?' if place >= required else ''}: {ty}"
        for place, (parameter, ty) in enumerate(builtin.parameters)
    )
    names = tuple(parameter for parameter, _ in builtin.parameters)
    return Form(f"{name}({', '.join(shown)})", shown, names)


def describe_option(name: str) -> str | None:
    """Return an option with the values that it takes, or a limit with what it means, or None."""
    ty = {**EXTERN_OPTIONS, **MODEL_OPTIONS, **CALL_OPTIONS}.get(name)
    return {**ANSWERS, **LIMITS}.get(name) if ty is None else f"{name}: {ty}"
