"""What each strategy shows the model, which is the other half of a paper's method."""

from pathlib import Path
from typing import Any

from pp_lang.engine import FakeSettings
from tests.support.runtime_builders import PretendModels, run, texts

FOLDER = Path(__file__).resolve().parents[2] / "programs" / "strategies"


def prompts_of(name: str, settings: FakeSettings, **inputs: Any) -> list[str]:
    """Return the prompts of a run on a pretend model, in the order in which they were asked."""
    models = PretendModels(settings)
    run((FOLDER / f"{name}.pp").read_text(encoding="utf-8"), models, **inputs)
    return [texts(one.prompt) for one in models.only.requests]


def test_a_review_sees_the_chains_before_it() -> None:
    settings = FakeSettings(answers=lambda prompt: f"chain {prompt.count('Review')}")
    _, second, third = prompts_of("inverse_entropy_vote", settings, question="Why?", n=3)
    assert "chain 0" in second
    assert "chain 0" in third
    assert "chain 1" in third


def test_drafts_of_a_round_see_the_digest_and_none_of_the_drafts_before() -> None:
    settings = FakeSettings(
        answers=lambda prompt: "DIGEST" if "Note briefly" in prompt else "DRAFT"
    )
    inputs = {"task": "Go.", "width": 2, "rounds": 1, "workspace": 20, "budget": 1000}
    *drafts, digest, last = prompts_of("parallel_distill_refine", settings, **inputs)
    assert len(drafts) == 2
    assert all("DIGEST" not in one for one in drafts)
    assert digest.count("DRAFT") == 2
    assert "DIGEST" in last
    assert "DRAFT" not in last


def test_a_round_sees_the_answers_of_the_round_before() -> None:
    numbers = iter("12345678")
    settings = FakeSettings(answers=lambda _prompt: f"value {next(numbers)}")
    inputs = {"question": "Why?", "width": 2, "rounds": 3, "agree": 0.0}
    prompts = prompts_of("semantic_entropy_rounds", settings, **inputs)
    assert "value" not in prompts[0]
    assert all("value 1" in one and "value 2" in one for one in prompts[2:4])
    assert all("value 3" in one and "value 2" not in one for one in prompts[4:6])


def test_a_verifier_sees_its_own_last_verdict_only() -> None:
    settings = FakeSettings(
        answers=lambda prompt: (
            '{"reason":"again","step":2}' if "before" in prompt else '{"reason":"first","step":1}'
        )
    )
    inputs = {"problem": "?", "steps": ["a"], "verifiers": 2, "rounds": 2}
    prompts = prompts_of("temporal_consistency", settings, **inputs)
    assert all("because" not in one for one in prompts[:2])
    assert all(one.count("because first") == 1 for one in prompts[2:4])
    assert all(one.count("because") == one.count("because again") == 1 for one in prompts[4:])


def test_the_points_of_a_skeleton_share_their_outline_and_begin_with_their_point() -> None:
    settings = FakeSettings(
        answers=lambda prompt: '["Boil water","Wait"]' if "points" in prompt else " And so on."
    )
    _, first, second = prompts_of("skeleton_of_thought", settings, question="How is tea made?")
    outline = "1. Boil water\n2. Wait"
    assert first[: first.index("Go on")] == second[: second.index("Go on")]
    assert outline in first
    assert first.endswith("1. Boil water:")
    assert second.endswith("2. Wait:")


def test_the_second_of_two_comparisons_shows_the_pair_the_other_way_round() -> None:
    drafts = iter(("tea", "rain"))
    settings = FakeSettings(
        answers=lambda prompt: "true" if "more likely" in prompt else next(drafts)
    )
    inputs = {"question": "?", "n": 2, "rivals": 1, "repeats": 2}
    prompts = prompts_of("league", settings, **inputs)[2:]
    orders = [one.index("answer: tea") < one.index("answer: rain") for one in prompts]
    assert orders in ([True, False, False, True], [False, True, True, False])
