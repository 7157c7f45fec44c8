import pytest

from pp_lang.graph import dump_text
from tests.support.front import codes, region

HEAD = """
type Verdict { mood: "happy" | "angry", topic: text }
type Refusal { reason: text }

template judge(review: text) -> Verdict | Refusal | none \"\"\"
  {{ review }}
\"\"\"
"""


def codes_of(cases: str) -> list[str]:
    return codes(
        f"{HEAD}\nprogram main(review: text) {{\n  return match judge(review): {{ {cases} }}\n}}\n"
    )


@pytest.mark.parametrize(
    "cases",
    [
        "case none: 1 case { reason }: len(reason) case { mood }: len(mood)",
        'case { mood: "angry", topic }: len(topic) case { mood: "happy" }: 2 else: 3',
        'case { mood: "angry" | "happy" }: 1 case { reason }: len(reason) case none: 2',
        "case none: 1 case other: 2",
        "case _: 1",
    ],
)
def test_a_match_with_a_case_for_every_value_is_whole(cases: str) -> None:
    assert [code for code in codes_of(cases) if code != "unused-value"] == []


@pytest.mark.parametrize(
    "cases",
    [
        "case none: 1 case { mood }: len(mood)",
        'case { mood: "angry" }: 1 case { reason }: 2 case none: 3',
        "case { mood }: len(mood) case { reason }: len(reason)",
    ],
)
def test_a_match_that_leaves_values_out_is_told(cases: str) -> None:
    assert "missing-cases" in codes_of(cases)


def test_a_field_that_only_one_member_has_tells_the_member() -> None:
    assert codes_of("case { reason }: reason case { mood }: mood case none: text(none)") == []


def test_a_case_after_all_values_is_a_warning() -> None:
    assert codes_of("case _: 1 case none: 2") == ["unreachable-case"]


def test_the_name_of_what_is_matched_does_not_depend_on_its_place_in_the_file() -> None:
    text = "program main(n: int) { return match n + 1: { case 1: 2 case x: x } }"
    assert dump_text(region(text)) == dump_text(region(f"# a comment\n\n{text}"))
