"""Turns to one sequence of fragments, through the model's own chat template.

A chat template comes with the model file and is untrusted code: it runs in Jinja's sandbox. It
never sees a turn's text but a mark in its place, so that the text keeps its provenance and its
cuts, and cannot be read as part of the template.
"""

import json
import re
from dataclasses import dataclass
from typing import Any, NoReturn

from jinja2 import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pp_lang.engine.prompt import Cut, Piece, Prompt, Role, Turn
from pp_lang.errors import ModelError

MAX_RENDERED_CHARS = 1_000_000
"""A template that writes more than this around the turns is broken or hostile."""

_MARK = re.compile("\ue000([0-9]+)\ue001")


@dataclass(frozen=True, slots=True)
class TemplateText:
    """Text of the chat template itself: the only text in which control tokens are read."""

    text: str


Fragment = TemplateText | Piece | Cut


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where the text of one turn stands."""

    turn: int


_Layout = tuple[TemplateText | _Slot, ...]


class ChatTemplate:
    """Renders prompts for one model."""

    def __init__(self, source: str | None, *, bos_text: str = "", eos_text: str = "") -> None:
        """Take the Jinja `source`; None writes turns as plain text with blank lines between.

        Raises `ModelError` when the template is not valid Jinja.
        """
        self._variables = {"bos_token": bos_text, "eos_token": eos_text}
        self._layouts: dict[tuple[Role, ...], _Layout | ModelError] = {}
        self._template = None
        if source is not None:
            try:
                self._template = _environment().from_string(source)
            except TemplateError as error:
                raise ModelError(f"the model's chat template is not valid: {error}") from error

    def render(self, prompt: Prompt) -> tuple[Fragment, ...]:
        """Return the prompt's text in order.

        Raises `ModelError` when the template cannot take these turns.
        """
        turns = prompt.turns
        try:
            layout = self._layout(tuple(turn.role for turn in turns))
        except ModelError:
            merged = merge_system(turns)
            if merged == turns:
                raise
            turns = merged
            layout = self._layout(tuple(turn.role for turn in turns))
        fragments: list[Fragment] = []
        for part in layout:
            if isinstance(part, TemplateText):
                fragments.append(part)
            else:
                fragments.extend(turns[part.turn].parts)
        return tuple(fragments)

    def _layout(self, roles: tuple[Role, ...]) -> _Layout:
        found = self._layouts.get(roles)
        if found is None:
            try:
                found = _parse_layout(self._write(roles), roles)
            except ModelError as error:
                found = error
            self._layouts[roles] = found
        if isinstance(found, ModelError):
            raise found
        return found

    def _write(self, roles: tuple[Role, ...]) -> str:
        """Render marks in place of the turns' texts."""
        marks = [f"\ue000{number}\ue001" for number in range(len(roles))]
        if self._template is None:
            return "\n\n".join(marks)
        try:
            return self._generate(roles, marks)
        except ModelError:
            raise
        except Exception as error:  # whatever untrusted template code raises is the model's fault
            raise ModelError(f"the model's chat template refuses these turns: {error}") from error

    def _generate(self, roles: tuple[Role, ...], marks: list[str]) -> str:
        assert self._template is not None
        messages = [{"role": r, "content": m} for r, m in zip(roles, marks, strict=True)]
        parts = self._template.generate(
            messages=messages,
            add_generation_prompt=not roles or roles[-1] != "assistant",
            **self._variables,
        )
        written: list[str] = []
        size = 0
        for text in parts:
            written.append(text)
            size += len(text)
            if size > MAX_RENDERED_CHARS:
                raise ModelError("the model's chat template writes without end")
        return "".join(written)


def merge_system(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """Put the system's text in front of the first turn by the user, for models that know no system
    turn."""
    system = [turn for turn in turns if turn.role == "system"]
    others = [turn for turn in turns if turn.role != "system"]
    if not system:
        return turns
    parts: list[Piece | Cut] = []
    for turn in system:
        parts += turn.parts
        parts.append(Piece("\n\n", is_trusted=True))
    if not others or others[0].role != "user":
        return (Turn("user", tuple(parts[:-1])), *others)
    return (Turn("user", (*parts, *others[0].parts)), *others[1:])


def _parse_layout(written: str, roles: tuple[Role, ...]) -> _Layout:
    pieces = _MARK.split(written)
    slots = [int(number) for number in pieces[1::2]]
    if slots != list(range(len(roles))):
        raise ModelError(
            "the model's chat template does not write each of these turns exactly once: "
            + ", ".join(roles)
        )
    if roles and roles[-1] == "assistant":
        pieces[-1] = ""  # the last turn goes on, so it has no end yet
    layout: list[TemplateText | _Slot] = []
    for index, piece in enumerate(pieces):
        if index % 2:
            layout.append(_Slot(int(piece)))
        elif piece:
            layout.append(TemplateText(piece))
    return tuple(layout)


def _environment() -> ImmutableSandboxedEnvironment:
    """Jinja as the templates in model files expect it. There is no clock: prompts must not change
    by the day."""
    environment = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols"]
    )
    environment.globals["raise_exception"] = _raise_exception
    environment.filters["tojson"] = _to_json
    return environment


def _raise_exception(message: str) -> NoReturn:
    raise ModelError(f"the model's chat template says: {message}")


def _to_json(
    value: Any,  # a template may hand over anything
    ensure_ascii: bool = False,
    indent: int | None = None,
    separators: tuple[str, str] | None = None,
    sort_keys: bool = False,
) -> str:
    return json.dumps(
        value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys
    )
