"""Lifetimes of shared prefixes: held from their first use, given back after their last."""

from dataclasses import dataclass, field

from pp_lang.evaluation import Answer, ContextValue, context_around, render_context
from pp_lang.runtime.engine_host import EngineHost
from pp_lang.runtime.model_owner import Ticket
from pp_lang.runtime.model_ref import ModelRef
from pp_lang.semantics import CheckedModule


@dataclass(slots=True)
class _Lease:
    """A context that is in use, and the models that hold its prefix, in each of its layouts."""

    value: ContextValue
    order: tuple[int, ...]
    tickets: dict[tuple[ModelRef, int], Ticket] = field(default_factory=dict)


class Prefixes:
    """The opened contexts of a run."""

    def __init__(self, host: EngineHost) -> None:
        self._host = host
        self._leases: dict[int, _Lease] = {}

    def open(self, value: ContextValue, order: tuple[int, ...]) -> None:
        """Note that the node at `order` opened a context."""
        self._leases[id(value)] = _Lease(value, order)

    def use(
        self, value: ContextValue | Answer | None, ref: ModelRef, module: CheckedModule
    ) -> None:
        """Hold the prefixes of `value` and of the contexts around it for a generation by `ref`.

        `module` is the one that the generation's prompt is rendered by.
        """
        context = context_around(value)
        while context is not None:
            lease = self._leases.get(id(context))
            # A layout changes a context's declaration where it changes its words.
            key = (ref, id(module.contexts[context.name]))
            if lease is not None and key not in lease.tickets:
                prompt = render_context(module, context)
                lease.tickets[key] = self._host.hold(ref, prompt, lease.order)
            context = context.parent

    def close(self, value: ContextValue) -> None:
        """Give back what is held for `value`: its last user has finished."""
        lease = self._leases.pop(id(value))
        for ticket in lease.tickets.values():
            self._host.release(ticket, lease.order)
