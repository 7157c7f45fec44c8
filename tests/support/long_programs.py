"""Programs of as many steps as are asked for, in the shapes that a program can grow in."""

from collections.abc import Callable

_HEAD = '''
template step(previous: text) -> text { max_tokens: 20 } """
  Say in other words: {{ previous }}
"""

template merge(notes: list[text]) -> text { max_tokens: 20 } """
  {% for note in notes %}
  - {{ note }}
  {% end %}
"""
'''
_FILE_PART = '''
type Verdict% {
  mood: "happy" | "neutral" | "angry"
  topic: text(max_chars: 40) "what it is about"
}

context desk%(policy: text) """
  You work at a support desk. Company policy:
  {{ policy }}
"""

template judge%(review: text) -> Verdict% within desk% { max_tokens: 60 } """
  Say as {{ format }} how the writer of this review feels.
  {{ review }}
"""

program triage%(policy: text, reviews: list[text]) {
  # One call for each review.
  office = desk%(policy)
  verdicts = map review in reviews: office.judge%(review)
  angry = map verdict in verdicts if verdict.mood == "angry": verdict.topic
  return { angry, count: len(angry) }
}
'''


def _chain(steps: int) -> str:
    """Each step uses the one before it."""
    return _main("start: text", "start", [f"step(v{i})" for i in range(steps)])


def _wide(steps: int) -> str:
    """No step uses another."""
    everything = f"[{', '.join(f'v{i + 1}' for i in range(steps))}]"
    return _main("start: text", "start", ["step(v0)"] * steps, everything)


def _one_list(steps: int) -> str:
    """All steps stand in one expression."""
    return _main("start: text", "start", [f"[{', '.join(['step(v0)'] * steps)}]"])


def _maps(steps: int) -> str:
    """A map over the items of the map before it, and so on; two steps each."""
    values = [f"map x{i} in v{i}: step(x{i})" for i in range(steps // 2)]
    return _main("items: list[text]", "items", values)


def _reduces(steps: int) -> str:
    """A reduce of what the reduce before it gave, and so on; two steps each."""
    values = [f"reduce [v{i}, v{i}] with merge by tree" for i in range(steps // 2)]
    return _main("start: text", "start", values)


def _branches(steps: int) -> str:
    """A choice by what the choice before it gave, and so on; two steps each."""
    values = [f"if len(v{i}) > {i}: step(v{i}) else: v{i}" for i in range(steps // 2)]
    return _main("start: text", "start", values)


def _blocks(steps: int) -> str:
    """The same name in each of many blocks; two steps each."""
    values = [f"{{ draft = step(v{i}) return draft + start }}" for i in range(steps // 2)]
    return _main("start: text", "start", values)


def _programs(steps: int) -> str:
    """A program calls programs, as many as each of them has steps."""
    side = max(1, round(steps**0.5))
    inner = [
        _program(f"part{number}", "start: text", "start", [f"step(v{i})" for i in range(side)])
        for number in range(side)
    ]
    calls = [f"part{number}(v{number})" for number in range(side)]
    return "\n".join([_HEAD, *inner, _program("main", "start: text", "start", calls)])


def _main(parameter: str, first: str, values: list[str], result: str = "") -> str:
    return f"{_HEAD}\n{_program('main', parameter, first, values, result)}"


def _program(name: str, parameter: str, first: str, values: list[str], result: str = "") -> str:
    named = [f"  v{i} = {value}" for i, value in enumerate([first, *values])]
    head = f"program {name}({parameter}) {{"
    return "\n".join([head, *named, f"  return {result or f'v{len(values)}'}", "}\n"])


LONG_PROGRAMS: dict[str, Callable[[int], str]] = {
    "chain": _chain,
    "wide": _wide,
    "one-list": _one_list,
    "maps": _maps,
    "reduces": _reduces,
    "branches": _branches,
    "blocks": _blocks,
    "programs": _programs,
}
"""By the shape's name: a text with a program `main` of about so many steps."""


def long_file(lines: int) -> str:
    """Return a file of about so many lines without mistakes, with declarations of all kinds."""
    parts = max(1, lines // _FILE_PART.count("\n"))
    return "".join(_FILE_PART.replace("%", str(number)) for number in range(parts))
