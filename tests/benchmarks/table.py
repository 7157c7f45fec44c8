"""Measurements as a table: medians, and how much longer than pp each peer takes."""

from collections.abc import Mapping, Sequence
from statistics import median

from rich.table import Table

from tests.benchmarks.measurement import Measurement
from tests.benchmarks.other_load import QUIET

REFERENCE = "pp, program"
"""The row that ratios are to."""


def build_table(title: str, results: Mapping[str, Sequence[Measurement]]) -> Table:
    """Lay out the measurements of one workload, a row per peer."""
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column("who", no_wrap=True)
    for heading in (
        "median s",
        "min s",
        "max s",
        "ratio to pp",
        "prompt tokens",
        "answer tokens",
        "tokens/s",
        "right",
        "MiB",
        "others",
    ):
        table.add_column(heading, justify="right", no_wrap=True)
    reference = _reference_seconds(results)
    for name, measurements in results.items():
        table.add_row(name, *_cells(measurements, reference))
    return table


def _reference_seconds(results: Mapping[str, Sequence[Measurement]]) -> float | None:
    if REFERENCE not in results:
        return None
    return median(each.seconds for each in results[REFERENCE])


def _cells(measurements: Sequence[Measurement], reference: float | None) -> list[str]:
    times = [each.seconds for each in measurements]
    middle, last = median(times), measurements[-1]
    return [
        f"{middle:.2f}",
        f"{min(times):.2f}",
        f"{max(times):.2f}",
        "" if reference is None else f"{middle / reference:.2f}",
        _count(last.prompt_tokens),
        _count(last.answer_tokens),
        "" if last.answer_tokens is None else f"{last.answer_tokens / middle:.0f}",
        "" if last.valid is None else f"{last.valid}/{last.answers}",
        f"{max(each.peak_mib for each in measurements):,.0f}",
        _share(max((each.others or 0.0 for each in measurements), default=0.0)),
    ]


def _share(others: float) -> str:
    return f"{others:.0%}" + (" !" if others > QUIET else "")


def _count(number: int | None) -> str:
    return "" if number is None else f"{number:,}"


def describe_parts(results: Mapping[str, Sequence[Measurement]]) -> list[str]:
    """Say in one line per peer where the time of its fastest run went, as far as it tells."""
    lines = []
    for name, measurements in results.items():
        parts = min(measurements, key=lambda each: each.seconds).parts
        if parts:
            told = ", ".join(
                f"{key} {value:,.2f}".removesuffix(".00") for key, value in parts.items()
            )
            lines.append(f"{name}: {told}")
    return lines
