"""Which version of a Python function it is: another text of its file, another version."""

import inspect
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from pp_lang.runtime import ExternFunction


@lru_cache(maxsize=256)
def function_version(function: ExternFunction) -> str:
    """Return a digest of the file that defines `function`, or of its name where there is none.

    The whole file counts: what a function does may follow from anything around it.
    """
    try:
        target = inspect.unwrap(function)
        file = inspect.getsourcefile(target if inspect.isroutine(target) else type(target))
        content = Path(file).read_bytes() if file else b""
    except (TypeError, OSError):
        content = b""
    name = getattr(function, "__qualname__", type(function).__qualname__)
    return blake2b(content + name.encode(), digest_size=8).hexdigest()
