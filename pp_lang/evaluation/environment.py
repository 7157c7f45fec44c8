"""Names and their values, inner scopes chained to outer ones."""

from pp_lang.errors import InternalError
from pp_lang.evaluation.values import Value


class Environment:
    """Values bound to names. Each name is bound once; no name hides another."""

    __slots__ = ("_outer", "_values")

    def __init__(
        self, values: dict[str, Value] | None = None, outer: "Environment | None" = None
    ) -> None:
        self._values = values if values is not None else {}
        self._outer = outer

    def get(self, name: str) -> Value:
        """Return the value of `name` in this scope or the nearest one around it."""
        scope: Environment | None = self
        while scope is not None:
            if name in scope._values:
                return scope._values[name]
            scope = scope._outer
        raise InternalError(f"the name `{name}` has no value")

    def bind(self, name: str, value: Value) -> None:
        """Give `name` its value in this scope."""
        self._values[name] = value

    def child(self, values: dict[str, Value] | None = None) -> "Environment":
        """Return a new scope inside this one."""
        return Environment(values, self)
