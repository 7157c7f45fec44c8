"""Lark's LALR parser, twice as fast, with the same trees, places and errors.

Two things took most of the time. Lark notes lines, columns and offsets of every rule, of which the
syntax tree needs offsets. And most rules of expressions only hand a part on (`sum` for `product`
for `unary` …), which is ten steps for each constant.
"""

from collections.abc import Callable
from operator import itemgetter
from typing import Any

from lark import Token, Tree
from lark.common import ParserConf
from lark.exceptions import UnexpectedToken
from lark.parse_tree_builder import ExpandSingleChild, PropagatePositions
from lark.parsers.lalr_analysis import Shift
from lark.parsers.lalr_parser import LALR_Parser
from lark.parsers.lalr_parser_state import ParseConf, ParserState

# Any: lark has no types for rules, states and callbacks.
_Callback = Callable[[list[Any]], Any]
_hand_on: _Callback = itemgetter(0)
"""The callback of a rule that stands for its only part."""


class LeanParser(LALR_Parser):
    """For Lark's option `_plugins`."""

    def __init__(self, parser_conf: ParserConf, debug: bool = False, strict: bool = False) -> None:
        parser_conf.callbacks = _lean(parser_conf.callbacks)
        super().__init__(parser_conf, debug, strict)
        self._jumps: dict[Any, Any] = {}

    @classmethod
    def deserialize(  # type: ignore[override]
        cls, data: Any, memo: Any, callbacks: Any, debug: bool = False
    ) -> Any:
        """Return the parser that a cache holds."""
        parser: Any = super().deserialize(  # type: ignore[no-untyped-call]
            data, memo, _lean(callbacks), debug
        )
        parser._jumps = {}
        return parser

    def parse(self, lexer: Any, start: str, on_error: Any = None) -> Any:
        """Return the tree of a text."""
        if on_error is not None:
            return super().parse(lexer, start, on_error)  # type: ignore[no-untyped-call]
        conf = ParseConf(self._parse_table, self.parser.callbacks, start)
        state = _LeanState(conf, lexer)
        state.jumps = self._jumps
        return self.parser.parse_from_state(state)


class _LeanState(ParserState[Any]):
    """The stacks of a parse, which leave out the steps that only hand a part on."""

    __slots__ = ("jumps",)
    jumps: dict[Any, Any]
    """The state that such steps end in, by the state below, the state and the token."""

    def copy(self, deepcopy_values: bool = True) -> "_LeanState":
        """Return a copy, for trying what could follow."""
        copied = super().copy(deepcopy_values)
        assert isinstance(copied, _LeanState)
        copied.jumps = self.jumps
        return copied

    def feed_token(self, token: Token, is_end: bool = False) -> Any:
        """Take a token: reduce as often as it says, then shift it."""
        states, values = self.state_stack, self.value_stack
        conf = self.parse_conf
        table, callbacks, type_ = conf.states, conf.callbacks, token.type
        while True:
            try:
                action, arg = table[states[-1]][type_]
            except KeyError:
                expected = {name for name in table[states[-1]] if name.isupper()}
                raise UnexpectedToken(  # type: ignore[no-untyped-call]
                    token, expected, state=self
                ) from None
            if action is Shift:
                states.append(arg)
                values.append(token)
                return None
            callback = callbacks.get(arg, list)  # none where it is only tried what could follow
            if callback is _hand_on:
                states[-1] = self._jump(states[-2], states[-1], type_)
            else:
                size = len(arg.expansion)
                parts = values[-size:] if size else []
                if size:
                    del states[-size:], values[-size:]
                values.append(callback(parts))
                states.append(table[states[-1]][arg.origin.name][1])
            if is_end and states[-1] == conf.end_state:
                return values[-1]

    def _jump(self, below: Any, state: Any, type_: str) -> Any:
        found = self.jumps.get((below, state, type_))
        if found is not None:
            return found
        table, callbacks = self.parse_conf.states, self.parse_conf.callbacks
        end = state
        while (entry := table[end].get(type_)) is not None:
            if entry[0] is Shift or callbacks[entry[1]] is not _hand_on:
                break
            end = table[below][entry[1].origin.name][1]
        self.jumps[below, state, type_] = end
        return end


def _lean(callbacks: dict[Any, Any]) -> dict[Any, Any]:
    return {rule: _lean_callback(rule, callback) for rule, callback in callbacks.items()}


def _lean_callback(rule: Any, callback: Any) -> Any:
    if not isinstance(callback, PropagatePositions):
        return callback
    if isinstance(callback.node_builder, ExpandSingleChild) and len(rule.expansion) == 1:
        return _hand_on
    return _Placed(callback.node_builder)


class _Placed:
    """Builds the tree of a rule and notes where it begins and ends.

    A tree that a rule hands on keeps its own place; `container_…` is that of the whole rule, which
    includes parentheses around it.
    """

    __slots__ = ("_build",)

    def __init__(self, build: _Callback) -> None:
        self._build = build

    def __call__(self, children: list[Any]) -> Any:
        built = self._build(children)
        start, end = _start_of(children), _end_of(children)
        if start is not None and isinstance(built, Tree):
            meta: Any = built.meta
            if meta.empty:
                meta.empty = False
                meta.start_pos, meta.end_pos = start, end
            meta.container_start_pos, meta.container_end_pos = start, end
        return built


def _start_of(children: list[Any]) -> Any:
    for child in children:
        if isinstance(child, Token):
            return child.start_pos
        if not child.meta.empty:
            return child.meta.container_start_pos
    return None


def _end_of(children: list[Any]) -> Any:
    for child in reversed(children):
        if isinstance(child, Token):
            return child.end_pos
        if not child.meta.empty:
            return child.meta.container_end_pos
    return None
