"""How large a graph may become."""

MAX_NODES = 100_000
MAX_DEPTH = 64
"""Programs and regions inside one another; Python's own stack is the reason for a limit."""


class GraphTooLargeError(Exception):
    """The graph would have more than `MAX_NODES` nodes."""


class GraphTooDeepError(Exception):
    """Programs or regions would lie more than `MAX_DEPTH` deep inside one another."""
