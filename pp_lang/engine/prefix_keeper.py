"""Reads prefixes in such a way that they can be kept, and brings them back.

What a model keeps of a text depends, in its last bits, on the cells that it was read into and on
the rows beside it. So as long as the memory holds prefixes alone, each is read in batches of its
own, one after the other, from the first cell on. Then the bytes follow from the tokens, the cells
are known, and a prefix that was kept can be put where it would have been read: every later batch
is what it would have been.
"""

from collections.abc import Iterable

from pp_lang.engine.backend import Backend, SavedCells
from pp_lang.engine.counters import Counters
from pp_lang.engine.prefix_store import PrefixKey, PrefixStore, Spill
from pp_lang.engine.prefix_tree import PrefixNode, PrefixTree
from pp_lang.engine.sequence import Sequence

LEAST_TOKENS = 96
"""A shorter prefix is sooner read than looked for, and slower read alone than beside others."""


class PrefixKeeper:
    """Knows which cells prefixes have, and what was kept of which."""

    def __init__(
        self,
        backend: Backend,
        tree: PrefixTree,
        counters: Counters,
        store: PrefixStore | None,
        *,
        is_solo: bool,
    ) -> None:
        self._backend = backend
        self._tree = tree
        self._counters = counters
        self._store = store
        self._spill = Spill()
        self._is_solo = is_solo
        self._filled: set[int] = set()
        self._is_known = True
        """Whether what the memory holds lies from the first cell on without a gap, and is
        prefixes; or prefixes and the one request that has the memory to itself."""
        self._alone: PrefixNode | None = None

    def next_alone(self, running: list[Sequence]) -> PrefixNode | None:
        """Return the prefix that the next batch reads and nothing else, if there is one.

        Prefixes that were kept come back here.
        """
        if all(sequence.has_ready_prefix for sequence in running):
            self._alone = None
            return None
        self._take_back(running)
        while (node := self._find_alone(running)) is not None:
            if node.num_computed or not self._fetch(node):
                break
        self._alone = node
        return node

    def begin(self, node: PrefixNode) -> None:
        """Take note that tokens of `node` are about to be read."""
        assert node.sequence is not None
        if node is not self._alone:
            self._is_known = self._is_solo
            node.place = None
        elif node.num_computed == 0:
            node.place = self._next_place(node)
        self._filled.add(node.sequence)

    def fill(self, number: int) -> None:
        """Take note that the model's sequence `number` gets tokens that are no prefix."""
        self._filled.add(number)
        self._is_known = self._is_solo

    def empty(self, number: int) -> None:
        """Forget the tokens of the model's sequence `number`."""
        self._backend.drop_sequence(number)
        self._filled.discard(number)
        if self._filled:
            self._is_known = self._is_solo
        else:
            self._backend.clear()
            self._is_known = True

    def note_read(self, node: PrefixNode) -> None:
        """Keep a prefix that has just been read, if that is worth it."""
        if self._store is None or node.place is None or not _is_worth_keeping(node):
            return
        self._store.keep(_key(node), self._save(node))

    def put_aside(self, node: PrefixNode) -> None:
        """Save what `node` has, which is about to make room for others."""
        if node.is_ready and len(node.tokens) >= LEAST_TOKENS:
            self._spill.put(node, self._save(node))

    def forget(self, node: PrefixNode) -> None:
        """Drop what was put aside of `node`, which nobody wants any more."""
        self._spill.take(node)

    def _take_back(self, running: list[Sequence]) -> None:
        """Load what was put aside and is wanted now."""
        for sequence in running:
            for node in sequence.prefix.path() if sequence.prefix else ():
                if node.is_ready:
                    continue
                cells = self._spill.take(node) if node.num_computed == 0 else None
                if cells is None:
                    break
                former = node.place
                node.place = self._next_place(node)
                if node.place != former:  # other cells than those it was read into
                    node.place = None
                if not self._load(node, cells):
                    break

    def _find_alone(self, running: list[Sequence]) -> PrefixNode | None:
        if not self._is_known:
            return None
        wanted = list(_unread(running))
        if not wanted:
            return None
        first = wanted[0]
        is_all = len(wanted) == len(running) and all(node is first for node in wanted)
        return first if is_all or self._is_solo or _is_worth_keeping(first) else None

    def _fetch(self, node: PrefixNode) -> bool:
        """Load `node` from the store if it is there."""
        if self._store is None or len(node.tokens) < LEAST_TOKENS:
            return False
        node.place = self._next_place(node)
        if node.place is None:
            return False
        cells = self._store.find(_key(node))
        return cells is not None and self._load(node, cells)

    def _load(self, node: PrefixNode, cells: SavedCells) -> bool:
        assert node.sequence is not None
        if not self._backend.load_cells(cells, node.sequence, node.start, node.end):
            return False
        if node.parent is not None:
            assert node.parent.sequence is not None
            self._backend.copy_sequence(node.parent.sequence, node.sequence, node.start)
        self._filled.add(node.sequence)
        node.num_computed = len(node.tokens)
        self._counters.restored_tokens += len(node.tokens)
        return True

    def _save(self, node: PrefixNode) -> SavedCells:
        assert node.sequence is not None
        return self._backend.save_cells(node.sequence, node.start, node.end)

    def _next_place(self, node: PrefixNode) -> int | None:
        """Return the cell from which on `node` will be read; None where that is not known."""
        if not self._is_known or (node.parent is not None and node.parent.place is None):
            return None
        return sum(other.num_computed for other in self._tree if other.is_resident)


def _unread(running: Iterable[Sequence]) -> Iterable[PrefixNode]:
    """Yield the first segment that each request still waits for."""
    for sequence in running:
        if sequence.prefix is not None and not sequence.prefix.is_ready:
            yield next(node for node in sequence.prefix.path() if not node.is_ready)


def _key(node: PrefixNode) -> PrefixKey:
    path = node.path()
    assert all(one.place is not None for one in path)
    return tuple((one.place or 0, one.tokens) for one in path)


def _is_worth_keeping(node: PrefixNode) -> bool:
    """Whether `node` is long, and more than a single request's."""
    return len(node.tokens) >= LEAST_TOKENS and _num_requests(node) > 1


def _num_requests(node: PrefixNode) -> int:
    """Return how many requests and holds use `node`, directly or further down."""
    children = node.children.values()
    return node.num_users - len(children) + sum(map(_num_requests, children))
