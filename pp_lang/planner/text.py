"""A plan for a person at a terminal of 80 columns."""

from pp_lang.planner.bounds import Bounds
from pp_lang.planner.opening_text import opening_lines
from pp_lang.planner.plan import Plan, PlannedPrefix, PlannedStep, PlannedTokens

_WIDTH = 80
_NAME, _RUNS, _PROMPT, _ANSWER = 38, 12, 16, 10


def plan_text(plan: Plan) -> str:
    """Return the plan as text, without a last newline."""
    sections = [
        _head(plan),
        _steps(plan),
        _prefixes(plan),
        _tokens(plan.tokens) if plan.tokens else "",
        _memory(plan),
        _critical_path(plan),
        _listed(
            "Only the run can tell", [_unknown_text(plan, i) for i in range(len(plan.unknowns))]
        ),
        _listed("Notes", list(plan.notes)),
        _listed("This will fail", list(plan.problems)),
    ]
    return "\n\n".join(section for section in sections if section)


def _head(plan: Plan) -> str:
    lines = [f"Plan of {plan.program} in {plan.file}"]
    if plan.model:
        model = plan.model
        lines.append(
            f"model {model.name}: {model.cells:,} cells, at most {model.max_width} side by side"
        )
        if model.opening:
            lines += opening_lines(model.opening)
        if not model.can_share_prefix:
            lines.append("this model's memory cannot share prefixes: every prompt is read whole")
    else:
        lines.append("no model to count tokens with")
    lines += [f"input {name}: {known}" for name, known in plan.inputs]
    return "\n".join(lines)


def _steps(plan: Plan) -> str:
    lines = [_row("Steps", "runs", "prompt tokens" if plan.model else "", "answer ≤")]
    for step in plan.steps:
        lines += _step_rows(step, 1)
    return "\n".join(lines)


def _step_rows(step: PlannedStep, depth: int) -> list[str]:
    label = f"{'  ' * depth}{_short_name(step.name)}"
    generation = step.generation
    prompt = str(generation.prompt_tokens) if generation and generation.prompt_tokens else ""
    answer = ""
    if generation:
        answer = "scored" if generation.is_scored else f"{generation.answer_tokens:,}"
    count = step.items if step.items is not None else step.runs
    unit = _unit(step, count)
    gap = max(2, 18 - len(label))
    rows = [_row(f"{label}{' ' * gap}{step.detail}", f"{count}{unit}", prompt, answer)]
    for inner in step.steps:
        rows += _step_rows(inner, depth + 1)
    return rows


def _short_name(name: str) -> str:
    """Return the name without the marks of names that lowering made: `brief~merged`, `result~2`."""
    first, _, rest = name.rpartition("~")
    return first if rest.isdigit() else rest


def _unit(step: PlannedStep, count: Bounds) -> str:
    if step.items is None:
        return ""
    unit = {"map": "item", "sample": "sample", "reduce": "merge", "repeat": "round"}[step.kind]
    return f" {unit}" if count == Bounds(1, 1) else f" {unit}s"


def _row(name: str, runs: str, prompt: str, answer: str) -> str:
    if len(name) > _NAME:
        name = name[: _NAME - 1] + "…"
    return f"{name:<{_NAME}}{runs:>{_RUNS}}{prompt:>{_PROMPT}}{answer:>{_ANSWER}}".rstrip()


def _prefixes(plan: Plan) -> str:
    if not plan.prefixes or not plan.model:
        return ""
    lines = [f"{'Shared prefixes':<38}{'tokens':>12}{'read':>12}{'used by':>14}"]
    for prefix in plan.prefixes:
        lines += _prefix_rows(prefix, 1)
    return "\n".join(lines)


def _prefix_rows(prefix: PlannedPrefix, depth: int) -> list[str]:
    label = f"{'  ' * depth}{prefix.place}"
    read = f"{prefix.openings} ×"
    rows = [f"{label:<38}{prefix.tokens!s:>12}{read:>12}{prefix.readers!s:>14}"]
    for inner in prefix.prefixes:
        rows += _prefix_rows(inner, depth + 1)
    return rows


def _tokens(tokens: PlannedTokens) -> str:
    share = ""
    if tokens.saved.is_exact and tokens.without_sharing.low:
        share = f"  {tokens.saved.low / tokens.without_sharing.low:.0%}"
    decode = "no bound" if tokens.to_decode is None else f"≤ {tokens.to_decode:,}"
    if tokens.to_decode == 0:
        decode = "0"
    return "\n".join(
        [
            "Tokens",
            f"  to prefill            {tokens.to_prefill!s:>16}",
            f"  without sharing       {tokens.without_sharing!s:>16}",
            f"  saved by sharing      {tokens.saved!s:>16}{share}",
            f"  to decode             {decode:>16}",
        ]
    )


def _memory(plan: Plan) -> str:
    if plan.memory is None or plan.model is None:
        return ""
    need = plan.memory
    size = _size(need.bytes)
    most = f"  cells at most         {need.most_cells:>16,}  in the whole run"
    return "\n".join(
        [
            "Memory",
            f"  widest batch          {need.width:>16,}  generations of {need.place}",
            f"  cells for it          {need.cells:>16,}  of {plan.model.cells:,}, {size}",
            most,
        ]
    )


def _size(count: int) -> str:
    for unit, scale in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= scale:
            return f"{count / scale:.1f} {unit}"
    return f"{count} bytes"


def _critical_path(plan: Plan) -> str:
    length = plan.chain_length
    if not plan.critical_path:
        return "Critical path\n  no generations"
    noun = "generation" if length == Bounds(1, 1) else "generations"
    links = [
        link.id if link.times == Bounds(1, 1) else f"{link.id}, {link.times} ×"
        for link in plan.critical_path
    ]
    lines = [f"Critical path: {length} {noun} in a row"]
    return "\n".join(
        lines + [f"  {'→ ' if place else ''}{link}" for place, link in enumerate(links)]
    )


def _unknown_text(plan: Plan, place: int) -> str:
    unknown = plan.unknowns[place]
    return f"{unknown.id}: {unknown.what}; depends on {', '.join(unknown.depends_on)}"


def _listed(title: str, lines: list[str]) -> str:
    if not lines:
        return ""
    return "\n".join([title, *(_wrapped(line) for line in lines)])


def _wrapped(line: str) -> str:
    rows, row = [], " "
    for word in line.split(" "):
        if len(row) + 1 + len(word) > _WIDTH and row.strip():
            rows.append(row)
            row = "   "
        row += f" {word}"
    return "\n".join([*rows, row])
