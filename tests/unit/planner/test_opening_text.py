from pp_lang.engine import Opening, Tuned
from pp_lang.planner import opening_lines, settings_text


def test_settings_that_nobody_tuned_say_so() -> None:
    lines = opening_lines(Opening(1, 512, None, "f16"))
    assert lines == ["opened with 1 thread, batches of 512 (not tuned)"]


def test_layers_on_a_gpu_are_told() -> None:
    opening = Opening(4, 64, None, "f16", gpu_layers=-1)
    assert settings_text(opening) == "4 threads, batches of 64, all layers on the GPU (not tuned)"
    opening = Opening(4, 64, None, "f16", gpu_layers=1, kv_on_device=False)
    assert "1 layer on the GPU, their cells in main memory" in settings_text(opening)


def test_a_tuning_and_a_copy_are_named() -> None:
    opening = Opening(4, 64, False, "q8_0", Tuned("ab12", "Q8_0", 0.0043))
    assert opening_lines(opening) == [
        "opened with 4 threads, batches of 64, flash attention off, a cache of q8_0 (tuning ab12)",
        "read from a copy in Q8_0, 0.0043 nats a token away from the file",
    ]


def test_drafts_are_told() -> None:
    assert "answers guessed ahead" in settings_text(
        Opening(1, 512, None, "f16", speculate="lookup")
    )


def test_independent_answers_are_told_with_their_width() -> None:
    alone, wide = (Opening(1, 512, None, "f16", invariant_width=width) for width in (1, 4))
    assert "batch-invariant, one answer at a time" in opening_lines(alone)[0]
    assert "batch-invariant, 4 answers side by side" in opening_lines(wide)[0]
