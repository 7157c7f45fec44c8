"""How far a run is, on stderr: bars on a terminal, a line for each slow step elsewhere."""

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from pp_lang.cli.console import has_colour, note
from pp_lang.runtime import (
    NodeFinished,
    NodeProgress,
    NodeStarted,
    RunEvent,
    TextDelta,
)

if TYPE_CHECKING:
    from rich.progress import TaskID

_SHOWN_KINDS = frozenset({"map", "sample", "reduce", "repeat", "generate", "extern", "call"})
_SLOW_S = 1.0
"""A step that took less is not worth a line."""
_SECONDS_BETWEEN_RATES = 0.25


class ProgressView(Protocol):
    """Shows a run as its events come."""

    def __enter__(self) -> Self:
        """Begin to show."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the terminal as it was."""
        ...

    def see(self, event: RunEvent) -> None:
        """Take note of an event."""
        ...


def open_progress(*, is_quiet: bool) -> ProgressView:
    """Return what fits stderr: bars on a terminal, lines elsewhere; nothing where it is quiet."""
    if is_quiet:
        return SilentProgress()
    if sys.stderr.isatty():
        return BarProgress()
    return LineProgress(time.monotonic)


class SilentProgress:
    """Shows nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def see(self, event: RunEvent) -> None:
        """Take no note of an event."""


class LineProgress:
    """A line for each step of the program itself that took its time."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._began: dict[str, float] = {}
        self._counts: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def see(self, event: RunEvent) -> None:
        """Write a line when a step ends."""
        if not _is_shown(event):
            return
        match event:
            case NodeStarted(node):
                self._began[node] = self._clock()
            case NodeProgress(node, _, _, done, _):
                self._counts[node] = done
            case NodeFinished(node):
                self._finish(node)

    def _finish(self, node: str) -> None:
        seconds = self._clock() - self._began.pop(node, self._clock())
        if seconds < _SLOW_S:
            return
        count = self._counts.get(node)
        items = f"{count:,} items in " if count is not None else ""
        note(f"{_short(node)}: {items}{duration(seconds)}")


class BarProgress:
    """A bar for each step of the program itself, with counts, tokens a second and time left."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            Progress,
            SpinnerColumn,
            TextColumn,
            TimeRemainingColumn,
        )

        self._bars = Progress(
            SpinnerColumn(finished_text="[green]✓"),
            TextColumn("{task.description}"),
            BarColumn(24, complete_style="cyan", finished_style="green", pulse_style="cyan"),
            TextColumn("{task.fields[count]}"),
            TextColumn("{task.fields[rate]}", style="dim"),
            TimeRemainingColumn(compact=True, elapsed_when_finished=True),
            console=Console(stderr=True, no_color=not has_colour(is_terminal=True)),
            transient=True,
        )
        self._tasks: dict[str, TaskID] = {}
        self._running: set[str] = set()
        self._tokens = 0
        self._first_token = self._last_shown = time.monotonic()

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def see(self, event: RunEvent) -> None:
        """Move the bars."""
        if isinstance(event, TextDelta):
            self._count_token()
        if not _is_shown(event):
            return
        match event:
            case NodeStarted(node):
                self._running.add(node)
                task = self._bars.add_task(_short(node), total=None, count="", rate="reading")
                self._tasks[node] = task
            case NodeProgress(node, _, _, done, total):
                self._bars.update(
                    self._tasks[node], completed=done, total=total, count=f"{done:,}/{total:,}"
                )
            case NodeFinished(node):
                self._running.discard(node)
                total = int(self._bars.tasks[self._tasks[node]].total or 1)
                self._bars.update(self._tasks[node], completed=total, total=total, rate="")

    def _count_token(self) -> None:
        """Show the rate a few times a second: a delta is one token, or rarely a few."""
        now = time.monotonic()
        if not self._tokens:
            self._first_token = now
        self._tokens += 1
        if now - self._last_shown < _SECONDS_BETWEEN_RATES:
            return
        self._last_shown = now
        rate = f"{self._tokens / max(now - self._first_token, 0.1):,.0f} tokens/s"
        for node in self._running:
            self._bars.update(self._tasks[node], rate=rate)


def duration(seconds: float) -> str:
    """Return a span of time in the unit that fits it."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s"


def _is_shown(event: RunEvent) -> bool:
    """Return whether an event is about a step of the program itself that a model works on."""
    return event.kind in _SHOWN_KINDS and "[" not in event.node and event.node.count("/") == 1


def _short(node: str) -> str:
    return node.partition("/")[2].partition("~")[0]
