from pp_lang.diagnostics import Edit, Fix, apply_edits, rename_fix, replace_fix, word_fix
from pp_lang.source import Span

HERE = Span(3, 8)


def test_edits_are_made_in_the_places_of_the_given_text() -> None:
    edits = (Edit(Span(0, 1), "xyz"), Edit(Span(2, 2), "-"), Edit(Span(3, 4), ""))
    assert apply_edits("abcd", edits) == "xyzb-c"


def test_a_misspelt_name_is_safe_to_correct_where_one_candidate_is_near() -> None:
    assert rename_fix("revew", HERE, ("review", "topic")) == (
        Fix("Write `review`", (Edit(HERE, "review"),), is_safe=True),
    )


def test_a_misspelt_name_near_two_candidates_is_not_safe_to_correct() -> None:
    (fix,) = rename_fix("reviw", HERE, ("review", "reviws"))
    assert not fix.is_safe


def test_a_short_name_is_not_safe_to_correct() -> None:
    (fix,) = rename_fix("ab", HERE, ("ac",))
    assert not fix.is_safe


def test_a_name_near_to_nothing_has_no_fix() -> None:
    assert rename_fix("review", HERE, ("topic",)) == ()


def test_a_word_that_the_table_lacks_has_no_fix() -> None:
    assert word_fix({"null": "none"}, "nothing", HERE) == ()


def test_the_title_says_what_a_fix_does() -> None:
    assert [fix.title for fix in replace_fix(HERE, "")] == ["Remove it"]
    assert [fix.title for fix in replace_fix(HERE, "not ")] == ["Write `not`"]
