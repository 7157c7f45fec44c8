"""Work of the front half and of the runtime, without a model."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FakeMap:
    """Short texts to run through a map on the fake engine."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LongProgram:
    """A program of many steps, to compile and to plan."""

    text: str


@dataclass(frozen=True, slots=True)
class LongFile:
    """A file of many lines, to check."""

    text: str
