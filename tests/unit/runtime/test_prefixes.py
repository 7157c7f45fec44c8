"""Lifetimes of shared prefixes."""

import pytest

from tests.support.runtime_builders import PretendModels, run

DESK = '''
context desk(policy: text) """You work at a desk. {{ policy }}"""
context shelf(n: int) within desk """Shelf {{ n }}."""
template ask(a: text) -> text within desk { max_tokens: 4 } """{{ a }}"""
template look(a: text) -> text within shelf { max_tokens: 4 } """{{ a }}"""
'''


def calls(body: str, **inputs: object) -> list[str]:
    models = PretendModels()
    run(DESK + f"program main(policy: text) {{\n{body}\n}}", models, policy="Be kind.")
    assert models.only.held == set()
    return models.only.calls


def test_a_prefix_is_held_from_its_first_use_until_its_last_user_is_done() -> None:
    found = calls(
        '  office = desk(policy)\n  a = office.ask("1")\n  b = office.ask(a)\n'
        "  return desk(b).ask(b)"
    )
    kinds = [call for call in found if call != "step"]
    assert kinds == ["hold", "submit", "submit", "hold", "submit", "release", "release"]


def test_a_context_that_nobody_uses_is_never_held() -> None:
    found = calls('  office = desk(policy)\n  other = desk("x")\n  return office.ask("1")')
    assert found.count("hold") == 1


def test_a_context_within_another_holds_both() -> None:
    found = calls(
        "  office = desk(policy)\n  answers = map n in range(5): {\n"
        '    row = office.shelf(n)\n    return [row.look("a"), row.look("b")]\n  }\n'
        "  return answers"
    )
    assert found.count("hold") == 1 + 5
    assert found.count("release") == 1 + 5


@pytest.mark.parametrize("count", [1, 40])
def test_a_map_holds_its_prefix_once(count: int) -> None:
    found = calls(f"  office = desk(policy)\n  return map n in range({count}): office.ask(text(n))")
    assert found.count("hold") == found.count("release") == 1
    assert found[0] == "hold"
    assert [call for call in found if call != "step"][-1] == "release"


def test_contexts_that_are_handed_out_are_held_by_nobody() -> None:
    found = calls(
        "  offices = map n in range(3): desk(text(n))\n"
        '  return map office in offices: office.ask("1")'
    )
    assert found.count("hold") == 0
