"""Measurements as a picture: how much longer than pp each peer takes, on each workload."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

import matplotlib as mpl
from matplotlib.figure import Figure

from tests.benchmarks.measurement import Measurement
from tests.benchmarks.table import REFERENCE

Results = Mapping[str, Mapping[str, Sequence[Measurement]]]

COLOURS = {
    "pp, program": "#0b6e4f",
    "pp, converted to Q8_0": "#7fc8a9",
    "bare loop": "#3d5a80",
    "Llama, prefix match": "#98c1d9",
    "server, 1 slot": "#ffb703",
    "server, 4 slots": "#fb8500",
    "server, 16 slots": "#c44900",
    "guidance": "#8d5a97",
    "Llama, nothing kept": "#9a9a9a",
}
"""The rows that are drawn, in order; the rest stay in the table."""


def draw(results: Results, file: Path) -> None:
    """Write one picture of all workloads that have a reference, as SVG with fixed ids."""
    drawn = {name: rows for name, rows in results.items() if REFERENCE in rows}
    mpl.rcParams["svg.hashsalt"] = "pp"
    figure = Figure(figsize=(9, 1.2 + 1.15 * len(drawn)), layout="constrained")
    axes = figure.subplots(len(drawn), 1, sharex=True, squeeze=False)[:, 0]
    for ax, (name, rows) in zip(axes, drawn.items(), strict=True):
        reference = _seconds(rows[REFERENCE])
        shown = [peer for peer in COLOURS if peer in rows]
        ratios = [_seconds(rows[peer]) / reference for peer in shown]
        bars = ax.barh(shown, ratios, color=[COLOURS[peer] for peer in shown], height=0.8)
        ax.bar_label(bars, [f"{ratio:.2f}" for ratio in ratios], padding=3, fontsize=7)
        ax.axvline(1.0, color="#0b6e4f", linewidth=0.8)
        ax.invert_yaxis()
        ax.set_title(f"{name}: pp {reference:.1f} s", loc="left", fontsize=9)
        ax.tick_params(labelsize=7)
        ax.spines[["top", "right"]].set_visible(False)
    axes[-1].set_xscale("log")
    axes[-1].set_xticks([0.5, 1, 2, 4, 8], ["0.5", "1", "2", "4", "8"])
    axes[-1].minorticks_off()
    axes[-1].set_xlabel("times as long as pp (logarithmic)", fontsize=8)
    figure.savefig(file, format="svg", metadata={"Date": None})


def _seconds(measurements: Sequence[Measurement]) -> float:
    return median(each.seconds for each in measurements)
