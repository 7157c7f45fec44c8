"""A call of a template, or an opened context, as a prompt with provenance and cuts."""

from typing import TypeAlias, assert_never

from pp_lang.engine import Cut, Piece, Prompt, Turn
from pp_lang.evaluation.compact_records import write_compact
from pp_lang.evaluation.environment import Environment
from pp_lang.evaluation.evaluate import evaluate, evaluate_condition, evaluate_list
from pp_lang.evaluation.values import Answer, ContextValue, Value, show_in_prompt
from pp_lang.semantics import (
    CheckedModule,
    CheckedTemplate,
    Role,
    TypedExpr,
    TypedFormat,
    TypedForPart,
    TypedHole,
    TypedIfPart,
    TypedLiteral,
    TypedPart,
    TypedText,
    TypedTurn,
)


def render_call(
    module: CheckedModule,
    template: CheckedTemplate,
    parent: ContextValue | Answer | None,
    args: dict[str, Value],
    *,
    is_sampled: bool = False,
    begin: str = "",
    shown: str | None = None,
) -> Prompt:
    """Return the prompt of one call: the turns of what it is within, then the template's.

    Cuts mark what other calls share: each context, a conversation up to its last answer, the
    template's text up to its first argument, and, where the same call is sampled several times, the
    whole prompt. `begin` is how the answer begins. `shown` stands in for all data that the template
    shows; what it is within keeps its own. May raise `RunError` as `evaluate` does.
    """
    turns = _call_turns(module, template, parent, args, shown)
    if is_sampled:
        _cut_at_end(turns)
    _say(turns, begin)
    return _prompt(turns)


def _call_turns(
    module: CheckedModule,
    template: CheckedTemplate,
    parent: ContextValue | Answer | None,
    args: dict[str, Value],
    shown: str | None = None,
) -> "list[_OpenTurn]":
    if isinstance(parent, Answer):
        turns, env = _conversation_turns(module, parent), Environment()
    else:
        turns, env = _context_turns(module, parent)
    body = _Body(shown)
    has_cut = False
    for part in template.body:
        if not has_cut and not _is_constant_part(part):
            body.cut()
            has_cut = True
        _add_part(part, env.child(args), body)
    _append(turns, body.finish())
    return turns


def _conversation_turns(module: CheckedModule, answer: Answer) -> "list[_OpenTurn]":
    """Return the turns that led to an answer, and the answer."""
    said = answer.conversation
    assert said is not None, "the answers of a template that others continue know their turns"
    turns = _call_turns(module, module.templates[said.template], said.parent, dict(said.args))
    _say(turns, answer.raw)
    _cut_at_end(turns)
    return turns


def _say(turns: "list[_OpenTurn]", text: str) -> None:
    """Let the assistant say `text`; it goes on where the prompt already began its turn."""
    if not text:
        return
    if not turns or turns[-1].role != "assistant":
        turns.append(_OpenTurn("assistant", is_explicit=True))
    turns[-1].parts.append(Piece(text, is_trusted=False))


def render_context(module: CheckedModule, context: ContextValue) -> Prompt:
    """Return the prompt that holds a context alone; its last cut is at its end."""
    turns, _ = _context_turns(module, context)
    return _prompt(turns)


_Part: TypeAlias = Piece | Cut


class _OpenTurn:
    """A turn while it is being written."""

    def __init__(self, role: Role, *, is_explicit: bool) -> None:
        self.role = role
        self.is_explicit = is_explicit
        self.parts: list[_Part] = []

    @property
    def is_empty(self) -> bool:
        return not any(isinstance(part, Piece) for part in self.parts)


class _Body:
    """The turns of one body: of a context or of a template."""

    def __init__(self, shown: str | None = None) -> None:
        self.shown = shown
        """Stands in for all data."""
        self._turns = [_OpenTurn("user", is_explicit=False)]

    def open_turn(self, role: Role) -> None:
        self._turns.append(_OpenTurn(role, is_explicit=True))

    def add(self, text: str, *, is_trusted: bool) -> None:
        parts = self._turns[-1].parts
        if not text:
            return
        last = parts[-1] if parts else None
        if isinstance(last, Piece) and last.is_trusted and is_trusted:
            parts[-1] = Piece(last.text + text, is_trusted=True)
        else:
            parts.append(Piece(text, is_trusted))

    def cut(self) -> None:
        """Mark the end of what is shared, where there is anything before it."""
        if any(_has_words(turn) for turn in self._turns):
            self._turns[-1].parts.append(Cut())

    def finish(self) -> list[_OpenTurn]:
        """Return the turns that say something, white space at their ends removed."""
        for turn in self._turns:
            _strip(turn.parts, at_end=False)
            _strip(turn.parts, at_end=True)
        return [turn for turn in self._turns if not turn.is_empty]


