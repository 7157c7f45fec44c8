"""Keeps stdout for results while functions of Python run: what they print goes to stderr."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO, TypeGuard, cast

_STDOUT, _STDERR = 1, 2


@contextmanager
def only_results_on_stdout() -> Iterator[None]:
    """Send to stderr what anything but `out` writes to stdout, in whichever thread.

    That holds for what a function prints, and for what libraries and processes that it calls write.
    """
    stdout = sys.stdout
    if not is_open(stdout):  # what is printed is lost anyway, and `out` says so
        yield
        return
    with _moved(stdout) as results:
        sys.stdout = cast(TextIO, _Printed(sys.stderr, results))
        try:
            yield
        finally:
            sys.stdout = stdout


def results_stream() -> TextIO | None:
    """Return the stream that results are written to; None where the process began without one."""
    results: TextIO | None = getattr(sys.stdout, "pp_results", sys.stdout)
    return results


def is_open(stream: TextIO | None) -> TypeGuard[TextIO]:
    """Return whether the process has this stream: it may have begun with it closed."""
    return stream is not None and not stream.closed


class _Printed:
    """stderr, for whoever believes that it is stdout. It knows where results go."""

    def __init__(self, stream: TextIO, results: TextIO) -> None:
        self._stream = stream
        self.pp_results = results

    def __getattr__(self, name: str) -> Any:  # Any: whatever a stream has
        return getattr(self._stream, name)


@contextmanager
def _moved(stdout: TextIO) -> Iterator[TextIO]:
    """Give a stream to where stdout leads, while what is below Python writes to stderr instead."""
    if not _is_the_process(stdout):
        yield stdout
        return
    stdout.flush()
    kept = os.dup(_STDOUT)
    results = os.fdopen(kept, "w", encoding="utf-8", errors="replace")
    os.dup2(_STDERR, _STDOUT)
    try:
        yield results
    finally:
        os.dup2(kept, _STDOUT)
        with suppress(OSError):  # what could not be written was told when it was tried
            results.close()


def _is_the_process(stdout: TextIO) -> bool:
    """Return whether the streams are those that the process began with, not ones put in place."""
    try:
        return (stdout.fileno(), sys.stderr.fileno()) == (_STDOUT, _STDERR)
    except (OSError, ValueError, io.UnsupportedOperation):
        return False
