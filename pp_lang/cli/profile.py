"""`--profile`: what a run took, beside what was planned."""

from pp_lang.cli.progress import duration
from pp_lang.planner import Plan, opening_lines
from pp_lang.runtime import ModelUse, RunStatistics


def profile_text(statistics: RunStatistics, plan: Plan | None) -> str:
    """Return a table of planned and actual figures; without a plan only the actual ones."""
    tokens = plan.tokens if plan else None
    memory = plan.memory if plan else None
    models = statistics.models
    rows = [
        ("Profile", "planned" if plan else "", "actual"),
        ("  generations", plan.generations if plan else "", statistics.generations),
        ("  tokens prefilled", tokens.to_prefill if tokens else "", statistics.prefilled_tokens),
        ("  tokens restored", "", statistics.restored_tokens),
        ("  tokens shared", tokens.saved if tokens else "", statistics.shared_tokens),
        ("  answer tokens", _at_most(tokens.to_decode) if tokens else "", statistics.answer_tokens),
        ("    sampled", "", _sum(models, "sampled_tokens")),
        ("    forced", "", _sum(models, "forced_tokens")),
        ("    guessed ahead", "", _drafted(models)),
        ("  tokens scored", "", _sum(models, "scored_tokens")),
        ("  side by side", memory.width if memory else "", _peak(models, "width_peak")),
        ("    on average", "", _mean(models)),
        ("  cells", memory.most_cells if memory else "", _peak(models, "cells_peak")),
        ("  engine steps", "", _sum(models, "steps")),
        ("    rows of batches", "", _occupancy(models)),
        ("  attempts repeated", "", statistics.retries),
        ("  answers given up", "", statistics.cancelled),
        ("  time", "", duration(statistics.wall_s)),
        ("    in the library", "", duration(sum(use.decode_s for use in models))),
        ("    on masks", "", _masks(models)),
        ("  opening models", "", duration(statistics.open_s)),
    ]
    table = "\n".join(
        f"{name:<22}{_cell(planned):>16}{_cell(is_):>14}" for name, planned, is_ in rows
    )
    compact = [f"  {node}: records without names" for node in statistics.compact]
    return "\n".join([table, *compact, *_openings(models)])


def _openings(models: tuple[ModelUse, ...]) -> list[str]:
    """Return how each model was opened."""
    found = [(use.info.name, use.info.opening) for use in models]
    return [
        f"  {name}: {line}" for name, one in found if one is not None for line in opening_lines(one)
    ]


def _sum(models: tuple[ModelUse, ...], name: str) -> int:
    return sum(getattr(use, name) for use in models)


def _drafted(models: tuple[ModelUse, ...]) -> str:
    """Return how many tokens were guessed ahead, and how many of them were right."""
    drafted, accepted = _sum(models, "drafted_tokens"), _sum(models, "accepted_tokens")
    return f"{drafted:,} ({accepted:,})"


def _mean(models: tuple[ModelUse, ...]) -> str:
    """Return the mean width of the model that had most to do."""
    busiest = max(models, key=lambda use: use.rows, default=None)
    return f"{busiest.mean_width:.1f}" if busiest and busiest.steps else ""


def _occupancy(models: tuple[ModelUse, ...]) -> str:
    """Return how many rows the batches had, and what share that is of what they could have."""
    possible = _sum(models, "rows_possible")
    rows = _sum(models, "rows")
    return f"{rows:,} ({rows / possible:.0%})" if possible else ""


def _masks(models: tuple[ModelUse, ...]) -> str:
    """Return the time spent on masks, and for how many tokens one was needed."""
    return f"{sum(use.mask_s for use in models) * 1000:,.0f} ms ({_sum(models, 'masks'):,})"


def _peak(models: tuple[ModelUse, ...], name: str) -> int:
    return max((getattr(use, name) for use in models), default=0)


def _at_most(count: int | None) -> str:
    if not count:
        return "no bound" if count is None else "0"
    return f"≤ {count:,}"


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)
