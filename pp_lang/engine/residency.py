"""Who holds which part of the model's memory: admits requests, keeps prefixes, makes room."""

from pp_lang.engine.backend import Backend
from pp_lang.engine.cells import Cells
from pp_lang.engine.counters import Counters
from pp_lang.engine.prefix_keeper import PrefixKeeper
from pp_lang.engine.prefix_store import PrefixStore
from pp_lang.engine.prefix_tree import PrefixNode, PrefixTree
from pp_lang.engine.sequence import Sequence
from pp_lang.engine.waiting import WaitingLine
from pp_lang.errors import InternalError

GROWTH = 64
"""Cells that a growing answer takes at a time."""


class Residency:
    """Joins the prefix tree, the accounts and the backend's sequences."""

    def __init__(
        self,
        backend: Backend,
        counters: Counters,
        store: PrefixStore | None = None,
        *,
        is_solo: bool = False,
    ) -> None:
        """With `is_solo` a request finds nothing in the memory but its own prefix.

        Which cells a sequence has decides in which order llama.cpp adds its attention up, and with
        that the last bits of its logits. A prefix that was read into an otherwise empty memory, and
        what follows it, always get the same cells.
        """
        self._backend = backend
        self._is_solo = is_solo
        self._counters = counters
        self.cells = Cells(backend.info.cells, backend.info.num_sequences)
        self.tree = PrefixTree()
        self.prefixes = PrefixKeeper(backend, self.tree, counters, store, is_solo=is_solo)

    def admit(self, sequence: Sequence, *, is_alone: bool) -> bool:
        """Give `sequence` and its prefix their cells if they are free.

        When nothing else runs, prefixes that only wait for later requests make room; they are read
        again when these come.
        """
        path = sequence.prefix.path() if sequence.prefix else []
        if self._is_solo:
            self._drop_beside(path)
        missing = [node for node in path if not node.is_resident]
        num_cells = sequence.first_own_cells + sum(len(node.tokens) for node in missing)
        num_sequences = 1 + len(missing) + min(1, sequence.num_option_sequences)
        if not self._has_room(num_cells, num_sequences):
            if not is_alone:
                return False
            self._reclaim(path, num_cells, num_sequences)
        for node in missing:
            self.cells.take(len(node.tokens))
            node.sequence = self.cells.take_sequence()
        self.cells.take(sequence.first_own_cells)
        sequence.own_cells = sequence.first_own_cells
        sequence.sequence = self.cells.take_sequence()
        for _ in range(min(sequence.num_option_sequences, self.cells.num_free_sequences)):
            sequence.option_sequences.append(self.cells.take_sequence())
        self._count_shared(sequence, path)
        return True

    def begin_prefix(self, node: PrefixNode) -> int:
        """Return the model's sequence of `node`, which begins with its parent's tokens."""
        assert node.sequence is not None
        self.prefixes.begin(node)
        if node.num_computed == 0 and node.parent is not None:
            assert node.parent.sequence is not None
            self._backend.copy_sequence(node.parent.sequence, node.sequence, node.start)
        return node.sequence

    def begin_sequence(self, sequence: Sequence) -> int:
        """Return the model's sequence of `sequence`, which begins with its shared prefix."""
        assert sequence.sequence is not None
        self.prefixes.fill(sequence.sequence)
        if sequence.num_computed == 0 and sequence.prefix is not None:
            assert sequence.prefix.sequence is not None
            self._backend.copy_sequence(sequence.prefix.sequence, sequence.sequence, sequence.start)
        return sequence.sequence

    def cut_draft(self, sequence: Sequence) -> None:
        """Take drafted tokens that were not accepted out of the model's memory."""
        assert sequence.sequence is not None
        length = sequence.start + sequence.num_computed
        self._backend.cut_sequence(sequence.sequence, length)

    def begin_option(self, sequence: Sequence, target: int) -> None:
        """Let the model's sequence `target` begin with the whole prompt of `sequence`."""
        assert sequence.sequence is not None
        self.prefixes.fill(target)
        length = sequence.start + len(sequence.tokens)
        self._backend.copy_sequence(sequence.sequence, target, length)

    def end_option(self, target: int) -> None:
        """Empty the model's sequence `target` for the next option."""
        self.prefixes.empty(target)

    def grow(self, running: list[Sequence], waiting: WaitingLine) -> None:
        """Give answers that outgrow their cells more; where there are none, the youngest go back to
        wait."""
        for sequence in list(running):
            while sequence.is_running and len(sequence.tokens) > sequence.own_cells:
                wanted = min(GROWTH, sequence.max_own_cells - sequence.own_cells)
                if wanted <= self.cells.num_free:
                    self.cells.take(wanted)
                    sequence.own_cells += wanted
                elif len(running) > 1:
                    self._send_back(running.pop(), waiting)
                else:
                    path = sequence.prefix.path() if sequence.prefix else []
                    self._reclaim(path, wanted, 0)

    def end(self, sequence: Sequence) -> None:
        """Take back all that `sequence` holds."""
        self._release_own(sequence)
        self.release(sequence.prefix)
        sequence.prefix = None

    def release(self, node: PrefixNode | None) -> None:
        """Give back one use of `node` and free what nobody uses any more."""
        for freed in self.tree.release(node):
            self.prefixes.forget(freed)
            self._drop(freed)

    def drop_prefixes(self) -> None:
        """Forget the cells of every prefix, after a failure that leaves them in doubt."""
        for node in reversed(list(self.tree)):
            self._drop(node)

    def _has_room(self, num_cells: int, num_sequences: int) -> bool:
        return num_cells <= self.cells.num_free and num_sequences <= self.cells.num_free_sequences

    def _reclaim(self, keep: list[PrefixNode], num_cells: int, num_sequences: int) -> None:
        kept = {id(node) for node in keep}
        for node in reversed(list(self.tree)):
            if self._has_room(num_cells, num_sequences):
                return
            if id(node) not in kept:
                self._make_room(node)
        if not self._has_room(num_cells, num_sequences):
            raise InternalError(f"no room for {num_cells} cells although nothing else runs")

    def _drop_beside(self, path: list[PrefixNode]) -> None:
        kept = {id(node) for node in path}
        for node in reversed(list(self.tree)):
            if id(node) not in kept:
                self._make_room(node)

    def _make_room(self, node: PrefixNode) -> None:
        """Take the cells of a prefix that is still wanted."""
        place = node.place
        self.prefixes.put_aside(node)
        self._drop(node)
        node.place = place

    def _drop(self, node: PrefixNode) -> None:
        if node.sequence is None:
            return
        self.prefixes.empty(node.sequence)
        self.cells.release_sequence(node.sequence)
        self.cells.release(len(node.tokens))
        node.sequence = None
        node.num_computed = 0
        node.place = None
        node.is_paid = False

    def _send_back(self, sequence: Sequence, waiting: WaitingLine) -> None:
        self._release_own(sequence)
        if sequence.first_own_cells < sequence.max_own_cells:
            sequence.first_own_cells = min(sequence.max_own_cells, len(sequence.tokens) + GROWTH)
        waiting.put_back(sequence)

    def _release_own(self, sequence: Sequence) -> None:
        if sequence.sequence is None:
            return
        for number in (*sequence.option_sequences, sequence.sequence):
            self.prefixes.empty(number)
            self.cells.release_sequence(number)
        sequence.option_sequences.clear()
        sequence.sequence = None
        self.cells.release(sequence.own_cells)
        sequence.own_cells = 0
        sequence.num_computed = 0

    def _count_shared(self, sequence: Sequence, path: list[PrefixNode]) -> None:
        num_shared = sum(len(node.tokens) for node in path if node.is_paid)
        for node in path:
            node.is_paid = True
        if not sequence.is_counted:
            sequence.is_counted = True
            sequence.num_shared = num_shared
            self._counters.shared_tokens += num_shared
