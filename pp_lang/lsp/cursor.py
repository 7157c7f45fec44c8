"""What is around the cursor: the declaration, open brackets, names in scope."""

from dataclasses import dataclass

from pp_lang.lsp.brackets import Frame, Kind, kind_of_bracket
from pp_lang.lsp.scan import Scanned, Token, Where, scan
from pp_lang.syntax import DECLARATIONS

_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_BOUND_AFTER = {
    "map": ("in",),
    "repeat": ("with", "="),
    "with": ("=",),
}
"""A name after one of these words is bound where one of those follows it."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """The surroundings of a place in a text."""

    where: Where
    prefix: str
    """The part of a name in front of the cursor."""
    keyword: str | None
    """The kind of declaration that the cursor is in; None between declarations."""
    declaration: str | None
    """Its name."""
    frames: tuple[Frame, ...]
    """The declaration's head, and the brackets around the cursor, the innermost last."""
    is_at_line_start: bool
    """Whether nothing stands in front of it on its line, not even a space."""
    names: tuple[str, ...]
    """Names bound by the declaration and visible here."""
    tokens: tuple[Token, ...]
    """All tokens in front of that name."""

    @property
    def frame(self) -> Frame:
        """The innermost brackets around the cursor, or the declaration's head."""
        return self.frames[-1]

    @property
    def opening(self) -> int:
        """Where among the tokens the innermost brackets open."""
        return self.tokens.index(self.frame.tokens[0]) if self.frame.tokens else 0

    @property
    def callee(self) -> str:
        """What is called by the innermost brackets, if they hold arguments."""
        return self.tokens[self.opening - 1].text if self.opening else ""

    @property
    def before(self) -> Token | None:
        """The token in front of the name."""
        return self.tokens[-1] if self.tokens else None


def read_cursor(text: str, offset: int) -> Cursor:
    """Return the surroundings of `offset`. Never fails, whatever the text is."""
    scanned = scan(text, 0, offset)
    prefix, tokens = _split_prefix(scanned, offset)
    reader = _Reader()
    for token in tokens:
        reader.read(token)
    names = [
        *reader.params,
        *(name for frame in reader.frames for name in frame.names + frame.loop_names),
    ]
    names += [name for block in reader.blocks for name in block]
    if scanned.where is Where.CODE:
        names += _bound_below(text, offset, reader.frames)
    return Cursor(
        scanned.where,
        prefix,
        reader.keyword,
        reader.declaration,
        tuple(reader.frames),
        text[: offset - len(prefix)].endswith(("\n", "\r")) or offset == len(prefix),
        tuple(dict.fromkeys(names)),
        tuple(tokens),
    )


def _split_prefix(scanned: Scanned, offset: int) -> tuple[str, list[Token]]:
    tokens = scanned.tokens
    is_code = scanned.where in (Where.CODE, Where.HOLE, Where.TAG)
    if is_code and tokens and tokens[-1].kind == "name" and tokens[-1].end == offset:
        return tokens[-1].text, tokens[:-1]
    return "", tokens


