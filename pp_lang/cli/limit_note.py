"""What `pp run` says about what a limit has ended."""

from pp_lang.runtime import ReachedLimit


def limit_note(one: ReachedLimit) -> str:
    """Return one line."""
    return f"{one.node}: ended by its {one.limit}, {one.num_done:,} of {one.num_all:,} done"
