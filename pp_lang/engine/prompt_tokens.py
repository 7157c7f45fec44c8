"""Prompts to tokens, cut where they are shared."""

from dataclasses import dataclass

from pp_lang.engine.backend import Vocabulary
from pp_lang.engine.chat import ChatTemplate, TemplateText
from pp_lang.engine.language_model import PromptSize
from pp_lang.engine.prefix_tree import Tokens
from pp_lang.engine.prompt import Cut, Piece, Prompt

_WHITESPACE = " \t\r\n"
MAX_CACHED_TEXTS = 256
"""Shared texts whose tokens are remembered, per model; the oldest is dropped first."""


@dataclass(frozen=True, slots=True)
class PromptTokens:
    """A prompt as the model reads it."""

    shared: tuple[Tokens, ...]
    """Segments that end at a cut; none is empty."""
    own: Tokens
    """What follows the last cut; at least one token, whose logits begin the answer."""
    pending_spaces: int
    """Spaces that the author wrote at the end of a continued turn, left out of `own`: they belong
    to the answer's first word."""
    size: PromptSize


class PromptTokenizer:
    """Renders and tokenises prompts for one model.

    Between two cuts the text of a turn is tokenised in one go, so that its tokens are those of the
    plain text. Whitespace in front of a cut moves past it: most vocabularies keep it with the word
    after it, and the shared part must have the same tokens whatever follows. Spaces that end a
    continued turn move into the answer for the same reason, unless data ends the turn: then it is
    continued exactly as it stands.
    """

    def __init__(self, backend: Vocabulary) -> None:
        special = backend.special
        self._backend = backend
        self._bos = () if special.bos is None else (special.bos,)
        self._control = special.control
        self._template = ChatTemplate(
            backend.chat_template, bos_text=special.bos_text, eos_text=special.eos_text
        )
        self._cache: dict[tuple[str, bool, bool], Tokens] = {}

    def read(self, prompt: Prompt) -> PromptTokens:
        """Return the tokens of `prompt`. Raises `ModelError` when the chat template cannot take
        it."""
        reader = _Reader(self)
        for fragment in self._template.render(prompt):
            match fragment:
                case TemplateText(text):
                    reader.add_template_text(text)
                case Cut():
                    reader.cut()
                case piece:
                    reader.add_text(piece.text)
        return reader.finish(keep_spaces=_ends_in_data(prompt))

    def tokenize_answer(self, text: str, after: int) -> Tokens:
        """Return the tokens of `text` as the beginning of an answer after the token `after`."""
        return self._backend.tokenize(text, special=False, is_first=after in self._control)

    def tokens_of(self, text: str, *, special: bool, is_first: bool, is_shared: bool) -> Tokens:
        """Return the tokens of a run of text; shared ones are remembered."""
        if not is_shared:
            return self._backend.tokenize(text, special=special, is_first=is_first)
        key = (text, special, is_first)
        tokens = self._cache.get(key)
        if tokens is None:
            tokens = self._backend.tokenize(text, special=special, is_first=is_first)
            if len(self._cache) >= MAX_CACHED_TEXTS:
                del self._cache[next(iter(self._cache))]
            self._cache[key] = tokens
        return tokens

    def is_control(self, token: int) -> bool:
        """Whether `token` is a control token."""
        return token in self._control

    @property
    def bos(self) -> Tokens:
        """What every prompt begins with."""
        return self._bos


class _Reader:
    """Collects the tokens of one prompt."""

    def __init__(self, tokenizer: PromptTokenizer) -> None:
        self._tokenizer = tokenizer
        self._segments: list[Tokens] = []
        self._tokens: list[int] = []
        self._last: int | None = None
        self._run: list[str] = []

    def add_text(self, text: str) -> None:
        self._run.append(text)

    def add_template_text(self, text: str) -> None:
        self._close_run("", is_shared=False)
        self._add(text, special=True, is_shared=True)

    def cut(self) -> None:
        self._close_run(_WHITESPACE, is_shared=True)
        self._segments.append(tuple(self._tokens))
        self._tokens = []

    def finish(self, *, keep_spaces: bool) -> PromptTokens:
        pending = self._close_run("" if keep_spaces else " ", is_shared=False)
        self._run.clear()
        if self._last is None:
            # A prompt without any text still needs a row to take logits from.
            self._add(" " * pending or "\n", special=False, is_shared=False)
            pending = 0
        segments = (*self._segments, tuple(self._tokens))
        size = PromptSize(tuple(len(segment) for segment in segments))
        shared = [segment for segment in self._segments if segment]
        own = segments[-1]
        if not own:
            *shared, last = shared
            own = last[-1:]
            if last[:-1]:
                shared.append(last[:-1])
        return PromptTokens(tuple(shared), own, pending, size)

    def _close_run(self, movable: str, *, is_shared: bool) -> int:
        """Tokenise the text so far but for `movable` characters at its end; return how many those
        are."""
        text = "".join(self._run)
        self._run.clear()
        rest = text.rstrip(movable) if movable else text
        if rest:
            self._add(rest, special=False, is_shared=is_shared)
        moved = text[len(rest) :]
        if moved:
            self._run.append(moved)
        return len(moved)

    def _add(self, text: str, *, special: bool, is_shared: bool) -> None:
        is_first = self._last is None or self._tokenizer.is_control(self._last)
        tokens = self._tokenizer.tokens_of(
            text, special=special, is_first=is_first, is_shared=is_shared
        )
        if self._last is None and tokens[:1] != self._tokenizer.bos:
            tokens = self._tokenizer.bos + tokens
        if tokens:
            self._tokens += tokens
            self._last = tokens[-1]


def _ends_in_data(prompt: Prompt) -> bool:
    """Whether the turn to continue ends in text that the author did not write."""
    if not prompt.turns or prompt.turns[-1].role != "assistant":
        return False
    pieces = [part for part in prompt.turns[-1].parts if isinstance(part, Piece) and part.text]
    return bool(pieces) and not pieces[-1].is_trusted
