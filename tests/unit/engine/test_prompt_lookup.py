"""What is guessed to follow the last tokens."""

from hypothesis import given
from hypothesis import strategies as st

from pp_lang.engine.prompt_lookup import PromptLookup


def test_what_followed_the_last_occurrence_is_guessed() -> None:
    lookup = PromptLookup()
    lookup.extend([1, 2, 3, 4, 9, 1, 2, 3, 5, 6, 1, 2, 3])
    assert lookup.guess(2) == (5, 6)
    assert lookup.guess(9) == (5, 6, 1, 2, 3)


def test_longer_ends_are_looked_for_first() -> None:
    lookup = PromptLookup()
    lookup.extend([1, 2, 3, 4, 9, 2, 3, 5, 1, 2, 3])
    assert lookup.guess(1) == (4,)


def test_nothing_is_guessed_where_the_end_is_new() -> None:
    lookup = PromptLookup()
    assert lookup.guess(3) == ()
    lookup.extend([1, 2, 3])
    assert lookup.guess(3) == ()


@given(st.lists(st.lists(st.integers(0, 3), max_size=9), max_size=5), st.integers(0, 6))
def test_guesses_are_those_of_a_plain_search(parts: list[list[int]], count: int) -> None:
    lookup = PromptLookup()
    for part in parts:
        lookup.extend(part)
    assert lookup.guess(count) == _search([token for part in parts for token in part], count)


def _search(tokens: list[int], count: int) -> tuple[int, ...]:
    for size in (3, 2):
        end = tokens[len(tokens) - size :]
        for start in range(len(tokens) - size - 1, -1, -1):
            if tokens[start : start + size] == end:
                return tuple(tokens[start + size : start + size + count])
    return ()
