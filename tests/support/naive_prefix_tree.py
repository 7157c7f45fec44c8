"""The slow, obvious twin of the prefix tree: a list of the paths in use."""

Path = tuple[tuple[int, ...], ...]


class NaivePrefixTree:
    """Keeps every taken path, and counts."""

    def __init__(self) -> None:
        self._taken: list[Path] = []

    def take(self, path: Path) -> None:
        """Note one more user of `path`."""
        self._taken.append(path)

    def release(self, path: Path) -> set[Path]:
        """Forget one user of `path`; return the paths of the nodes that disappear."""
        before = self.nodes()
        self._taken.remove(path)
        return before - self.nodes()

    def nodes(self) -> set[Path]:
        """Return every non-empty beginning of a taken path."""
        return {path[:size] for path in self._taken for size in range(1, len(path) + 1)}
