import pytest

from tests.support.front import codes

HEAD = """
program pair(of: list[int](min_items: 2, max_items: 2)) { return of }

program nested(of: { pairs: list[list[int](min_items: 2, max_items: 2)](max_items: 2) }) {
  return of
}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("pair([1, 2])", []),
        ("pair([1])", ["wrong-type"]),
        ("pair([1, 2, 3])", ["wrong-type"]),
        ("pair([])", ["wrong-type"]),
        ("pair([1, 2] + [])", ["wrong-type"]),  # what is computed has no known length
        ("nested({ pairs: [[1, 2], [3, 4]] })", []),
        ("nested({ pairs: [] })", []),
        ("nested({ pairs: [[1, 2], [3]] })", ["wrong-type"]),
        ("nested({ pairs: [[1, 2], [1, 2], [1, 2]] })", ["wrong-type"]),
    ],
)
def test_the_length_of_a_list_that_is_written_out_is_known(value: str, expected: list[str]) -> None:
    assert codes(f"{HEAD}\nprogram main() {{ return {value} }}") == expected
