"""What is set for a call by everything that it is made on."""

from collections.abc import Iterator

from pp_lang.semantics.ty import AnswerTy, ContextTy
from pp_lang.semantics.typed_nodes import CheckedModule, Options, TypedExpr, TypedTemplateCall


def options_of_call(call: TypedTemplateCall, module: CheckedModule) -> Options:
    """Return the options of a call over those of its template and of all that it is within."""
    options = call.options.over(module.templates[call.template].options)
    for name in _within(call.parent, module):
        above = module.templates.get(name) or module.contexts.get(name)
        options = options.over(above.options) if above is not None else options
    return options


def _within(parent: TypedExpr | None, module: CheckedModule) -> Iterator[str]:
    """Yield the keys of what a call is within, nearest first."""
    above = parent.ty if parent is not None else None
    if isinstance(above, AnswerTy):
        yield from above.conversation
        last = module.templates.get(above.conversation[-1]) if above.conversation else None
        outer = last.parent if last is not None else None
        while outer is not None and outer in module.contexts:
            yield outer
            outer = module.contexts[outer].parent
    elif isinstance(above, ContextTy):
        yield from (above.name, *above.ancestors)
