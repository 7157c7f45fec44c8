"""The garbage collector, out of the way where there is no garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep Python from looking for cycles of garbage, where all that is made is also kept.

    It would go through a growing tree again and again in vain: a third of the time of a long
    program. Not for what may fail many times, since errors do make such cycles.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
