"""What a model is asked, with the provenance of every piece of text."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of one origin.

    Trusted text was written by the program's author. Untrusted text is data: it is tokenised with
    special tokens off, so it can never become a control token of the model.
    """

    text: str
    is_trusted: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """Marks the end of a prefix that other prompts share: all before it is prefilled once and
    kept."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the conversation. A last turn by the assistant is continued rather than
    answered."""

    role: Role
    parts: tuple[Piece | Cut, ...]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A whole prompt, before the model's chat template and tokenizer have seen it."""

    turns: tuple[Turn, ...]
