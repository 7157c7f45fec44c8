"""The limits of a node, computed when it begins."""

from collections.abc import Mapping

from pp_lang.evaluation import Environment, evaluate, unwrap
from pp_lang.semantics import Limits


def evaluate_limits(limits: Limits, env: Environment) -> Mapping[str, float]:
    """Return each limit with its value, which the checker lets only be in range."""
    found: dict[str, float] = {}
    for name, expr in limits.values:
        value = unwrap(evaluate(expr, env))
        assert isinstance(value, int | float), "limits are numbers"
        found[name] = value
    return found