class _Reader:
    """Follows tokens and keeps what is open."""

    def __init__(self) -> None:
        self.keyword: str | None = None
        self.declaration: str | None = None
        self.params: list[str] = []
        self.frames = [Frame(Kind.HEAD)]
        self.blocks: list[list[str]] = []
        """Names of the open `for` and `if` tags of a body."""
        self._before: Token | None = None
        self._earlier: Token | None = None

    def read(self, token: Token) -> None:
        if self._begins_declaration(token):
            self.keyword, self.declaration = token.text, None
            self._reset()
            self.params = []
        elif self._before is not None and self._before.text == self.keyword and not self._named:
            self.declaration = token.text.strip('"')  # of a test, the text in the quotes
        self._bind(token)
        if token.kind == "mark" and token.text in _OPENING:
            kind = kind_of_bracket(token, self.frames, self.keyword, self._earlier)
            self.frames.append(Frame(kind))
        elif token.kind == "mark" and token.text in _CLOSING:
            self._close()
        else:
            self._read_part(token)
        self.frames[-1].tokens.append(token)
        self._earlier, self._before = self._before, token

    @property
    def _named(self) -> bool:
        return self.declaration is not None

    def _begins_declaration(self, token: Token) -> bool:
        if token.kind != "name" or token.text not in DECLARATIONS or len(self.frames) > 1:
            return False
        before = self._before
        return before is None or (
            before.text not in (".", "within", "->", "|", "=", "as", ":")
            and (before.text not in DECLARATIONS or self._named)
        )

    def _reset(self) -> None:
        self.frames, self.blocks = [Frame(Kind.HEAD)], []

    def _read_part(self, token: Token) -> None:
        match token.kind:
            case "body-end":
                self.keyword = None
                self._reset()
            case "body" | "hole" | "tag":
                self.frames = [Frame(Kind.HEAD)]
            case "hole-end":
                self.frames = [Frame(Kind.HEAD)]
            case "tag-end":
                self._end_tag()
                self.frames = [Frame(Kind.HEAD)]

    def _end_tag(self) -> None:
        words = [one.text for one in self.frames[0].tokens if one.kind == "name"]
        match words:
            case ["end", *_] if self.blocks:
                self.blocks.pop()
            case ["for", name, *_]:
                self.blocks.append([name])
            case ["if", *_]:
                self.blocks.append([])

    def _close(self) -> None:
        if len(self.frames) == 1:
            return
        closed = self.frames.pop()
        outer = self.frames[-1]
        outer.last_closed = closed
        if closed.kind is Kind.PATTERN:
            outer.loop_names += closed.plain_names()
        is_end = closed.kind in (Kind.BLOCK, Kind.TEST) and outer.heads(self.keyword)
        if is_end and not closed.has_options():
            self.keyword = None

    def _bind(self, token: Token) -> None:
        """Note the names that the last tokens bind, now that `token` follows them."""
        frame, before = self.frames[-1], self._before
        earlier = self._earlier.text if self._earlier is not None else ""
        if token.text in ("case", "return"):
            frame.loop_names = []
        elif token.text == "=>" and before is not None and before.text == ")":
            frame.loop_names += frame.last_closed.plain_names() if frame.last_closed else []
        elif before is None or before.kind != "name":
            return
        elif token.text == "=>" or self._ends_binder(token, earlier):
            frame.loop_names.append(before.text)
        elif frame.kind is Kind.PARAMS:
            if token.text == ":" and earlier in ("(", ","):
                self.params.append(before.text)
        elif frame.kind is Kind.TYPE_PARAMS:
            self.params.append(before.text)
        elif token.text == "=" and frame.kind is Kind.BLOCK:
            frame.names.append(before.text)
            frame.loop_names = []
        elif earlier == "as" and frame.kind is Kind.TEST:
            frame.names.append(before.text)

    def _ends_binder(self, token: Token, earlier: str) -> bool:
        """Return whether `token` follows a name that a loop or a case binds."""
        is_case = earlier == "case" and self.frames[-1].kind is Kind.CASES
        return is_case or token.text in _BOUND_AFTER.get(earlier, ())


def _bound_below(text: str, offset: int, frames: list[Frame]) -> list[str]:
    """Return the names bound further down in blocks that the cursor is in."""
    if not any(frame.kind is Kind.BLOCK for frame in frames):
        return []
    names: list[str] = []
    depth, left = 0, len(frames) - 1
    before: Token | None = None
    for token in scan(text, offset, len(text)).tokens:
        if token.kind == "mark":
            depth += (token.text in _OPENING) - (token.text in _CLOSING)
        if depth < 0:
            depth, left = 0, left - 1
        if not left or token.kind == "body":
            break
        if token.text == "=" and before is not None and before.kind == "name" and not depth:
            names.append(before.text)
        before = token
    return names
