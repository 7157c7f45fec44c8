"""What `pp tune` found, as text."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pp_lang.engine import AS_IT_IS, Chosen, LayoutTrial, Setup, Trial

if TYPE_CHECKING:
    from pp_lang.api import StoredConversion, StoredTuning

_BUSY = 0.05
"""A share of the machine above which measured times say little."""


def trial_text(trial: Trial) -> str:
    """Return one measurement on a line."""
    what = f"writing {trial.width} side by side" if trial.width else "reading"
    return f"{trial.tokens_per_s:7,.0f} tokens/s  {what}, {_setup(trial.setup)}"


def tuning_text(stored: "StoredTuning", name: str) -> str:
    """Return what was measured of a model and what later runs will use."""
    lines = [
        f"Tuning {stored.id} of {name}, {stored.measured_on}",
        *_busy(stored.other_load),
        *_readings(stored.tuning.trials),
        *_widths(stored.tuning.trials),
        "",
        "Later runs use, where nothing else is set",
        f"  {_chosen(stored.tuning.chosen)}",
        *_invariance(stored.tuning.chosen.invariant_width),
    ]
    if stored.tuning.skipped:
        lines.append(f"  not measured, as the time was over: {', '.join(stored.tuning.skipped)}")
    return "\n".join(lines)


def conversion_text(stored: "StoredConversion") -> str:
    """Return what was measured of a model's layouts, and which is used."""
    lines = [
        f"Layouts of {stored.model.path.rpartition('/')[2]}, {stored.measured_on}",
        *_busy(stored.other_load),
        f"  {'':<10}{'reading':>14}{'writing':>14}{'nats away':>12}{'MB':>8}",
        *(_layout_row(one, stored.max_loss) for one in stored.trials),
        "",
    ]
    if stored.chosen is None:
        lines.append(f"Later runs use the file itself: none is faster within {stored.max_loss}.")
    else:
        lines.append(f"Later runs use a copy in {stored.chosen.layout}; --exact does not.")
    return "\n".join(lines)


def _chosen(chosen: Chosen) -> str:
    text = f"threads {chosen.threads}, batch_tokens {chosen.batch_tokens:,}, "
    return f"{text}max_width {chosen.max_width}, flash_attention {_flash(chosen.flash_attention)}"


def _invariance(width: int | None) -> list[str]:
    if width is None:
        return []
    found = f"{width} side by side" if width > 1 else "one at a time: more change each other's bits"
    return [f"  with --batch-invariant, {found}"]


def _busy(load: float | None) -> list[str]:
    if load is None or load <= _BUSY:
        return []
    return [f"  others used {load:.0%} of the machine meanwhile: measure again when it is quiet"]


def _readings(trials: Iterable[Trial]) -> list[str]:
    best: dict[Setup, dict[int, float]] = {}
    for trial in trials:
        rates = best.setdefault(trial.setup, {})
        rates[trial.width] = max(trial.tokens_per_s, rates.get(trial.width, 0.0))
    rows = [
        f"  {_setup(setup):<46}{rates[0]:>9,.0f}{_widest(rates)}"
        for setup, rates in best.items()
        if 0 in rates
    ]
    head = f"  {'tokens/s':<46}{'reading':>9}{'writing':>10}"
    return ["", head, *rows] if rows else []


def _widest(rates: dict[int, float]) -> str:
    wide = [rate for width, rate in rates.items() if width]
    return f"{max(wide):>10,.0f}" if wide else ""


def _widths(trials: tuple[Trial, ...]) -> list[str]:
    """Return tokens a second for each width and depth, under the setup with most of them."""
    by_setup: dict[Setup, dict[tuple[int, int], float]] = {}
    for trial in trials:
        if trial.width:
            by_setup.setdefault(trial.setup, {})[trial.width, trial.depth] = trial.tokens_per_s
    if not by_setup:
        return []
    rates = max(by_setup.values(), key=len)
    widths = sorted({width for width, _ in rates})
    rows = ["", f"  {'side by side':<20}" + "".join(f"{width:>7}" for width in widths)]
    for depth in sorted({depth for _, depth in rates}):
        cells = (f"{rates[w, depth]:>7,.0f}" if (w, depth) in rates else f"{'':>7}" for w in widths)
        rows.append(f"  {f'after {depth:,} tokens':<20}" + "".join(cells))
    return rows


def _layout_row(trial: LayoutTrial, max_loss: float) -> str:
    loss = "" if trial.layout == AS_IT_IS else f"{trial.loss:.4f}"
    row = f"  {trial.layout:<10}{trial.read_rate:>10,.0f} t/s{trial.write_rate:>10,.0f} t/s"
    row += f"{loss:>12}{trial.size_bytes / 1e6:>8,.0f}"
    return row + ("  too far" if trial.loss > max_loss else "")


def _setup(setup: Setup) -> str:
    text = f"threads {setup.threads}, batches {setup.batch_tokens:,}"
    if setup.flash_attention is not None:
        text += f", flash {_flash(setup.flash_attention)}"
    return text + (f", cache {setup.cache_type}" if setup.cache_type != "f16" else "")


def _flash(flag: bool | None) -> str:
    return "left to llama.cpp" if flag is None else "on" if flag else "off"
