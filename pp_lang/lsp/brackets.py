"""What a pair of brackets holds, told from the words in front of it."""

from dataclasses import dataclass, field
from enum import Enum, auto

from pp_lang.lsp.scan import Token

_WITH_PARAMS = frozenset({"context", "extern", "program", "template"})
_NO_CALLEES = frozenset(
    {"and", "by", "case", "else", "if", "in", "map", "match", "not", "or", "reduce", "repeat",
     "return", "sample", "to", "until", "within"}
)  # fmt: skip
_BEFORE_TYPE = frozenset({"->", "|", ":", "(", ",", "[", "="})


class Kind(Enum):
    """What a pair of brackets holds."""

    HEAD = auto()
    """No brackets: the head of a declaration, or a hole of a body."""
    PARAMS = auto()
    TYPE_PARAMS = auto()
    TYPE = auto()
    TYPE_LIMITS = auto()
    RECORD_TYPE = auto()
    OPTIONS = auto()
    LIMITS = auto()
    CALL = auto()
    GROUP = auto()
    BLOCK = auto()
    """A block or a record, which look alike at first."""
    CASES = auto()
    PATTERN = auto()
    TEST = auto()


@dataclass(slots=True)
class Frame:
    """Brackets that are open, what stood in them so far, and the names bound there."""

    kind: Kind
    tokens: list[Token] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    loop_names: list[str] = field(default_factory=list)
    """Names of loops and functions, which end with the statement."""
    last_closed: "Frame | None" = None
    """The last brackets inside these."""

    def entry(self) -> list[Token]:
        """Return the tokens since the last comma."""
        commas = [place for place, token in enumerate(self.tokens) if token.text == ","]
        return self.tokens[commas[-1] + 1 :] if commas else self.tokens

    def plain_names(self) -> list[str]:
        """Return the names that no colon follows or goes before: those that a pattern binds."""
        texts = ["", *(token.text for token in self.tokens), ""]
        return [
            token.text
            for place, token in enumerate(self.tokens, 1)
            if token.kind == "name" and ":" not in (texts[place - 1], texts[place + 1])
        ]

    def heads(self, keyword: str | None) -> bool:
        """Return whether this is the head of a declaration that begins with `keyword`."""
        return self.kind is Kind.HEAD and self.tokens[:1] != [] and self.tokens[0].text == keyword

    def has_options(self) -> bool:
        """Return whether braces after a program's head turned out to hold its options."""
        return len(self.tokens) > 2 and self.tokens[2].text == ":"

    def is_type(self, keyword: str | None) -> bool:
        """Return whether the next token belongs to a type."""
        words = [token.text for token in self.entry()]
        match self.kind:
            case Kind.TYPE | Kind.RECORD_TYPE:
                return True
            case Kind.PARAMS:
                return ":" in words and not {"=", "until"} & {*words}
            case Kind.HEAD if keyword == "type":
                return "=" in words
            case Kind.HEAD:
                return "->" in words and not {"within", "=", "{"} & {*words}
            case _:
                return False


def kind_of_bracket(
    opening: Token, frames: list[Frame], keyword: str | None, earlier: Token | None
) -> Kind:
    """Return what the brackets hold that `opening` opens; `earlier` is the token but one before."""
    frame = frames[-1]
    before = frame.tokens[-1] if frame.tokens else None
    text = before.text if before is not None else ""
    match opening.text:
        case "(":
            return _parenthesis(frame, before, keyword)
        case "[":
            if frame.is_type(keyword):
                return Kind.TYPE
            is_head = keyword == "program" and frame.heads(keyword)
            return Kind.TYPE_PARAMS if is_head else Kind.GROUP
        case _:
            return _brace(frame, text, keyword, earlier.text if earlier is not None else "")


def _parenthesis(frame: Frame, before: Token | None, keyword: str | None) -> Kind:
    is_after_name = before is not None and before.kind == "name"
    if frame.is_type(keyword):
        is_limits = is_after_name or (before is not None and before.text == "]")
        return Kind.TYPE_LIMITS if is_limits else Kind.TYPE
    if keyword in _WITH_PARAMS and frame.heads(keyword):
        return Kind.PARAMS
    if before is None or before.text in _NO_CALLEES:
        return Kind.GROUP
    return Kind.CALL if is_after_name or before.text in (")", "]") else Kind.GROUP


def _brace(frame: Frame, text: str, keyword: str | None, earlier: str) -> Kind:
    if frame.kind is Kind.HEAD and keyword == "type":
        return Kind.RECORD_TYPE
    if frame.is_type(keyword) and text in _BEFORE_TYPE:
        return Kind.RECORD_TYPE
    if frame.kind is Kind.CASES and text in ("case", "|"):
        return Kind.PATTERN
    if text == "within":
        return Kind.LIMITS
    if frame.heads(keyword):
        return {"program": Kind.BLOCK, "test": Kind.TEST}.get(keyword or "", Kind.OPTIONS)
    is_call = frame.last_closed is not None and frame.last_closed.kind is Kind.CALL
    if (text == ")" and is_call) or earlier == "by":
        return Kind.OPTIONS
    return Kind.CASES if text == ":" and _awaits_cases(frame) else Kind.BLOCK


def _awaits_cases(frame: Frame) -> bool:
    """Return whether the last colon is that of a `match`: no other construct came after it."""
    words = [token.text for token in frame.tokens]
    last = max((place for place, word in enumerate(words) if word == "match"), default=-1)
    return last >= 0 and ":" not in words[last:-1]
