"""Ctrl-C while a run is at work: once ends it after the step under way, twice ends the process."""

import os
import signal
import threading
from types import FrameType, TracebackType
from typing import Self

from pp_lang.cli.console import ExitCode


class Interrupts:
    """Counts interrupts inside a `with`, once `arm` was called in the loop of the run."""

    def __init__(self) -> None:
        self._before = signal.getsignal(signal.SIGINT)
        self._of_loop = self._before
        self._num_seen = 0
        self._is_armed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._is_armed:
            signal.signal(signal.SIGINT, self._before)

    def arm(self) -> None:
        """Take over from the loop's own handler, which a first interrupt is still passed on to."""
        if self._is_armed or threading.current_thread() is not threading.main_thread():
            return
        self._is_armed = True
        self._of_loop = signal.signal(signal.SIGINT, self._see)

    def _see(self, number: int, frame: FrameType | None) -> None:
        self._num_seen += 1
        if self._num_seen > 1:
            # A step of a large model takes seconds, and what is on the disk stays there.
            os.write(2, b"Stopped.\n")
            os._exit(ExitCode.INTERRUPTED)
        if callable(self._of_loop):
            self._of_loop(number, frame)
