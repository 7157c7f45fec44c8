"""Every strategy that ships checks, can be planned and runs on the fake engine."""

from pathlib import Path
from typing import Any

STRATEGIES = Path(__file__).resolve().parents[2] / "programs" / "strategies"
QUESTION = {"question": "What is 6 times 7?"}
CASES: dict[str, dict[str, Any]] = {
    "self_consistency": QUESTION,
    "shortest_majority_vote": QUESTION,
    "knockout": {**QUESTION, "n": 5},
    "league": QUESTION,
    "parallel_distill_refine": {"task": "Write a toast."},
    "sample_scrutinise_scale": {**QUESTION, "n": 3, "checks": 2},
    "semantic_entropy_rounds": QUESTION,
    "temporal_consistency": {"problem": "1 + 1?", "steps": ["1 + 1 = 3", "so 3"]},
    "model_switch": QUESTION,
    "skeleton_of_thought": {"question": "How is tea made?"},
}
