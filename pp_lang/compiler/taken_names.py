"""Names of nodes: no name in a region is that of another there or around it."""


class TakenNames:
    """The names that a region has so far. Those around it count as its own, without a copy."""

    def __init__(self, outer: "TakenNames | None" = None) -> None:
        self._outer = outer
        self._own: set[str] = set()
        self._next: dict[tuple[str, int], int] = {}
        """Where to go on counting; all numbers from the start to it are taken."""

    def inner(self) -> "TakenNames":
        """Return the names of a region inside this one, to be filled before this one goes on."""
        return TakenNames(self)

    def reserve(self, name: str) -> str:
        """Take and return `name`, or the first free one of `name~2`, `name~3`, …"""
        return self._take(self._numbered(name, start=2) if name in self else name)

    def fresh(self, hint: str) -> str:
        """Take and return the first free one of `hint~1`, `hint~2`, …"""
        return self._take(self._numbered(hint, start=1))

    def __contains__(self, name: str) -> bool:
        return name in self._own or (self._outer is not None and name in self._outer)

    def _take(self, name: str) -> str:
        self._own.add(name)
        return name

    def _numbered(self, name: str, *, start: int) -> str:
        number = self._next_number(name, start)
        while f"{name}~{number}" in self:
            number += 1
        self._next[name, start] = number
        return f"{name}~{number}"

    def _next_number(self, name: str, start: int) -> int:
        if (name, start) in self._next:
            return self._next[name, start]
        return start if self._outer is None else self._outer._next_number(name, start)
