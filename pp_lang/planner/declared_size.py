"""Sizes of a template's or context's own words, before any data stands in its holes."""

from collections.abc import Callable
from dataclasses import dataclass

from pp_lang.engine import Prompt, PromptSize
from pp_lang.evaluation import ContextValue, render_call, render_context
from pp_lang.planner.sketch import stand_in, stand_in_parent
from pp_lang.semantics import CheckedModule, ContextTy


@dataclass(frozen=True, slots=True)
class DeclaredSize:
    """Tokens of one declaration's prompt with the shortest data that fits."""

    total: int
    """The whole prompt: the contexts around it and the model's chat template included."""
    shared: int
    """What is read once, however often the template is called on one opened context."""


def measure_declaration(
    module: CheckedModule, name: str, count: Callable[[Prompt], PromptSize]
) -> DeclaredSize | None:
    """Return the size of the template or context called `name`; None for anything else."""
    if name in module.templates:
        template = module.templates[name]
        parent = stand_in_parent(template.parent, module)
        args = {one.name: stand_in(one.ty, module) for one in template.parameters}
        sizes = count(render_call(module, template, parent, args)).segments
        return DeclaredSize(sum(sizes), sum(sizes[:-1]))
    if name in module.contexts:
        opened = _opened(name, module)
        sizes = count(render_context(module, opened)).segments
        return DeclaredSize(sum(sizes[:-1]), sum(sizes[:-1]))
    return None


def _opened(name: str, module: CheckedModule) -> ContextValue:
    opened = stand_in(ContextTy(name), module)
    assert isinstance(opened, ContextValue)
    return opened
