"""What of prefixes is kept beyond the cells that they had."""

from collections import OrderedDict
from typing import Protocol, TypeAlias

from pp_lang.engine.backend import SavedCells
from pp_lang.engine.prefix_tree import PrefixNode, Tokens

PrefixKey: TypeAlias = tuple[tuple[int, Tokens], ...]
"""The segments of a prefix: the number of the cell at which each was read, and its tokens. What a
model keeps of a text depends on both."""

SPILL_BYTES = 512 * 1024**2


class PrefixStore(Protocol):
    """Prefixes of one model, opened in one way, that outlive the model's memory.

    It may forget what it likes, and never fails: what it does not have is read again.
    """

    def find(self, key: PrefixKey) -> SavedCells | None:
        """Return what is kept of the last segment of `key`."""
        ...

    def keep(self, key: PrefixKey, cells: SavedCells) -> None:
        """Keep the last segment of `key`."""
        ...


class MemoryPrefixStore:
    """Keeps prefixes in memory, the least recently used going first."""

    def __init__(self, max_bytes: int = SPILL_BYTES) -> None:
        self._max_bytes = max_bytes
        self._kept: OrderedDict[PrefixKey, SavedCells] = OrderedDict()
        self.num_bytes = 0

    def find(self, key: PrefixKey) -> SavedCells | None:
        """Return what is kept of the last segment of `key`."""
        cells = self._kept.get(key)
        if cells is not None:
            self._kept.move_to_end(key)
        return cells

    def keep(self, key: PrefixKey, cells: SavedCells) -> None:
        """Keep the last segment of `key`, unless it is larger than all that may be kept."""
        self.forget(key)
        if len(cells) > self._max_bytes:
            return
        self._kept[key] = cells
        self.num_bytes += len(cells)
        while self.num_bytes > self._max_bytes:
            self.forget(next(iter(self._kept)))

    def forget(self, key: PrefixKey) -> None:
        """Keep `key` no longer."""
        cells = self._kept.pop(key, None)
        if cells is not None:
            self.num_bytes -= len(cells)


class Spill:
    """Cells of prefixes that had to make room and are still wanted."""

    def __init__(self, max_bytes: int = SPILL_BYTES) -> None:
        self._max_bytes = max_bytes
        self._saved: OrderedDict[int, SavedCells] = OrderedDict()
        self._num_bytes = 0

    def put(self, node: PrefixNode, cells: SavedCells) -> None:
        """Put aside what `node` had; what was put aside first makes room."""
        if len(cells) > self._max_bytes:
            return
        self._saved[id(node)] = cells
        self._num_bytes += len(cells)
        while self._num_bytes > self._max_bytes:
            self._num_bytes -= len(self._saved.popitem(last=False)[1])

    def take(self, node: PrefixNode) -> SavedCells | None:
        """Return what `node` had, which is put aside no longer."""
        cells = self._saved.pop(id(node), None)
        if cells is not None:
            self._num_bytes -= len(cells)
        return cells
