"""Measurements as the tables of `docs/benchmarks.md`."""

from collections.abc import Mapping, Sequence
from statistics import median

from tests.benchmarks.measurement import Measurement
from tests.benchmarks.table import REFERENCE

_HEADINGS = ("who", "s", "times pp", "prompt tokens", "answer tokens", "right", "MiB")


def as_markdown(title: str, rows: Mapping[str, Sequence[Measurement]]) -> str:
    """Return one workload's table, fastest first; ratios are to pp's program."""
    lines = [
        f"### {title}",
        "",
        f"| {' | '.join(_HEADINGS)} |",
        f"|{' --- |' * len(_HEADINGS)}",
    ]
    reference = _seconds(rows[REFERENCE]) if REFERENCE in rows else None
    for name, measurements in sorted(rows.items(), key=lambda row: _seconds(row[1])):
        last = measurements[-1]
        seconds = _seconds(measurements)
        cells = (
            name,
            f"{seconds:.2f}",
            "" if reference is None else f"{seconds / reference:.2f}",
            "" if last.prompt_tokens is None else f"{last.prompt_tokens:,}",
            "" if last.answer_tokens is None else f"{last.answer_tokens:,}",
            "" if last.valid is None else f"{last.valid}/{last.answers}",
            f"{max(each.peak_mib for each in measurements):,.0f}",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _seconds(measurements: Sequence[Measurement]) -> float:
    return median(each.seconds for each in measurements)
