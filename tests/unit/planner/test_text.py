"""A plan as it is shown to a person and to tools."""

import json

from pp_lang.planner import plan_text, plan_to_json
from tests.support.plans import REVIEWS, TRIAGE, plan_of


def test_a_plan_reads_well_in_eighty_columns() -> None:
    text = plan_text(plan_of(TRIAGE, {"policy": "Be kind.", "reviews": list(REVIEWS)}))
    assert max(map(len, text.split("\n"))) <= 80
    triage, merge = _prompt(text, "triage"), _prompt(text, "merge")
    assert text.split("\n\n")[1].split("\n") == [
        "Steps                                         runs   prompt tokens  answer ≤",
        "  office          context desk                   1",
        "  verdicts        map review               3 items",
        f"    result        generate triage                3{triage:>16}     1,024",
        "  topics          compute                        1",
        "  brief           reduce by tree        1–2 merges",
        f"    result        generate merge               1–2{merge:>16}        80",
    ]


def _prompt(text: str, template: str) -> str:
    """Return the token counts of a row: they are the fake tokenizer's business."""
    row = next(line for line in text.split("\n") if f"generate {template}" in line)
    return row[50:66].strip()


def test_a_plan_for_tools_is_json_with_plain_numbers_and_ranges() -> None:
    plan = plan_of(TRIAGE, {"policy": "Be kind.", "reviews": list(REVIEWS)})
    document = json.loads(json.dumps(plan_to_json(plan)))
    verdicts = document["steps"][1]
    assert (verdicts["id"], verdicts["items"]) == ("main/verdicts", 3)
    assert document["steps"][3]["items"] == {"low": 1, "high": 2}
    assert document["inputs"] == {"policy": "text of 8 characters", "reviews": "3 items"}
    assert document["model"]["name"] == "fake"
