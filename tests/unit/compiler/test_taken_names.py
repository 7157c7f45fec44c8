"""Names of nodes that hide no other."""

from pp_lang.compiler.taken_names import TakenNames


def test_a_name_is_numbered_from_two_where_it_is_taken() -> None:
    names = TakenNames()

    assert [names.reserve("draft") for _ in range(3)] == ["draft", "draft~2", "draft~3"]


def test_fresh_names_are_numbered_from_one() -> None:
    names = TakenNames()

    assert [names.fresh("draft") for _ in range(3)] == ["draft~1", "draft~2", "draft~3"]


def test_both_ways_of_numbering_leave_out_what_the_other_took() -> None:
    names = TakenNames()
    names.reserve("draft")
    names.reserve("draft")

    assert [names.fresh("draft"), names.fresh("draft")] == ["draft~1", "draft~3"]
    assert names.reserve("draft") == "draft~4"


def test_names_of_a_region_hide_none_around_it_but_may_be_those_beside_it() -> None:
    names = TakenNames()
    names.reserve("draft")
    left, right = names.inner(), names.inner()

    assert left.reserve("draft") == right.reserve("draft") == "draft~2"
    assert left.inner().reserve("draft") == "draft~3"
    assert names.reserve("draft") == "draft~2"
