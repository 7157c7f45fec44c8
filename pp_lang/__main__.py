"""`pp`, also as `python -m pp_lang`: the command line as a process of its own."""

import gc
import sys

_NEW_OBJECTS = 200_000
"""Python looks for garbage once there are so many; after each 700, as it does by itself, it would
look a hundred times before a file is checked."""
_INTERRUPTED = 130


def run() -> int:
    """Run `pp` with the arguments of the process and return its exit code."""
    gc.set_threshold(_NEW_OBJECTS)
    try:
        from pp_lang.cli.main import main
    except KeyboardInterrupt:  # while its modules load; later ones are caught inside
        sys.stderr.write("Interrupted.\n")
        return _INTERRUPTED
    code = main()
    gc.freeze()  # the process ends: what is left need not be searched for garbage
    return code


if __name__ == "__main__":
    sys.exit(run())