def _has_words(turn: _OpenTurn) -> bool:
    return any(isinstance(p, Piece) and (p.text.strip() or not p.is_trusted) for p in turn.parts)


def _strip(parts: list[_Part], *, at_end: bool) -> None:
    """Remove white space that the author's text has at one end; data keeps its own."""
    positions = range(len(parts) - 1, -1, -1) if at_end else range(len(parts))
    empty: list[int] = []
    for i in positions:
        part = parts[i]
        if isinstance(part, Cut):
            continue
        if not part.is_trusted:
            break
        text = part.text.rstrip() if at_end else part.text.lstrip()
        parts[i] = Piece(text, is_trusted=True)
        if text:
            break
        empty.append(i)
    for i in sorted(empty, reverse=True):
        del parts[i]


def _context_turns(
    module: CheckedModule, context: ContextValue | None
) -> tuple[list[_OpenTurn], Environment]:
    """Return the turns of a context and those around it, and what their bodies can name."""
    if context is None:
        return [], Environment()
    turns, outer = _context_turns(module, context.parent)
    env = outer.child(dict(context.args))
    body = _Body()
    for part in module.contexts[context.name].body:
        _add_part(part, env, body)
    _append(turns, body.finish())
    _cut_at_end(turns)
    return turns, env


def _append(turns: list[_OpenTurn], more: list[_OpenTurn]) -> None:
    """Continue `turns`; text without a role tag joins a turn of its role by a blank line."""
    for turn in more:
        last = turns[-1] if turns else None
        if last is not None and not turn.is_explicit and last.role == turn.role:
            first = turn.parts[0]
            if isinstance(first, Piece) and first.is_trusted:
                last.parts += [Piece(f"\n\n{first.text}", is_trusted=True), *turn.parts[1:]]
            else:
                last.parts += [Piece("\n\n", is_trusted=True), *turn.parts]
        else:
            turns.append(turn)


def _cut_at_end(turns: list[_OpenTurn]) -> None:
    if turns and not isinstance(turns[-1].parts[-1], Cut):
        turns[-1].parts.append(Cut())


def _prompt(turns: list[_OpenTurn]) -> Prompt:
    return Prompt(tuple(Turn(turn.role, tuple(turn.parts)) for turn in turns))


def _add_part(part: TypedPart, env: Environment, body: _Body) -> None:
    match part:
        case TypedText(text):
            body.add(text, is_trusted=True)
        case TypedHole(value):
            # `format` is the program's own words, all other holes are data.
            is_trusted = isinstance(value, TypedFormat)
            shown = None if _is_constant(value) else body.shown
            text = _show(part, env) if shown is None else shown
            body.add(text, is_trusted=is_trusted)
        case TypedForPart(variable, source, parts):
            for item in evaluate_list(source, env):
                _add_parts(parts, env.child({variable: item}), body)
        case TypedIfPart(condition, then, otherwise):
            _add_parts(then if evaluate_condition(condition, env) else otherwise, env, body)
        case TypedTurn(role):
            body.open_turn(role)
        case _:
            assert_never(part)


def _show(hole: TypedHole, env: Environment) -> str:
    value = evaluate(hole.value, env)
    return (
        show_in_prompt(value) if hole.written_as is None else write_compact(hole.written_as, value)
    )


def _add_parts(parts: tuple[TypedPart, ...], env: Environment, body: _Body) -> None:
    for part in parts:
        _add_part(part, env, body)


def _is_constant_part(part: TypedPart) -> bool:
    """Return whether the part shows the same in every call."""
    match part:
        case TypedText() | TypedTurn():
            return True
        case TypedHole(value):
            return _is_constant(value)
        case TypedForPart() | TypedIfPart():
            return False
        case _:
            assert_never(part)


def _is_constant(expr: TypedExpr) -> bool:
    return isinstance(expr, TypedFormat | TypedLiteral)
