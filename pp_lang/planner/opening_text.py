"""How a model was opened, in words."""

from pp_lang.engine import Opening


def opening_lines(opening: Opening) -> list[str]:
    """Return lines for a plan, a report or a profile."""
    return [f"opened with {settings_text(opening)}", *_layout_lines(opening)]


def settings_text(opening: Opening) -> str:
    """Return the settings on one line, with where they come from."""
    parts = [f"{opening.threads} thread{'s' if opening.threads != 1 else ''}"]
    parts.append(f"batches of {opening.batch_tokens:,}")
    if opening.flash_attention is not None:
        parts.append(f"flash attention {'on' if opening.flash_attention else 'off'}")
    if opening.cache_type != "f16":
        parts.append(f"a cache of {opening.cache_type}")
    if opening.gpu_layers:
        parts.append(_layers_text(opening))
    if opening.invariant_width is not None:
        parts.append(f"batch-invariant, {_side_by_side(opening.invariant_width)}")
    if opening.speculate == "lookup":
        parts.append("answers guessed ahead")
    tuning = opening.tuned.tuning if opening.tuned else None
    return ", ".join(parts) + (f" (tuning {tuning})" if tuning else " (not tuned)")


def _layers_text(opening: Opening) -> str:
    count = opening.gpu_layers
    layers = "all layers" if count < 0 else f"{count} layer{'s' if count != 1 else ''}"
    cells = "" if opening.kv_on_device else ", their cells in main memory"
    return f"{layers} on the GPU{cells}"


def _side_by_side(width: int) -> str:
    return "one answer at a time" if width == 1 else f"{width} answers side by side"


def _layout_lines(opening: Opening) -> list[str]:
    if opening.tuned is None or opening.tuned.layout is None:
        return []
    tuned = opening.tuned
    return [
        f"read from a copy in {tuned.layout}, {tuned.loss:.4f} nats a token away from the file",
    ]
