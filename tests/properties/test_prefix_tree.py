"""The prefix tree does what its naive twin does, whatever the order of calls."""

from hypothesis import settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from pp_lang.engine.prefix_tree import PrefixNode, PrefixTree
from tests.support.naive_prefix_tree import NaivePrefixTree, Path

_segments = strategies.lists(strategies.integers(0, 2), min_size=1, max_size=2).map(tuple)
_paths = strategies.lists(_segments, min_size=1, max_size=3).map(tuple)


class PrefixTreeMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.tree = PrefixTree()
        self.twin = NaivePrefixTree()
        self.users: list[tuple[Path, PrefixNode]] = []

    @rule(path=_paths)
    def take(self, path: Path) -> None:
        node = self.tree.take(path)
        assert node is not None
        assert _path_of(node) == path
        self.twin.take(path)
        self.users.append((path, node))

    @rule(data=strategies.data())
    def release(self, data: strategies.DataObject) -> None:
        if not self.users:
            return
        path, node = self.users.pop(data.draw(strategies.integers(0, len(self.users) - 1)))
        freed = {_path_of(gone) for gone in self.tree.release(node)}
        assert freed == self.twin.release(path)

    @invariant()
    def holds_the_same_nodes(self) -> None:
        nodes = list(self.tree)
        assert {_path_of(node) for node in nodes} == self.twin.nodes()
        assert len(nodes) == len(self.tree) == len(self.twin.nodes())

    @invariant()
    def starts_add_up(self) -> None:
        for node in self.tree:
            before = sum(len(other.tokens) for other in node.path()[:-1])
            assert node.start == before


def _path_of(node: PrefixNode) -> Path:
    return tuple(other.tokens for other in node.path())


PrefixTreeMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
TestPrefixTree = PrefixTreeMachine.TestCase
