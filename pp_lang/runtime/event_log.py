"""Gathers the events of a turn and hands them on in the order of the program."""

from pp_lang.evaluation import Value, unwrap
from pp_lang.graph import Node
from pp_lang.runtime.events import (
    ItemFinished,
    NodeFinished,
    NodeProgress,
    NodeStarted,
    OnEvent,
    RunEvent,
    kind_of,
)
from pp_lang.runtime.place import LAST, Place


class EventLog:
    """Events of one turn.

    Tasks that run at the same time may come in any order (trio shuffles them on purpose), so what
    one turn brought is put in the order of the program before anyone sees it.
    """

    def __init__(self, on_event: OnEvent | None) -> None:
        self._on_event = on_event
        self._events: list[tuple[tuple[int, ...], RunEvent]] = []
        self._progress: dict[str, tuple[tuple[int, ...], NodeProgress]] = {}
        self.is_heard = on_event is not None
        """False where nobody listens: then events need not be made."""

    def started(self, node: Node, place: Place) -> None:
        """Note that a node begins."""
        if self.is_heard:
            self.add(place.order, NodeStarted(place.id, kind_of(node), place.key))

    def finished(self, node: Node, place: Place, value: Value) -> None:
        """Note that a node has its value."""
        if self.is_heard:
            event = NodeFinished(place.id, kind_of(node), place.key, unwrap(value))
            self.add((*place.order, LAST), event)

    def item_finished(self, node: Node, place: Place, index: int, value: Value) -> None:
        """Note that an item of the node at `place` has its value."""
        if self.is_heard:
            event = ItemFinished(place.id, kind_of(node), index, unwrap(value))
            self.add((*place.order, index, LAST), event)

    def progress(self, node: Node, place: Place, done: int, total: int) -> None:
        """Note how far a node is; of one turn only the last is told."""
        if self.is_heard:
            event = NodeProgress(place.id, kind_of(node), place.key, done, total)
            self._progress[place.id] = ((*place.order, LAST - 1), event)

    def add(self, order: tuple[int, ...], event: RunEvent) -> None:
        """Note an event that happened at the place of rank `order`."""
        self._events.append((order, event))

    def tell(self, event: RunEvent) -> None:
        """Hand an event on at once."""
        if self._on_event is not None:
            self._on_event(event)

    def flush(self) -> None:
        """Hand on what the turn brought."""
        if not self._events and not self._progress:
            return
        events = [*self._events, *self._progress.values()]
        self._events, self._progress = [], {}
        for _, event in sorted(events, key=lambda entry: entry[0]):
            self.tell(event)
